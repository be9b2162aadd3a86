using AjsPantry.Features.People.Directory;
using AjsPantry.Features.People.Person;
using AjsPantry.Features.Shared.Forms;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.People.Leaving;

public sealed class DeactivationModel(MemberQuery query, OpenWorkDesk desk, Deactivate.Handler handler) : OpenWorkPage(query, desk),
    IReasonForm
{
    [BindProperty]
    public Deactivate.Input Input { get; set; } = new();

    ReasonInput IReasonForm.Input => Input;

    int IReasonForm.LongestReason => Deactivate.Reason;

    string IReasonForm.ReasonLabel => "Why?";

    public override string? HandTo => Input.HandTo;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        Member.State == MemberState.Deactivated ? ToMember() : await ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return await ShowAsync(cancellationToken);
        if (await handler.HandleAsync(Id, Input, cancellationToken) is not { } outcome)
            return NotFound();
        outcome.ShowIn(ModelState, nameof(Input));
        if (!outcome.IsDone)
            return await ShowAsync(cancellationToken);
        Toast = $"{Member.Name} is deactivated and signed out everywhere.";
        return ToMember();
    }
}
