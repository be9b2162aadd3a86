using AjsPantry.Features.Requests.Absences;
using AjsPantry.Features.TeaTasks.Duties;
using AjsPantry.Features.TeaTasks.Planning;
using AjsPantry.Features.TeaTasks.Slots;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.TeaTasks.Fairness;

/// <summary>How many turns each person of a floor has. Every page and the rule of fair turns read the number here.</summary>
public sealed class StandingsQuery(PantryDb db, AbsencesQuery absences)
{
    /// <summary>The days back that the floor counts.</summary>
    public async Task<int> WindowAsync(Guid floorId, CancellationToken cancellationToken) =>
        await db.TeaSettings.Where(settings => settings.FloorId == floorId).Select(settings => (int?)settings.WindowDays)
            .SingleOrDefaultAsync(cancellationToken) ?? TeaSettings.UsualWindow;

    /// <summary>The floor's people who have joined, by name. Turns that are still to come count too: they are given.</summary>
    public async Task<TeaStandings> ReadAsync(Guid floorId, DateOnly today, CancellationToken cancellationToken)
    {
        var window = await WindowAsync(floorId, cancellationToken);
        var since = today.AddDays(-window);
        var duties = db.TeaDuties;
        var rotas = db.TeaRotas;
        var people = await db.Members.AsNoTracking().ActiveOnFloor(floorId)
            .OrderBy(member => NameOrder.Of(member.Name)).ThenBy(member => member.Number)
            .Select(member => new TeaStanding(
                member.Id, member.Name, member.Number, member.Email != null, member.CameAt,
                rotas.Where(rota => rota.FloorId == floorId && rota.PublishedAt >= (member.CameAt ?? member.CreatedAt)
                    && (rota.People.Contains(member.Id) || duties.Any(duty => duty.RotaId == rota.Id && duty.MemberId == member.Id)))
                    .Min(rota => rota.PublishedAt),
                duties.Where(duty => duty.MemberId == member.Id && duty.Date >= since && duty.State != TeaState.Cancelled)
                    .OrderBy(duty => duty.Date).Select(duty => new Turn(
                        duty.Id, duty.Date, duty.State, duty.BySwap,
                        rotas.Where(rota => rota.Id == duty.RotaId).Select(rota => rota.PublishedAt!.Value).First(),
                        duty.Date >= today ? duty.Why : null)).ToList()))
            .ToListAsync(cancellationToken);
        return new TeaStandings(since, window, WithStart([.. people.Select(person => person.SinceComing())]));
    }

    /// <summary>The people as the rule of fair turns wants them.</summary>
    public async Task<IReadOnlyList<FairPerson>> ForRuleAsync(
        Guid floorId, TeaStandings standings, IReadOnlyCollection<Guid> who, DateOnly from, DateOnly until,
        CancellationToken cancellationToken)
    {
        var away = (await absences.BetweenAsync(floorId, from, until, cancellationToken))
            .ToLookup(absence => absence.MemberId, absence => new DaySpan(absence.From, absence.Until));
        return [.. standings.People.Where(person => who.Contains(person.MemberId)).Select(person => new FairPerson(
            person.MemberId, person.Name, person.Start, [.. person.Counted.Select(turn => turn.Date)], [.. away[person.MemberId]]))];
    }

    private static List<TeaStanding> WithStart(List<TeaStanding> people)
    {
        var starts = StartLevel.Of([.. people.Select(person => new Joined(
            person.MemberId, person.PlannedSince ?? DateTimeOffset.MaxValue, [.. person.Counted.Select(turn => turn.PlannedAt)]))]);
        return people.ConvertAll(person => person with { Start = starts[person.MemberId] });
    }
}

/// <param name="Since">The first day that counts.</param>
/// <param name="Window">How many days back that is.</param>
public sealed record TeaStandings(DateOnly Since, int Window, IReadOnlyList<TeaStanding> People);

/// <param name="CameAt">When the person came back or moved here; null for who was here since the account was made.</param>
/// <param name="PlannedSince">When the first rota was published in which the person took part; null when there is none yet.</param>
/// <param name="Turns">Within the window and still to come, by day; those that were swapped away too.</param>
public sealed record TeaStanding(
    Guid MemberId, string Name, string Number, bool HasEmail, DateTimeOffset? CameAt, DateTimeOffset? PlannedSince, List<Turn> Turns)
{
    /// <summary>With how many turns the person started, to be level with the others.</summary>
    public int Start { get; init; }

    /// <summary>The number of turns by which the person is compared with others.</summary>
    public int Count => Start + Counted.Count();

    /// <summary>3 turns.</summary>
    public string CountWords => Count == 1 ? "1 turn" : $"{Count} turns";

    /// <summary>Those that hold their place.</summary>
    public IEnumerable<Turn> Counted => Turns.Where(turn => turn.State.Counts());

    public int Done => Turns.Count(turn => turn.State == TeaState.Done);

    public int Missed => Turns.Count(turn => turn.State == TeaState.Missed);

    public int NotConfirmed => Turns.Count(turn => turn.State == TeaState.NotConfirmed);

    public int ToCome => Turns.Count(turn => turn.State.IsOpen());

    public int SwappedIn => Turns.Count(turn => turn.BySwap && turn.State.IsLive());

    public int SwappedOut => Turns.Count(turn => turn.State == TeaState.Swapped);

    /// <summary>Without the turns of an earlier stay: whoever comes back starts level.</summary>
    public TeaStanding SinceComing() => CameAt is not { } came ? this : this with
    {
        Turns = Turns.FindAll(turn => turn.PlannedAt >= came || turn.Date > DateOnly.FromDateTime(came.UtcDateTime)),
    };
}

/// <param name="PlannedAt">When its rota was published.</param>
/// <param name="Why">Why it is this person's; null for a turn that is past.</param>
public sealed record Turn(Guid DutyId, DateOnly Date, TeaState State, bool BySwap, DateTimeOffset PlannedAt, string? Why);
