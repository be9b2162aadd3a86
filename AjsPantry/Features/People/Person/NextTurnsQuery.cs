using AjsPantry.Features.Shared;

namespace AjsPantry.Features.People.Person;

/// <summary>When somebody's turns are next, of whatever kind.</summary>
public sealed class NextTurnsQuery(IEnumerable<INextTurns> kinds)
{
    private const int MostOfAKind = 3;

    /// <summary>The first day first.</summary>
    public async Task<IReadOnlyList<NextTurn>> ReadAsync(Guid floorId, Guid memberId, DateOnly today, CancellationToken cancellationToken)
    {
        var all = new List<NextTurn>();
        foreach (var kind in kinds)
            all.AddRange(await kind.ReadAsync(floorId, memberId, today, MostOfAKind, cancellationToken));
        return [.. all.OrderBy(turn => turn.Date)];
    }
}
