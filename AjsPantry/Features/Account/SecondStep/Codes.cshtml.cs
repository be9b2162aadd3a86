using AjsPantry.Features.Account.Password;
using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.SignIn.TwoStep;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Account.SecondStep;

public sealed class CodesModel(MakeCodes handler, TwoStepSignIn twoStep) : PersonPage
{
    [BindProperty]
    public PasswordInput Input { get; set; } = new();

    /// <summary>The codes, shown this once.</summary>
    public NewCodes? Made { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await twoStep.IsOnAsync(Person.Id, cancellationToken) ? Page() : RedirectToPage("Index");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return Page();
        var outcome = await handler.HandleAsync(Input, cancellationToken);
        outcome.ShowIn(ModelState, nameof(Input));
        Made = outcome.Value;
        return Page();
    }
}
