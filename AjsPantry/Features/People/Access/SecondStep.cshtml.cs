using AjsPantry.Features.People.Person;
using AjsPantry.Features.Shared.Forms;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.People.Access;

public sealed class RemoveSecondStepModel(MemberQuery query, RemoveSecondStep.Handler handler) : MemberPage(query), IReasonForm
{
    [BindProperty]
    public RemoveSecondStep.Input Input { get; set; } = new();

    ReasonInput IReasonForm.Input => Input;

    int IReasonForm.LongestReason => RemoveSecondStep.Reason;

    string IReasonForm.ReasonLabel => "Why?";

    public IActionResult OnGet() => Member.HasSecondStep && !IsMe ? Page() : ToMember();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return Page();
        if (await handler.HandleAsync(Id, Input, cancellationToken) is not { } outcome)
            return NotFound();
        outcome.ShowIn(ModelState, nameof(Input));
        if (!outcome.IsDone)
            return Page();
        Toast = $"Two-step sign-in of {Member.Name} is off. They get a notification.";
        return ToMember();
    }

    private bool IsMe => Member.Id == Person.Id;
}
