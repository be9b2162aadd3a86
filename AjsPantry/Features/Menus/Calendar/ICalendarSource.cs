using AjsPantry.Infrastructure.Persistence;

namespace AjsPantry.Features.Menus.Calendar;

/// <summary>
/// What a feature has to show on the days of the calendar and in the feed for other programs. Every feature registers its own;
/// they are asked one after another, so each should need no more than one SQL command.
/// </summary>
public interface ICalendarSource
{
    /// <param name="memberId">Whose days count as their own; see <see cref="CalendarEntry.Mine"/>.</param>
    Task<IReadOnlyList<CalendarEntry>> BetweenAsync(
        Guid floorId, DateOnly from, DateOnly to, Guid memberId, CancellationToken cancellationToken);

    /// <summary>The same, with more said of what stands on one day.</summary>
    /// <param name="shown">The day that is shown in full.</param>
    Task<IReadOnlyList<CalendarEntry>> BetweenAsync(
        Guid floorId, DateOnly from, DateOnly to, Guid memberId, DateOnly? shown, CancellationToken cancellationToken) =>
        BetweenAsync(floorId, from, to, memberId, cancellationToken);
}

/// <summary>Everything that stands on a floor's calendar, in order.</summary>
public sealed class CalendarQuery(IEnumerable<ICalendarSource> features)
{
    public async Task<IReadOnlyList<CalendarEntry>> BetweenAsync(
        Guid floorId, DateOnly from, DateOnly to, Guid memberId, CancellationToken cancellationToken, DateOnly? shown = null)
    {
        var all = new List<CalendarEntry>();
        foreach (var feature in features)
            all.AddRange(await feature.BetweenAsync(floorId, from, to, memberId, shown, cancellationToken));
        return [.. all.OrderBy(entry => entry.Date).ThenBy(entry => entry.Kind).ThenBy(entry => entry.Meal)
            .ThenBy(entry => entry.Title, NameOrder.Comparer)];
    }
}
