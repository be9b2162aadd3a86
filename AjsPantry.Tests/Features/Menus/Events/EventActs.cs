using AjsPantry.Features.Menus.Events;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Tests.Features.People;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Menus.Events;

/// <summary>Events that tests need to be there.</summary>
internal static class EventActs
{
    /// <summary>An event of a floor of North, or of everybody, made by the head of the first floor. Returns its id.</summary>
    public static async Task<Guid> AddEventAsync(
        this PantryApp app, DateOnly day, string title, int? floor = 1, string? text = null, DateOnly? until = null, TimeOnly? at = null)
    {
        var floorId = floor is { } number ? (await app.FloorAsync("North", number)).Id : (Guid?)null;
        var head = await app.IdAsync(Cast.Head);
        return await app.InTenantAsync("North", async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            var special =
                new SpecialEvent
                {
                    SubmissionId = Guid.NewGuid(),
                    FloorId = floorId,
                    Date = day,
                    Until = until,
                    At = at,
                    Title = title,
                    Text = text,
                    CreatedById = head,
                    CreatedAt = TestClock.Beginning
                };
            db.Add(special);
            await db.SaveChangesAsync();
            return special.Id;
        });
    }
}
