using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.SignIn;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Platform.Tenants;

public sealed class ProvisionTests(PantryApp app) : IClassFixture<PantryApp>
{
    private const string Form = "/platform/tenants/new";

    private static Dictionary<string, string> Filled(string code, string floors = "3") => new()
    {
        ["Input.Name"] = "Gulshan House",
        ["Input.Code"] = code,
        ["Input.TimeZone"] = "asia/karachi",
        ["Input.Currency"] = "PKR",
        ["Input.Floors"] = floors,
        ["Input.AdminName"] = "First Admin",
        ["Input.AdminNumber"] = "7001",
    };

    [Fact]
    public async Task An_operator_adds_a_residence_and_sees_the_admins_link_once()
    {
        var page = await (await app.SignInAsync(Cast.Operator)).GetAsync(Form);
        var id = Guid.Parse(page.Value("Input.SubmissionId")!);
        var answer = await page.SubmitAsync(Filled("gulshan"));
        Assert.Equal((200, "Gulshan House is ready"), (answer.Status, answer.Answer));
        Assert.Contains("no-store", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        var link = answer.Document.QuerySelector("#link")!.TextContent;
        Assert.StartsWith($"https://localhost/join/{id:N}.", link, StringComparison.Ordinal);
        // Admins of a new residence need a second step, and hear of it before they stand before it.
        Assert.Contains("The admin needs an authenticator app on their phone", answer.Text, StringComparison.Ordinal);
        Assert.Contains("You need an authenticator app on your phone for it.",
            (await app.Visit().GetAsync(new Uri(link).AbsolutePath)).Text, StringComparison.Ordinal);

        await InAsync(id, async db =>
        {
            var tenant = await db.Tenants.SingleAsync();
            Assert.Equal(("gulshan", "Asia/Karachi", "PKR"), (tenant.Code, tenant.TimeZone, tenant.Currency));
            Assert.Equal(["Floor 1", "Floor 2", "Floor 3"],
                await db.Floors.OrderBy(floor => floor.Number).Select(floor => floor.Name).ToListAsync());
            var admin = await db.Members.SingleAsync();
            Assert.Equal(
                (Role.Admin, "7001", null, Member.UserNameOf(id, "7001")), (admin.Role, admin.Number, admin.PasswordHash, admin.UserName));
            var invitations = db.Invitations;
            Assert.Equal(admin.Id, (await invitations.SingleAsync()).MemberId);
            Assert.All(await db.AuditEntries.ToListAsync(), entry => Assert.Equal($"{Cast.Operator.Name} (operator)", entry.ActorName));
        });
    }

    [Fact]
    public async Task A_form_sent_twice_makes_one_residence_and_shows_no_second_link()
    {
        var page = await (await app.SignInAsync(Cast.Operator)).GetAsync(Form);
        await page.SubmitAsync(Filled("twice"));
        var again = await page.SubmitAsync(Filled("twice"));
        Assert.Equal(302, again.Status);
        Assert.Contains("already sent", (await again.FollowAsync()).Toast, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync("twice"));
    }

    [Fact]
    public async Task The_same_form_with_something_else_in_it_says_that_it_was_already_sent()
    {
        var page = await (await app.SignInAsync(Cast.Operator)).GetAsync(Form);
        await page.SubmitAsync(Filled("first"));
        foreach (var (field, value) in ((string, string)[])[("Input.Floors", "4"), ("Input.AdminName", "Somebody Else"),
            ("Input.Currency", "EUR")])
        {
            var again = await page.SubmitAsync(new(Filled("first")) { [field] = value });
            Assert.Contains("You already sent this form", again.Text, StringComparison.Ordinal);
            Assert.Equal(value, again.Value(field));
        }
    }

    [Fact]
    public async Task Two_sendings_at_the_same_moment_make_one_residence()
    {
        var page = await (await app.SignInAsync(Cast.Operator)).GetAsync(Form);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => page.SubmitAsync(Filled("atonce"))));
        Assert.All(answers, answer => Assert.Contains(answer.Status, (int[])[200, 302]));
        Assert.All(answers, answer => Assert.Empty(answer.Errors));
        Assert.Equal(1, await CountAsync("atonce"));
    }

    [Fact]
    public async Task Of_two_operators_who_choose_one_code_at_once_the_second_is_told()
    {
        var visitor = await app.SignInAsync(Cast.Operator);
        var one = await visitor.GetAsync(Form);
        var other = await visitor.GetAsync(Form);
        var answers = await Task.WhenAll(one.SubmitAsync(Filled("contested")), other.SubmitAsync(Filled("contested")));
        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        var refused = Assert.Single(answers, answer => answer.Errors.Count > 0);
        Assert.Equal(["Input_Code: Another residence has this code. Choose another one."], refused.Errors);
        Assert.Equal("First Admin", refused.Value("Input.AdminName"));
        Assert.Equal(1, await CountAsync("contested"));
        var trail = await app.ReadAsync("Platform", db => db.AuditEntries.ToListAsync());
        Assert.Single(trail, entry => entry.ActorName == Cast.Operator.Name && entry.Thing == nameof(Tenant));
    }

    [Fact]
    public async Task A_code_that_is_taken_is_told_at_its_field_and_nothing_is_kept()
    {
        var page = await (await app.SignInAsync(Cast.Operator)).GetAsync(Form);
        var answer = await page.SubmitAsync(Filled("SOUTH"));
        Assert.Equal(["Input_Code: Another residence has this code. Choose another one."], answer.Errors);
        Assert.Equal("First Admin", answer.Value("Input.AdminName"));
        await InAsync(Guid.Parse(page.Value("Input.SubmissionId")!), async db => Assert.Empty(await db.Floors.ToListAsync()));
    }

    [Theory]
    [InlineData("Input.Name", " ", "Write the residence's name.")]
    [InlineData("Input.Code", "Ä", "Use 2 to 20 lowercase letters, digits and hyphens, such as noor or noor-2.")]
    [InlineData("Input.Code", "x", "Use 2 to 20 lowercase letters, digits and hyphens, such as noor or noor-2.")]
    [InlineData("Input.TimeZone", "Mars/Olympus", "Choose a time zone from the list, such as Asia/Kolkata.")]
    [InlineData("Input.TimeZone", "India Standard Time", "Choose a time zone from the list, such as Asia/Kolkata.")]
    [InlineData("Input.Currency", "KWD", "Choose a currency from the list.")]
    [InlineData("Input.Culture", "xx", "Choose how amounts are written.")]
    [InlineData("Input.Floors", "0", "Write a whole number from 1 to 100.")]
    [InlineData("Input.Floors", "101", "Write a whole number from 1 to 100.")]
    [InlineData("Input.Floors", "2.5", "Write a whole number from 1 to 100.")]
    [InlineData("Input.AdminNumber", "70 01", "A member number cannot contain spaces or @.")]
    [InlineData("Input.AdminNumber", "70@01", "A member number cannot contain spaces or @.")]
    [InlineData("Input.AdminNumber", "", "Write the admin's member number.")]
    [InlineData("Input.AdminName", "", "Write the admin's name.")]
    [InlineData("Input.AdminMail", "admin@", "Write a whole email address, such as admin@noor.example, or leave it empty.")]
    [InlineData("Input.AdminMail", "@noor.example", "Write a whole email address, such as admin@noor.example, or leave it empty.")]
    [InlineData("Input.SubmissionId", "00000000-0000-0000-0000-000000000000",
        "Something went wrong with this form. Nothing was saved. Open it again.")]
    public async Task What_is_wrong_is_told_at_its_field(string field, string typed, string message)
    {
        var page = await (await app.SignInAsync(Cast.Operator)).GetAsync(Form);
        var before = await Rows.ReadAsync(app.Database);
        var answer = await page.SubmitAsync(new(Filled("wrong")) { [field] = typed });
        Assert.Equal([$"{field.Replace('.', '_')}: {message}"], answer.Errors);
        Assert.Equal(field == "Input.AdminNumber" ? typed : "7001", answer.Value("Input.AdminNumber"));
        Assert.Empty(await before.ChangesAsync());
    }

    [Fact]
    public async Task A_hundred_floors_are_made_in_one_go()
    {
        var page = await (await app.SignInAsync(Cast.Operator)).GetAsync(Form);
        await page.SubmitAsync(Filled("hundred", floors: "100"));
        await InAsync(Guid.Parse(page.Value("Input.SubmissionId")!), async db => Assert.Equal(100, await db.Floors.CountAsync()));
    }

    [Fact]
    public async Task A_new_link_replaces_the_old_one_until_an_admin_has_joined()
    {
        var visitor = await app.SignInAsync(Cast.Operator);
        var page = await visitor.GetAsync(Form);
        await page.SubmitAsync(Filled("newlink"));
        var id = Guid.Parse(page.Value("Input.SubmissionId")!);
        Assert.Equal("Waiting for its first admin", (await visitor.GetAsync($"/platform/tenants/{id}")).Answer);

        var form = await visitor.GetAsync($"/platform/tenants/{id}/link");
        Assert.NotNull((await form.SubmitAsync([])).Document.QuerySelector("#link"));
        // Loading the answer anew sends the form again, and must not end the link that was just shown.
        Assert.Contains("A link was already made.", (await (await form.SubmitAsync([])).FollowAsync()).Toast, StringComparison.Ordinal);
        await InAsync(id, async db =>
        {
            var invitations = await db.Invitations.ToListAsync();
            Assert.Equal((2, 1), (invitations.Count, invitations.Count(invitation => invitation.WithdrawnAt is not null)));
            (await db.Members.SingleAsync()).PasswordHash = "joined";
            await db.SaveChangesAsync();
        });

        Assert.Equal(302, (await visitor.GetAsync($"/platform/tenants/{id}/link")).Status);
        var refused = await visitor.PostAsync($"/platform/tenants/{id}/link");
        Assert.Contains("An admin has joined", (await refused.FollowAsync()).Toast, StringComparison.Ordinal);
        await InAsync(id, async db =>
        {
            var invitations = db.Invitations;
            Assert.Equal(2, await invitations.CountAsync());
        });
    }

    [Fact]
    public async Task Operators_cannot_make_links_into_a_residence_that_lives()
    {
        var visitor = await app.SignInAsync(Cast.Operator);
        await visitor.PostAsync($"/platform/tenants/{Cast.TenantId("North")}/link");
        Assert.Equal(0, await app.ReadAsync("North", db => db.Set<Invitation>().CountAsync()));
    }

    private async Task InAsync(Guid tenantId, Func<PantryDb, Task> work)
    {
        await using var scope = app.Services.GetRequiredService<TenantScopes>().Open(tenantId);
        await work(scope.ServiceProvider.GetRequiredService<PantryDb>());
    }

    private Task<long> CountAsync(string code) =>
        TestServer.ScalarAsync<long>(TestServer.AsOps(app.Database), $"SELECT count(*) FROM tenants WHERE code = '{code}'");
}
