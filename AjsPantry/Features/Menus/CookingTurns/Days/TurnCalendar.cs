using AjsPantry.Features.People.Rooms;
using AjsPantry.Features.Shared.Calendar;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.CookingTurns.Days;

/// <summary>Cooking turns on the calendar.</summary>
public sealed class TurnCalendar(PantryDb db) : ICalendarSource
{
    public async Task<IReadOnlyList<CalendarEntry>> ReadAsync(CalendarSpan span, CancellationToken cancellationToken)
    {
        var stays = db.PresentStays.Where(stay => stay.MemberId == span.MemberId);
        var own = TurnsQuery.Absences(db, span.MemberId);
        return await db.Duties.AsNoTracking()
            .Where(duty => duty.FloorId == span.FloorId && duty.Date >= span.From && duty.Date <= span.To)
            .Select(duty => new CalendarEntry
            {
                Kind = EntryKind.Turn,
                Date = duty.Date,
                Id = duty.Id,
                Title = duty.Room!.Name,
                Text = duty.Reason,
                Label = duty.Room.Label,
                Mine = stays.Any(stay => stay.RoomId == duty.RoomId)
                    && !own.Any(away => away.From <= duty.Date && away.Until >= duty.Date),
            }).ToListAsync(cancellationToken);
    }
}
