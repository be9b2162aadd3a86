using AjsPantry.Features.Shared;

namespace AjsPantry.Features.Requests.Absences;

/// <summary>What an absence leaves open, of every kind of work that there is.</summary>
public sealed class AffectedWorkQuery(IEnumerable<IAbsenceEffect> kinds)
{
    /// <summary>From today on, by day; empty for what is no absence, or none any more.</summary>
    public async Task<IReadOnlyList<AffectedWork>> OfAsync(
        Guid floorId, RequestView asked, DateOnly today, CancellationToken cancellationToken) =>
        (await OfAsync(floorId, [asked], today, cancellationToken)).GetValueOrDefault(asked.Id) ?? [];

    /// <summary>The same of several, by the request's id; those that leave nothing open are missing. Asks each kind of work once.</summary>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<AffectedWork>>> OfAsync(
        Guid floorId, IEnumerable<RequestView> asked, DateOnly today, CancellationToken cancellationToken)
    {
        var absences = asked.Where(request => request is { Kind: RequestKind.Absence, State: RequestState.Open or RequestState.Approved })
            .ToList();
        if (absences.Count == 0)
            return new Dictionary<Guid, IReadOnlyList<AffectedWork>>();
        var people = absences.Select(absence => absence.MemberId).ToHashSet();
        var all = new List<AffectedWork>();
        foreach (var kind in kinds)
            all.AddRange(
                await kind.OfAsync(floorId, people, Later(absences.Min(absence => absence.From), today),
                    absences.Max(absence => absence.Until), cancellationToken));
        return absences.ToDictionary(absence => absence.Id, IReadOnlyList<AffectedWork> (absence) =>
            [.. all.Where(work => work.MemberId == absence.MemberId && work.Day >= absence.From && work.Day <= absence.Until)
                .OrderBy(work => work.Day)]);
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
