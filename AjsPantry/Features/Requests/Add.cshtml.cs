using System.Globalization;
using AjsPantry.Features.Requests.Absences;
using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Rights;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Requests;

/// <summary>Asks for an absence or another arrangement. The short form does not ask which.</summary>
public sealed class AddRequestModel(AskRequest.Handler handler) : FloorPage, IDaysForm
{
    /// <summary>The kind by which an address asks for the short form.</summary>
    public const string Away = "absence";

    [BindProperty]
    public AskRequest.Input Input { get; set; } = new();

    IDaysInput IDaysForm.Input => Input;

    [BindProperty(SupportsGet = true, Name = "kind")]
    public string? TypedKind { get; set; }

    public bool IsAway => TypedKind == Away;

    /// <summary>A pantry head's request is an admin's to decide.</summary>
    public bool IsHead => Person.Role == Role.PantryHead;

    public void OnGet()
    {
        var today = Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Input =
            new()
            {
                SubmissionId = Guid.NewGuid(),
                Kind = nameof(RequestKind.Absence),
                From = today,
                Until = today,
                Days = HowLong.Lengths[0].Days
            };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return Page();
        var outcome = await handler.HandleAsync(Floor.Id, Input, cancellationToken);
        outcome.ShowIn(ModelState, nameof(Input));
        if (!outcome.IsDone)
            return Page();
        Toast = "Your request is sent. You get a notification with the answer.";
        return ToPage("Index");
    }
}
