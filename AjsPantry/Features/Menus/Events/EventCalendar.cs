using AjsPantry.Features.Shared.Calendar;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.Events;

/// <summary>Events on the calendar: those of the floor, and those of everybody.</summary>
public sealed class EventCalendar(PantryDb db) : ICalendarSource
{
    public async Task<IReadOnlyList<CalendarEntry>> ReadAsync(CalendarSpan span, CancellationToken cancellationToken) =>
        await Entries(db.SpecialEvents.Where(special => special.FloorId == span.FloorId || special.FloorId == null), span.From, span.To)
            .ToListAsync(cancellationToken);

    /// <summary>Those of every floor, for people who have none of their own, in order.</summary>
    public async Task<IReadOnlyList<CalendarEntry>> OfAllFloorsAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        await Entries(db.SpecialEvents.OrderBy(special => special.Date).ThenBy(special => special.Id), from, to)
            .ToListAsync(cancellationToken);

    private static IQueryable<CalendarEntry> Entries(IQueryable<SpecialEvent> events, DateOnly from, DateOnly to) =>
        events.AsNoTracking()
            .Where(special => special.CancelledAt == null && (special.Until ?? special.Date) >= from && special.Date <= to)
            .Select(special => new CalendarEntry
            {
                Kind = EntryKind.Event,
                Date = special.Date,
                Until = special.Until,
                At = special.At,
                Id = special.Id,
                Title = special.Title,
                Text = special.Text,
                Who = special.CreatedBy!.Name,
                Mine = false,
            });
}
