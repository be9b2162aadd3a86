using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using static AjsPantry.Features.Account.ForgottenPassword;

namespace AjsPantry.Features.Account;

[EnableRateLimiting(WebSetup.SignInLimit)]
public sealed class ForgotModel(Handler handler) : PageModel
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
        await handler.HandleAsync(Input, cancellationToken);
        IsAnswered = true;
        return Page();
    }
}
