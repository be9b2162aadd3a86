using AjsPantry.Features.Shared;
using AjsPantry.Infrastructure.Persistence;

namespace AjsPantry.Features.Feedback.Leaders;

/// <summary>
/// Ranks by stars so that few ratings prove little: every candidate begins with <see cref="Weight"/> imagined ratings at the average of
/// all, and its own pull it up or down from there. Five stars from one person so rank below 4.6 from twenty.
/// </summary>
public static class LeaderStanding
{
    /// <summary>How many average ratings everybody begins with.</summary>
    public const int Weight = 5;

    /// <summary>With fewer ratings nobody is ranked.</summary>
    public const int Least = 3;

    /// <summary>(own stars + <see cref="Weight"/> × average of all) / (own ratings + <see cref="Weight"/>), from 1 to 5.</summary>
    /// <param name="average">The average of all ratings that count.</param>
    public static decimal Points(Score own, decimal average) => (own.Sum + (Weight * average)) / (own.Count + Weight);

    /// <summary>
    /// Those with enough ratings, the best first; equal ones by how many rated, then by name. Equal points share a place.
    /// </summary>
    /// <param name="all">Every rating that counts, which gives the average.</param>
    public static IReadOnlyList<Ranked> Rank(IEnumerable<LeaderCandidate> candidates, Score all)
    {
        if (all.Count == 0)
            return [];
        var average = (decimal)all.Sum / all.Count;
        var ordered = candidates.Where(candidate => candidate.Score.Count >= Least)
            .Select(candidate => (Candidate: candidate, Points: Points(candidate.Score, average)))
            .OrderByDescending(row => row.Points).ThenByDescending(row => row.Candidate.Score.Count)
                .ThenBy(row => row.Candidate.Name, NameOrder.Comparer).ToList();
        return [.. ordered.Select(row => new Ranked(1 + ordered.Count(other => other.Points > row.Points), row.Candidate, row.Points))];
    }
}

/// <summary>Somebody or something that was rated.</summary>
public sealed record LeaderCandidate(Guid Id, string Name, Score Score);

/// <param name="Place">From 1.</param>
/// <param name="Points">What the place goes by; see <see cref="LeaderStanding.Points"/>.</param>
public sealed record Ranked(int Place, LeaderCandidate Who, decimal Points)
{
    /// <summary>4.53.</summary>
    public string PointsWords =>
        Math.Round(Points, 2, MidpointRounding.AwayFromZero).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);
}
