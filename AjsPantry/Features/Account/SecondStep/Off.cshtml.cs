using AjsPantry.Features.Account.Password;
using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.SignIn.TwoStep;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Account.SecondStep;

public sealed class OffModel(TurnOff handler, TwoStepSignIn twoStep) : PersonPage
{
    [BindProperty]
    public PasswordInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await twoStep.IsOnAsync(Person.Id, cancellationToken) ? Page() : RedirectToPage("Index");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return Page();
        var outcome = await handler.HandleAsync(Input, cancellationToken);
        outcome.ShowIn(ModelState, nameof(Input));
        if (!outcome.IsDone)
            return Page();
        Toast = "Two-step sign-in is off.";
        return RedirectToPage("Index");
    }
}
