using AjsPantry.Features.Menus.Calendar;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.TeaTasks;

/// <summary>Published tea on the calendar.</summary>
public sealed class TeaEntries(PantryDb db) : ICalendarEntries
{
    public async Task<IReadOnlyList<CalendarEntry>> BetweenAsync(Guid floorId, DateOnly from, DateOnly to, Guid memberId, CancellationToken cancellationToken)
    {
        var tenants = db.Tenants;
        var duties = await db.TeaDuties.AsNoTracking()
            .Where(TeaDuty.IsLive).Where(duty => duty.FloorId == floorId && duty.Date >= from && duty.Date <= to)
            .OrderBy(duty => duty.Slot!.Position).ThenBy(duty => duty.Place)
            .Select(duty => new { duty.Id, duty.Date, duty.Slot!.Name, duty.Slot.At, Member = duty.Member == null ? null : duty.Member.Name, duty.State, Mine = duty.MemberId == memberId, Honorifics = tenants.Select(tenant => tenant.Honorifics).First() })
            .ToListAsync(cancellationToken);
        return [.. duties.Select(duty => new CalendarEntry
        {
            Kind = EntryKind.Tea,
            Date = duty.Date,
            At = duty.At,
            Id = duty.Id,
            Title = $"Tea: {(duty.Member is { } name ? ShortNames.Of(name, duty.Honorifics) : "nobody yet")}",
            Text = duty.Name + (duty.At is { } at ? $", {at:HH\\:mm}" : "") + (duty.State == TeaState.Planned ? "" : $", {duty.State.Words().ToLowerInvariant()}"),
            Who = duty.Member,
            Mine = duty.Mine,
        })];
    }
}
