using AjsPantry.Features.Shared.Calendar;
using AjsPantry.Infrastructure.Caching;
using AjsPantry.Infrastructure.Persistence;

namespace AjsPantry.Features.Menus.Calendar;

/// <summary>Everything that stands on a floor's calendar, in order.</summary>
public sealed class CalendarQuery(IEnumerable<ICalendarSource> sources, ReadCache cache)
{
    public async Task<IReadOnlyList<CalendarEntry>> ReadAsync(CalendarSpan span, CancellationToken cancellationToken) =>
        await cache.ReadAsync(("calendar", span), async () => await AskAsync(span, cancellationToken));

    private async Task<IReadOnlyList<CalendarEntry>> AskAsync(CalendarSpan span, CancellationToken cancellationToken)
    {
        var all = new List<CalendarEntry>();
        foreach (var source in sources)
            all.AddRange(await source.ReadAsync(span, cancellationToken));
        return [.. all.OrderBy(entry => entry.Date).ThenBy(entry => entry.Kind).ThenBy(entry => entry.Meal)
            .ThenBy(entry => entry.Title, NameOrder.Comparer)];
    }
}
