using AjsPantry.Features.Shared.Pages;

namespace AjsPantry.Features.TeaTasks.Fairness;

/// <summary>
/// How many turns each person of the floor has, by which rule the next ones are given, and why each was, for everybody to see.
/// </summary>
public sealed class FairnessModel(StandingsQuery query) : FloorPage
{
    /// <summary>How many coming turns are explained.</summary>
    private const int MostReasons = 31;

    public IReadOnlyList<TeaStanding> People { get; private set; } = [];

    public DateOnly Since { get; private set; }

    public int Window { get; private set; }

    /// <summary>The next turns with their reasons, by day.</summary>
    public IReadOnlyList<(TeaStanding Person, Turn Turn)> Reasons => [.. People
        .SelectMany(person => person.Counted.Where(turn => turn.Why is not null).Select(turn => (Person: person, Turn: turn)))
        .OrderBy(reason => reason.Turn.Date).Take(MostReasons)];

    public string Answer
    {
        get
        {
            if (!People.Any(person => person.Turns.Count > 0))
                return "Nobody has made tea yet";
            var low = People.Min(person => person.Count);
            var high = People.Max(person => person.Count);
            return low == high ? $"Everybody has {(low == 1 ? "1 turn" : $"{low} turns")}" : $"Everybody has {low} to {high} turns";
        }
    }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var counts = await query.ReadAsync(Floor.Id, Today, cancellationToken);
        Window = counts.Window;
        Since = counts.Since;
        People = [.. counts.People.OrderBy(person => person.Count)];
    }
}
