using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Account.SecondStep;

public sealed class OffModel(TurnOff handler) : PersonPage
{
    [BindProperty]
    public PasswordInput Input { get; set; } = new();

    public void OnGet()
    {
    }

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
