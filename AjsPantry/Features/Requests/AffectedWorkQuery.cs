namespace AjsPantry.Features.Requests;

/// <summary>What an absence leaves open, of every kind of work that there is.</summary>
public sealed class AffectedWorkQuery(IEnumerable<IAffectedByAbsence> kinds)
{
    /// <summary>From today on, by day; empty for what is no absence, or none any more.</summary>
    public async Task<IReadOnlyList<AffectedWork>> OfAsync(Guid floorId, RequestView asked, DateOnly today, CancellationToken cancellationToken)
    {
        if (asked is not { Kind: RequestKind.Absence, State: RequestState.Open or RequestState.Approved })
            return [];
        var (all, from) = (new List<AffectedWork>(), asked.From < today ? today : asked.From);
        foreach (var kind in kinds)
            all.AddRange(await kind.OfAsync(floorId, asked.MemberId, from, asked.Until, cancellationToken));
        return [.. all.OrderBy(work => work.Day)];
    }
}
