using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using static AjsPantry.Features.Account.ForgottenPassword;

namespace AjsPantry.Features.Account;

public sealed class ForgotModel(Handler handler, TryLimits limits) : PageModel
{
    [BindProperty]
    public Input Input { get; set; } = new();

    public bool Mails => handler.Mails;

    public bool IsAnswered { get; private set; }

    public string? Refusal { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return Page();
        if (!limits.Allow(HttpContext, "forgot", Input.Name))
        {
            (Refusal, Response.StatusCode) = (SignInModel.TooMany, StatusCodes.Status429TooManyRequests);
            return Page();
        }

        await handler.HandleAsync(Input, cancellationToken);
        IsAnswered = true;
        return Page();
    }
}
