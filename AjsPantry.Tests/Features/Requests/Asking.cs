using AjsPantry.Features.Requests;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Tests.Features.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Requests;

/// <summary>Requests that tests make and look up.</summary>
internal static class Asking
{
    public static readonly DateOnly Today = TestClock.Today;

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Asks through the page.</summary>
    public static async Task<WebPage> AskAsync(this PantryApp app, Person person, DateOnly from, DateOnly until,
        string reason = "A wedding", RequestKind kind = RequestKind.Absence)
    {
        var page = await (await app.SignInAsync(person)).GetAsync("/requests/add");
        return await page.SubmitAsync(
            new()
            {
                ["Input.Kind"] = $"{kind}",
                ["Input.Days"] = "",
                ["Input.From"] = Iso(from),
                ["Input.Until"] = Iso(until),
                ["Input.Reason"] = reason
            });
    }

    /// <summary>Asks and returns the id.</summary>
    public static async Task<Guid> AskedAsync(this PantryApp app, Person person, DateOnly from, DateOnly until, string reason = "A wedding",
        RequestKind kind = RequestKind.Absence)
    {
        var answer = await app.AskAsync(person, from, until, reason, kind);
        Assert.True(answer.Status == 302, string.Join(' ', answer.Errors));
        var id = await app.IdAsync(person);
        return await app.ReadAsync(person.Tenant,
            db => db.Requests.Where(request => request.MemberId == id && request.From == from && request.Kind == kind)
                .OrderByDescending(request => request.Id).Select(request => request.Id).FirstAsync());
    }

    public static async Task<WebPage> DecideAsync(
        this PantryApp app, Person person, Guid id, string decision, string comment = "", int floor = 1)
    {
        var address = $"/requests/{id}/decision";
        var page = await (await app.SignInAsync(person)).GetAsync(address + (person.Floor is null ? $"?floor={floor}" : ""));
        Assert.Equal(200, page.Status);
        return await page.SubmitAsync(new() { ["Input.Decision"] = decision, ["Input.Comment"] = comment });
    }

    /// <summary>One that was declined, whose days are still to come.</summary>
    public static async Task<Guid> DecidedRequestAsync(this PantryApp app)
    {
        var id = await app.OpenRequestAsync();
        var head = await app.IdAsync(Cast.Head);
        await app.InTenantAsync("North", async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            var request = await db.Requests.SingleAsync(row => row.Id == id);
            request.State = RequestState.Declined;
            request.DecidedAt = TestClock.Beginning;
            request.DecidedById = head;
            request.Comment = "Not now";
            await db.SaveChangesAsync();
        });
        return id;
    }

    /// <summary>An open request of Cast.Member that clashes with nothing, without telling anybody.</summary>
    public static async Task<Guid> OpenRequestAsync(this PantryApp app, RequestKind kind = RequestKind.Other)
    {
        var floor = await app.FloorAsync("North", 1);
        var member = await app.IdAsync(Cast.Member);
        return await app.InTenantAsync("North", async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            var request =
                new Request
                {
                    SubmissionId = Guid.NewGuid(),
                    FloorId = floor.Id,
                    MemberId = member,
                    Kind = kind,
                    From = Today.AddDays(2),
                    Until = Today.AddDays(4),
                    Reason = "A wedding at home",
                    CreatedAt = TestClock.Beginning
                };
            db.Requests.Add(request);
            await db.SaveChangesAsync();
            return request.Id;
        });
    }

    public static Task<Request> FindAsync(this PantryApp app, Guid id, string tenant = "North") =>
        app.ReadAsync(tenant, db => db.Requests.AsNoTracking().SingleAsync(request => request.Id == id));
}
