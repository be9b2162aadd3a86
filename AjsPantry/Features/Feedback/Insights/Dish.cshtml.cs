using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Feedback.Insights;

/// <summary>How the floor liked a dish, month by month.</summary>
public sealed class DishInsightModel(InsightQuery query) : InsightPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    protected override Task<InsightView?> ReadAsync(DateOnly since, CancellationToken cancellationToken) =>
        query.OfDishAsync(Floor.Id, Id, since, Today, cancellationToken);

    public void OnGet()
    {
    }
}
