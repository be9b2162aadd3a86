using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using static AjsPantry.Features.Account.ForgottenPassword;

namespace AjsPantry.Features.Account;

public sealed class ForgotModel(Handler handler, TryLimits limits) : PageModel
{
    [BindProperty]
    public Input Input { get; set; } = new();

    public bool CanMail => handler.CanMail;

    public bool IsAnswered { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return Page();
        if (await limits.CountAsync(HttpContext, "forgot", Input.Name, cancellationToken) is { } wait)
            return new TooManyTries(wait);
        await handler.HandleAsync(Input, cancellationToken);
        IsAnswered = true;
        return Page();
    }
}
