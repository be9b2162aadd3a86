using AjsPantry.Features.Feedback.Ratings;
using AjsPantry.Features.Shared.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Feedback;

/// <summary>Whether the floor's ratings show names.</summary>
public sealed class FeedbackSettingsModel(RatingsQuery query, SaveFeedbackSettings.Handler handler) : FloorPage
{
    [BindProperty]
    public SaveFeedbackSettings.Input Input { get; set; } = new();

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Input = new() { ShowsNames = await query.ShowsNamesAsync(Floor.Id, cancellationToken) };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return Page();
        await handler.HandleAsync(Floor.Id, Input, cancellationToken);
        Toast = Input.ShowsNames ? "New comments show names." : "New comments do not show names.";
        return ToPage("/Feedback/Ratings/Index");
    }
}
