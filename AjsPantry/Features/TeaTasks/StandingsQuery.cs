using AjsPantry.Features.Requests;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.TeaTasks;

/// <summary>How often each active person of a floor had tea within the floor's window, on whatever floor it was.</summary>
public sealed class StandingsQuery(PantryDb db, AbsencesQuery absences)
{
    /// <summary>The days back that the floor counts.</summary>
    public async Task<int> WindowAsync(Guid floorId, CancellationToken cancellationToken) =>
        await db.TeaSettings.Where(settings => settings.FloorId == floorId).Select(settings => (int?)settings.WindowDays).SingleOrDefaultAsync(cancellationToken) ?? TeaSettings.UsualWindow;

    /// <summary>The floor's people by name. Turns that are still to come count too: they are given.</summary>
    /// <param name="from">The first day that counts.</param>
    public async Task<IReadOnlyList<Standing>> ReadAsync(Guid floorId, DateOnly from, CancellationToken cancellationToken)
    {
        var duties = db.TeaDuties;
        return await db.Members.AsNoTracking().Where(member => member.FloorId == floorId && member.DeactivatedAt == null).OrderBy(member => member.Name).ThenBy(member => member.Number)
            .Select(member => new Standing(
                member.Id, member.Name, member.Number, member.Email != null, member.CreatedAt,
                duties.Where(duty => duty.MemberId == member.Id && duty.Date >= from && duty.State != TeaState.Cancelled).OrderBy(duty => duty.Date).Select(duty => new Turn(duty.Date, duty.State, duty.BySwap)).ToList()))
            .ToListAsync(cancellationToken);
    }

    /// <summary>The people as the rule of fair turns wants them.</summary>
    public async Task<IReadOnlyList<FairPerson>> ForRuleAsync(TenantView tenant, Guid floorId, IReadOnlyCollection<Guid> who, DateOnly windowStart, DateOnly from, DateOnly until, CancellationToken cancellationToken)
    {
        var away = (await absences.BetweenAsync(floorId, from, until, cancellationToken)).ToLookup(absence => absence.MemberId, absence => new DaySpan(absence.From, absence.Until));
        return [.. (await ReadAsync(floorId, windowStart, cancellationToken)).Where(person => who.Contains(person.MemberId)).Select(person => new FairPerson(
            person.MemberId, person.Name, DateOnly.FromDateTime(tenant.Local(person.CameAt).DateTime), [.. person.Counted.Select(turn => turn.Date)], [.. away[person.MemberId]]))];
    }
}

/// <param name="Turns">Within the window and still to come, by day; those that were swapped away too.</param>
public sealed record Standing(Guid MemberId, string Name, string Number, bool HasEmail, DateTimeOffset CameAt, List<Turn> Turns)
{
    /// <summary>Those that hold their place.</summary>
    public IEnumerable<Turn> Counted => Turns.Where(turn => turn.State.Counts());

    public int Done => Turns.Count(turn => turn.State == TeaState.Done);

    public int Missed => Turns.Count(turn => turn.State == TeaState.Missed);

    public int NotConfirmed => Turns.Count(turn => turn.State == TeaState.NotConfirmed);

    public int ToCome => Turns.Count(turn => turn.State.IsOpen());

    public int SwappedIn => Turns.Count(turn => turn.BySwap && turn.State.IsLive());

    public int SwappedOut => Turns.Count(turn => turn.State == TeaState.Swapped);
}

public sealed record Turn(DateOnly Date, TeaState State, bool BySwap);
