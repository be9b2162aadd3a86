using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Feedback.Insights;

/// <summary>How the floor liked what a room cooks, month by month.</summary>
public sealed class RoomInsightModel(InsightQuery query) : InsightPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    protected override Task<InsightView?> ReadAsync(DateOnly since, CancellationToken cancellationToken) =>
        query.OfRoomAsync(Floor.Id, Id, since, Today, cancellationToken);

    public void OnGet()
    {
    }
}
