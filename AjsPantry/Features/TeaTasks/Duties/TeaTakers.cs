using AjsPantry.Features.Requests.Absences;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.TeaTasks.Duties;

/// <summary>Reads who may take teas of a floor. Whoever goes by it holds the floor's tea, so that it stays so.</summary>
public sealed class TeaTakersQuery(PantryDb db, AbsencesQuery absences)
{
    public async Task<TeaTakers> ReadAsync(Guid floorId, DateOnly from, DateOnly until, CancellationToken cancellationToken) => new(
        await db.Members.OnFloor(floorId).Select(member => new { member.Id, HasJoined = member.PasswordHash != null })
            .ToDictionaryAsync(person => person.Id, person => person.HasJoined, cancellationToken),
        await absences.BetweenAsync(floorId, from, until, cancellationToken),
        await db.TeaDuties.Where(TeaDuty.IsLive)
            .Where(duty => duty.FloorId == floorId && duty.Date >= from && duty.Date <= until && duty.MemberId != null)
            .Select(duty => new TeaMaker(duty.Id, duty.SlotId, duty.Date, duty.MemberId!.Value)).ToListAsync(cancellationToken));
}

/// <summary>
/// The rule who may take a tea: who lives on its floor and has joined, is there on the day, and does not make that tea already.
/// </summary>
/// <param name="People">Who lives on the floor, each with whether they have joined.</param>
/// <param name="Away">Who is away in those days.</param>
/// <param name="Makers">Who makes which tea of those days.</param>
public sealed record TeaTakers(
    IReadOnlyDictionary<Guid, bool> People, IReadOnlyList<Absence> Away, IReadOnlyList<TeaMaker> Makers)
{
    internal const string Gone = "That person no longer lives here. Choose another.";

    /// <summary>Whoever has an invitation only knows of no tea yet.</summary>
    internal const string NotJoined = "That person has not joined yet. Choose another.";

    internal const string IsAway = "That person is away on the day. Choose another.";

    internal const string Makes = "That person already makes this tea. Choose another.";

    /// <summary>Why a person cannot take a tea of the floor; null when they can.</summary>
    /// <param name="dutyId">The duty that is taken; its own person makes no tea by it in the way of this one.</param>
    public string? WhyNot(Guid slotId, DateOnly date, Guid memberId, Guid? dutyId = null)
    {
        if (!People.TryGetValue(memberId, out var hasJoined))
            return Gone;
        if (!hasJoined)
            return NotJoined;
        if (Away.Any(absence => absence.MemberId == memberId && absence.Covers(date)))
            return IsAway;
        return Makers.Any(maker => maker.MemberId == memberId && maker.SlotId == slotId && maker.Date == date && maker.DutyId != dutyId)
            ? Makes : null;
    }

    /// <summary>Everybody who can take a tea that somebody else has.</summary>
    public List<Guid> Of(TeaDuty duty) => [.. People.Keys.Where(id => WhyNot(duty.SlotId, duty.Date, id) is null)];
}

/// <summary>One of those who make a tea.</summary>
public sealed record TeaMaker(Guid DutyId, Guid SlotId, DateOnly Date, Guid MemberId);
