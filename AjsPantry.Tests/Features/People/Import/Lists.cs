using System.Net.Http.Headers;
using System.Text;
using AjsPantry.Features.People.Import;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.People.Import;

/// <summary>What an admin does with lists, by hand.</summary>
internal static class Lists
{
    /// <summary>Pastes a list; rows that do not say live on the given floor.</summary>
    public static async Task<WebPage> PasteAsync(this PantryApp app, string text, int? floor = 1, Person? admin = null)
    {
        var page = await (await app.SignInAsync(admin ?? Cast.Admin)).GetAsync("/people/import");
        return await page.SubmitAsync(
            new() { ["Input.Pasted"] = text, ["Input.Floor"] = floor?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "" });
    }

    /// <summary>Pastes a list that can be read, and opens what was found.</summary>
    public static async Task<WebPage> CheckAsync(this PantryApp app, string text, int? floor = 1, Person? admin = null)
    {
        var answer = await app.PasteAsync(text, floor, admin);
        Assert.True(answer.Status == 302, $"{answer.Status}: {answer.Text}");
        return await answer.FollowAsync();
    }

    public static Task<WebPage> UploadAsync(this PantryApp app, string csv, string name = "people.csv") =>
        app.UploadAsync(Encoding.UTF8.GetBytes(csv), name);

    public static async Task<WebPage> UploadAsync(this PantryApp app, byte[] file, string name = "people.xlsx", string floor = "1")
    {
        var visitor = await app.SignInAsync(Cast.Admin);
        var page = await visitor.GetAsync("/people/import");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(page.Value("__RequestVerificationToken")!), "__RequestVerificationToken" },
            { new StringContent(floor), "Input.Floor" },
            { new StringContent("Member"), "Input.Role" },
        };
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(content, "Input.File", name);
        return await visitor.ReadAsync("/people/import", await visitor.Client.PostAsync("/people/import", form));
    }

    public static Guid IdOf(this string address) => Guid.Parse(address.Split('/')[3]);

    /// <summary>Runs the job as the engine would: in a scope of the tenant.</summary>
    public static Task RunAsync(this PantryApp app, Guid import, string tenant = "North") => app.RunAsync(import, Cast.TenantId(tenant));

    /// <inheritdoc cref="RunAsync(PantryApp, Guid, string)"/>
    public static async Task RunAsync(this PantryApp app, Guid import, Guid tenant)
    {
        await using var scope = app.Services.GetRequiredService<TenantScopes>().Open(tenant);
        await scope.ServiceProvider.GetRequiredService<ImportMembers>().RunAsync(tenant, import, CancellationToken.None);
    }

    /// <summary>Presses the button, lets the job run, and opens the result.</summary>
    public static async Task<WebPage> CarryOutAsync(this PantryApp app, WebPage check, Person? admin = null)
    {
        var progress = await check.SubmitAsync([]);
        Assert.Equal(302, progress.Status);
        var id = progress.Location!.IdOf();
        await app.RunAsync(id, (admin ?? Cast.Admin).Tenant);
        return await (await app.SignInAsync(admin ?? Cast.Admin)).GetAsync($"/people/import/{id}/result");
    }

    public static Task<Member?> MemberAsync(this PantryApp app, string number, string tenant = "North") =>
        app.ReadAsync(tenant,
            db => db.Members.AsNoTracking().Include(member => member.Floor).SingleOrDefaultAsync(member => member.Number == number));

    public static Task<MemberImport> ImportAsync(this PantryApp app, Guid id) =>
        app.ReadAsync("North", db => db.MemberImports.AsNoTracking().SingleAsync(import => import.Id == id));
}
