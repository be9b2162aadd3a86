using AjsPantry.Features.People.Access;
using AjsPantry.Features.Shared.Forms;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Platform.Tenants;

/// <summary>For a residence whose only admin lost the phone.</summary>
public sealed class AdminSecondStepModel(TenantsQuery query, ResetAdminSecondStep.Handler handler) : TenantPage(query), IReasonForm
{
    [BindProperty]
    public ResetAdminSecondStep.Input Input { get; set; } = new();

    ReasonInput IReasonForm.Input => Input;

    int IReasonForm.LongestReason => RemoveSecondStep.Reason;

    string IReasonForm.ReasonLabel => "Why?";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        if (!ModelState.IsValid)
            return Page();
        var outcome = await handler.HandleAsync(id, Input, cancellationToken);
        outcome.ShowIn(ModelState, nameof(Input));
        if (!outcome.IsDone)
            return Page();
        Toast = $"Two-step sign-in of admin {outcome.Value.Number} is off. They get a notification.";
        return RedirectToPage("Tenant", new { id });
    }
}
