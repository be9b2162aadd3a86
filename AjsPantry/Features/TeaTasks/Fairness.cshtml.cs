using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Features.TeaTasks;

/// <summary>How often each person of the floor had tea, for everybody to see.</summary>
public sealed class FairnessModel(StandingsQuery query) : FloorPage
{
    public IReadOnlyList<Standing> People { get; private set; } = [];

    public DateOnly Since { get; private set; }

    public int Window { get; private set; }

    /// <summary>Turns that have been: done, missed or not confirmed yet.</summary>
    public static int Had(Standing person) => person.Done + person.Missed + person.NotConfirmed;

    public string Answer
    {
        get
        {
            if (!People.Any(person => person.Turns.Count > 0))
                return "Nobody has had tea yet";
            var (low, high) = (People.Min(Had), People.Max(Had));
            return low == high ? $"Everyone has had {(low == 1 ? "1 turn" : $"{low} turns")}" : $"Everyone has had {low} to {high} turns";
        }
    }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Window = await query.WindowAsync(Floor.Id, cancellationToken);
        Since = Today.AddDays(-Window);
        People = [.. (await query.ReadAsync(Floor.Id, Since, cancellationToken)).OrderBy(Had)];
    }
}
