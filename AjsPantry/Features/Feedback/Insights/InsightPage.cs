using AjsPantry.Features.Feedback.Ratings;
using AjsPantry.Features.Shared.Pages;

namespace AjsPantry.Features.Feedback.Insights;

/// <summary>What both pages of insight share.</summary>
public abstract class InsightPage : FloorPage
{
    private const int MonthsBack = 11;

    public InsightView View { get; private set; } = null!;

    /// <summary>It is about a dish, and otherwise about a room.</summary>
    public bool IsDish => this is DishInsightModel;

    /// <summary>The page in one sentence.</summary>
    public string Answer =>
        View.Score.Count == 0 ? $"Nobody has rated {View.Name} yet" : $"{View.Name}: {View.Score.Average} of {Rating.Most}";

    protected abstract Task<InsightView?> ReadAsync(DateOnly since, CancellationToken cancellationToken);

    protected override async Task<bool> FindAsync(CancellationToken cancellationToken) =>
        (View = (await ReadAsync(Today.AddDays(1 - Today.Day).AddMonths(-MonthsBack), cancellationToken))!) is not null;
}
