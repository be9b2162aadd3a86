using AjsPantry.Features.Shared.Calendar;
using AjsPantry.Features.TeaTasks.Duties;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.TeaTasks;

/// <summary>Published tea on the calendar.</summary>
public sealed class TeaCalendar(PantryDb db) : ICalendarSource
{
    public async Task<IReadOnlyList<CalendarEntry>> ReadAsync(CalendarSpan span, CancellationToken cancellationToken)
    {
        var duties = await db.TeaDuties.AsNoTracking()
            .Where(TeaDuty.IsLive).Where(duty => duty.FloorId == span.FloorId && duty.Date >= span.From && duty.Date <= span.To)
            .OrderBy(duty => duty.Slot!.Position).ThenBy(duty => duty.Place)
            .Select(duty => new Tea(duty.Id, duty.Date, duty.Slot!.Name, duty.Slot.At, duty.MemberId,
                duty.Member == null ? null : duty.Member.Name, duty.State))
            .ToListAsync(cancellationToken);
        if (duties.Count == 0)
            return [];
        var tenants = db.Tenants;
        // A short name is told apart from all of the floor's.
        var people = await FloorPeople.Of(db, span.FloorId).Select(person => new { Person = person, tenants.First().Honorifics })
            .ToListAsync(cancellationToken);
        var shown = people.Select(row => row.Person).With(duties.Select(duty => (duty.MemberId, duty.Member)));
        var names = ShortNames.Of(shown, people is [var first, ..] ? first.Honorifics : []);
        return [.. duties.Select(duty => Entry(duty, duty.MemberId is { } id ? names[id] : null, duty.MemberId == span.MemberId))];
    }

    private static CalendarEntry Entry(Tea duty, string? name, bool mine)
    {
        var at = duty.At is { } time ? $", {time:HH\\:mm}" : "";
        return new()
        {
            Kind = EntryKind.Tea,
            Date = duty.Date,
            At = duty.At,
            Id = duty.Id,
            Title = $"Tea: {name ?? "nobody yet"}",
            Text = duty.Slot + at + (duty.State == TeaState.Planned ? "" : $", {duty.State.Words().ToLowerInvariant()}"),
            Who = name,
            Mine = mine,
        };
    }

    private sealed record Tea(Guid Id, DateOnly Date, string Slot, TimeOnly? At, Guid? MemberId, string? Member, TeaState State);
}
