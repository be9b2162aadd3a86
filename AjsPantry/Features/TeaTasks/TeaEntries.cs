using AjsPantry.Features.Menus.Calendar;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.TeaTasks;

/// <summary>Published tea on the calendar. The floor's people come in the same command: a short name is told apart from all of theirs.</summary>
public sealed class TeaEntries(PantryDb db) : ICalendarEntries
{
    public async Task<IReadOnlyList<CalendarEntry>> BetweenAsync(Guid floorId, DateOnly from, DateOnly to, Guid memberId, CancellationToken cancellationToken)
    {
        var rows = await Duties(floorId, from, to, memberId).Concat(People(floorId, from)).AsNoTracking().ToListAsync(cancellationToken);
        var names = ShortNames.Of(rows.Where(row => row.MemberId is not null).Select(row => (row.MemberId!.Value, row.Member!)), rows is [var first, ..] ? first.Honorifics : []);
        return [.. rows.Where(row => row.Id is not null).OrderBy(row => row.Position).ThenBy(row => row.Place).Select(row => Entry(row, row.MemberId is { } id ? names[id] : null))];
    }

    private static CalendarEntry Entry(Row duty, string? name) => new()
    {
        Kind = EntryKind.Tea,
        Date = duty.Date,
        At = duty.At,
        Id = duty.Id!.Value,
        Title = $"Tea: {name ?? "nobody yet"}",
        Text = duty.Slot + (duty.At is { } at ? $", {at:HH\\:mm}" : "") + (duty.State == TeaState.Planned ? "" : $", {duty.State!.Value.Words().ToLowerInvariant()}"),
        Who = name,
        Mine = duty.Mine,
    };

    /// <summary>Comes first: the first part settles the types of all columns.</summary>
    private IQueryable<Row> Duties(Guid floorId, DateOnly from, DateOnly to, Guid memberId)
    {
        var tenants = db.Tenants;
        return db.TeaDuties.Where(TeaDuty.IsLive).Where(duty => duty.FloorId == floorId && duty.Date >= from && duty.Date <= to).Select(duty => new Row
        {
            Id = duty.Id,
            Date = duty.Date,
            Slot = Convert.ToString(duty.Slot!.Name)!,
            At = duty.Slot.At,
            MemberId = duty.MemberId,
            Member = Convert.ToString(duty.Member!.Name),
            State = duty.State,
            Mine = duty.MemberId == memberId,
            Position = duty.Slot.Position,
            Place = duty.Place,
            Honorifics = tenants.Select(tenant => tenant.Honorifics).First(),
        });
    }

    private IQueryable<Row> People(Guid floorId, DateOnly day)
    {
        var tenants = db.Tenants;
        return FloorNames.Of(db, floorId).Select(person => new Row
        {
            Id = null,
            Date = day,
            Slot = "",
            At = null,
            MemberId = person.Id,
            Member = Convert.ToString(person.Name),
            State = null,
            Mine = false,
            Position = 0,
            Place = 0,
            Honorifics = tenants.Select(tenant => tenant.Honorifics).First(),
        });
    }

    /// <summary>A duty, or with no id somebody of the floor.</summary>
    private sealed record Row
    {
        public required Guid? Id { get; init; }

        public required DateOnly Date { get; init; }

        public required string Slot { get; init; }

        public required TimeOnly? At { get; init; }

        public required Guid? MemberId { get; init; }

        public required string? Member { get; init; }

        public required TeaState? State { get; init; }

        public required bool Mine { get; init; }

        public required int Position { get; init; }

        public required int Place { get; init; }

        public required string[] Honorifics { get; init; }
    }
}
