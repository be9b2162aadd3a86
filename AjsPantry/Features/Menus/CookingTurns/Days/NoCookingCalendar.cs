using AjsPantry.Features.Menus.CookingTurns.Rota;
using AjsPantry.Features.Shared.Calendar;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.CookingTurns.Days;

/// <summary>Days on which nobody cooks, on the calendar: those that somebody took out, and those that the rota leaves out.</summary>
public sealed class NoCookingCalendar(PantryDb db) : ICalendarSource
{
    private const string Title = "No cooking";

    public async Task<IReadOnlyList<CalendarEntry>> ReadAsync(CalendarSpan span, CancellationToken cancellationToken)
    {
        var taken = await db.LeaveDays.AsNoTracking()
            .Where(leave => leave.FloorId == span.FloorId && leave.Date >= span.From && leave.Date <= span.To)
            .Select(leave => new { leave.Id, leave.Date, leave.Reason }).ToListAsync(cancellationToken);
        var left = await DayOff.Between(db, span.From, span.To).Where(day => day.FloorId == span.FloorId)
            .ToListAsync(cancellationToken);
        return
        [
            .. taken.Select(day => Entry(day.Id, day.Date, day.Reason)),
            .. left.Select(day => Entry(day.RotaId, day.Date, "No cooking on this weekday.")),
        ];
    }

    private static CalendarEntry Entry(Guid id, DateOnly day, string? why) =>
        new() { Kind = EntryKind.Leave, Date = day, Id = id, Title = Title, Text = why, Mine = false };
}
