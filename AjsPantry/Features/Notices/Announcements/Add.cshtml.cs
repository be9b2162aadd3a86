using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Notices.Announcements;

public sealed class AddAnnouncementModel(FloorChoice choice, Announce handler) : AnnouncementForm(choice)
{
    /// <summary>How long an announcement shows unless its writer says otherwise.</summary>
    private const int UsualDays = 7;

    public void OnGet() =>
        Input = new()
        {
            SubmissionId = Guid.NewGuid(),
            To = Request.Query.ContainsKey("floor") ? $"{Floor.Number}" : AnnouncementInput.Everybody,
            Until = Iso(Today.AddDays(UsualDays))
        };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Floors.Count > 0 && Input.To != AnnouncementInput.Everybody && ChosenFloor is null)
            ModelState.AddModelError("Input.To", "Choose who gets it.");
        if (!ModelState.IsValid)
            return Page();
        var outcome = await handler.HandleAsync(Floors.Count == 0 ? Floor : ChosenFloor, Input, cancellationToken);
        outcome.ShowIn(ModelState, nameof(Input));
        if (!outcome.IsDone)
            return Page();
        Toast = "Your announcement is published.";
        return ToPage("Index");
    }

    private FloorView? ChosenFloor => Floors.FirstOrDefault(floor => $"{floor.Number}" == Input.To);
}
