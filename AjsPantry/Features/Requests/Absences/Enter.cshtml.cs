using System.Globalization;
using AjsPantry.Features.People.Directory;
using AjsPantry.Features.Shared.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Requests.Absences;

/// <summary>An absence that whoever decides enters for somebody of the floor.</summary>
public sealed class EnterModel(PersonChoices people, EnterAbsence.Handler handler) : FloorPage, IDaysForm
{
    [BindProperty]
    public EnterAbsence.Input Input { get; set; } = new();

    IDaysInput IDaysForm.Input => Input;

    public IReadOnlyList<PersonChoice> People { get; private set; } = [];

    public void OnGet()
    {
        var today = Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Input = new() { SubmissionId = Guid.NewGuid(), From = today, Until = today, Days = HowLong.Lengths[0].Days };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return Page();
        var outcome = await handler.HandleAsync(Floor.Id, Input, cancellationToken);
        outcome.ShowIn(ModelState, nameof(Input));
        if (!outcome.IsDone)
            return Page();
        Toast = "The absence is entered. The person gets a notification.";
        return ToPage("/Requests/Request", new { outcome.Value.Id });
    }

    protected override async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        People = [.. (await people.OfFloorAsync(Floor.Id, cancellationToken)).Where(choice => choice.Id != Person.Id)];
        return true;
    }
}
