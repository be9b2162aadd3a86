using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using static AjsPantry.Features.Account.SignIn;

namespace AjsPantry.Features.Account;

public sealed class SignInModel(Handler handler, Caller caller, TryLimits limits) : PageModel
{
    private const string Door = "sign in";

    [BindProperty]
    public Input Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>Why somebody who was signed in stands here again; null for everybody else.</summary>
    public string? Ended => caller.Ended?.Words;

    /// <summary>A form that was sent too late waits behind this page.</summary>
    public bool KeepsForm => ReturnUrl?.StartsWith(KeptForms.Place, StringComparison.Ordinal) == true;

    private string Destination => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/";

    public IActionResult OnGet() => caller.Person is null ? Page() : LocalRedirect(Destination);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        // The session's row belongs to one person; somebody else signs in after it has ended.
        if (caller.Person is not null)
            return LocalRedirect(Destination);
        if (!ModelState.IsValid)
            return Page();
        if (await limits.CountAsync(HttpContext, Door, Input.Name, cancellationToken) is { } wait)
            return new TooManyTries(wait);
        var result = await handler.HandleAsync(Input, cancellationToken);
        if (result.Answer != Answer.Refused)
            await limits.ForgiveAsync(HttpContext, Door, Input.Name, cancellationToken);
        switch (result.Answer)
        {
            case Answer.Welcome:
                return LocalRedirect(Destination);
            case Answer.SecondFactor:
                // A dead session of whoever used the device before must not name the tenant of the next page.
                await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
                return RedirectToPage("/Account/LoginWith2fa", new { area = "Identity", ReturnUrl = Destination, RememberMe = !Input.SharedDevice });
            case Answer.Deactivated:
                ModelState.AddModelError("", EndedSession.DeactivatedWords);
                break;
            case Answer.Suspended:
                ModelState.AddModelError("", EndedSession.SuspendedWords(result.SuspendReason));
                break;
            default:
                ModelState.AddModelError("", "Wrong number or password. After several wrong tries an account is locked for five minutes. If several residences use this pantry, write your residence's code before your number, such as noor/1011.");
                break;
        }

        return Page();
    }
}
