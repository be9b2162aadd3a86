using AjsPantry.Features.Notices;
using AjsPantry.Features.People.Rooms;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.CookingTurns.Days;

/// <summary>
/// When days change hands, what hangs on them follows: a planned meal whose cook was the room in turn goes to the room that now is, a
/// reminder for the former one is withdrawn, and both rooms are told. Read the days before the change, and come back when it is saved.
/// </summary>
public sealed class FollowTurns(PantryDb db, Notify notify, Scope scope)
{
    /// <summary>Nobody plans further ahead; what changes later is told by the calendar and the reminder.</summary>
    private const int DaysTold = 14;

    /// <summary>How many days a sentence names.</summary>
    private const int DaysNamed = 4;

    public Task<Dictionary<DateOnly, Guid>> BeforeAsync(Guid floorId, DateOnly from, CancellationToken cancellationToken) =>
        db.Duties.AsNoTracking().Where(duty => duty.FloorId == floorId && duty.Date >= from).Select(duty => new { duty.Date, duty.RoomId })
            .ToDictionaryAsync(duty => duty.Date, duty => duty.RoomId, cancellationToken);

    /// <summary>Within the transaction of the change, after it was saved. Saves.</summary>
    /// <param name="tells">False where the rooms are told in words of their own.</param>
    public async Task AfterAsync(
        Guid floorId, Dictionary<DateOnly, Guid> before, DateOnly from, CancellationToken cancellationToken, bool tells = true)
    {
        var now = await BeforeAsync(floorId, from, cancellationToken);
        var changes = before.Keys.Union(now.Keys).Order()
            .Select(day =>
                new Change(day, before.TryGetValue(day, out var old) ? old : null, now.TryGetValue(day, out var present) ? present : null))
            .Where(change => change.From != change.To).ToList();
        if (changes.Count == 0)
            return;
        var today = scope.Today;
        await MoveMealsAsync(floorId, changes, cancellationToken);
        // Nobody is reminded of a day further away than tomorrow.
        foreach (var change in changes.Where(change => change.From is not null && change.Day <= today.AddDays(1)))
            await notify.WithdrawAsync(RemindCooks.About(change.Day, floorId, change.From!.Value), cancellationToken);
        if (tells)
            await TellAsync(floorId, changes, today, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>A meal with another cook than the room in turn was arranged on purpose and stays.</summary>
    private async Task MoveMealsAsync(Guid floorId, List<Change> changes, CancellationToken cancellationToken)
    {
        var days = changes.Where(change => change.From is not null).ToDictionary(change => change.Day);
        var dates = days.Keys.ToArray();
        await db.HoldMealsAsync(floorId, dates, cancellationToken);
        var meals = await db.Menus
            .Where(menu => menu.FloorId == floorId && menu.CancelledAt == null && menu.RoomId != null && dates.Contains(menu.Date))
                .ToListAsync(cancellationToken);
        foreach (var meal in meals.Where(meal => meal.RoomId == days[meal.Date].From))
            meal.RoomId = days[meal.Date].To;
    }

    private async Task TellAsync(Guid floorId, List<Change> changes, DateOnly today, CancellationToken cancellationToken)
    {
        var soon = changes.Where(change => change.Day <= today.AddDays(DaysTold)).ToList();
        var rooms = soon.SelectMany(change => new[] { change.From, change.To }).OfType<Guid>().ToHashSet();
        var floor = await db.Floors.Where(floor => floor.Id == floorId).Select(floor => floor.Number).SingleAsync(cancellationToken);
        var stays = await db.PresentStays.Where(stay => rooms.Contains(stay.RoomId))
            .Select(stay => new { stay.RoomId, stay.MemberId }).ToListAsync(cancellationToken);
        foreach (var room in stays.GroupBy(stay => stay.RoomId, stay => stay.MemberId))
        {
            var gained = Days(soon.Where(change => change.To == room.Key), today);
            var lost = Days(soon.Where(change => change.From == room.Key), today);
            var words = (gained, lost) switch
            {
                ("", _) => $"You no longer cook on {lost}.",
                (_, "") => $"You now cook on {gained}.",
                _ => $"You now cook on {gained}, and no longer on {lost}.",
            };
            // Each change is news, even when it leads back to where it began.
            var about = new Subject(room.Key, "days changed", $"{Guid.CreateVersion7()}");
            await notify.TellAsync(new(NoticeKind.CookingTurn, about, "Your cooking days changed", words, "/menus/turns", floor), [.. room],
                cancellationToken);
        }
    }

    private static string Days(IEnumerable<Change> changes, DateOnly today)
    {
        var days = changes.Select(change => Formats.Day(change.Day, today.Year)).ToList();
        return Formats.AllOf(days.Count > DaysNamed ? [.. days.Take(DaysNamed), $"{days.Count - DaysNamed} more"] : days);
    }

    /// <summary>A day that changed hands. No room on either side means that nobody cooked, or cooks.</summary>
    private sealed record Change(DateOnly Day, Guid? From, Guid? To);
}
