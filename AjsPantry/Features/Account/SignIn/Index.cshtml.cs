using AjsPantry.Infrastructure.Forms;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Identity.Sessions;
using AjsPantry.Infrastructure.Limits;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using static AjsPantry.Features.Account.SignIn.SignInByPassword;

namespace AjsPantry.Features.Account.SignIn;

public sealed class SignInModel(Handler handler, SignInTries tries, Caller caller, TryLimits limits) : PageModel
{
    private const string Wait = "After several wrong tries you have to wait.";
    private const string Wrong = $"Wrong number or password. {Wait} "
        + "If several residences use this pantry, write your residence's code before your number, such as noor/1011.";

    private const string WrongOfResidence = $"Wrong residence code, number or password. {Wait}";

    [BindProperty]
    public Input Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>Why somebody who was signed in stands here again; null for everybody else.</summary>
    public string? Ended => caller.Ended?.Words;

    /// <summary>
    /// Several residences know the name, so the code of one of them is asked for before any password counts, and goes on being asked for.
    /// </summary>
    public bool AsksResidence { get; private set; }

    /// <summary>A form that was sent too late waits behind this page.</summary>
    public bool KeepsForm => ReturnUrl?.StartsWith(DraftForms.Place, StringComparison.Ordinal) == true;

    private string Destination => ReturnAddress.Safe(ReturnUrl);

    public IActionResult OnGet()
    {
        if (caller.Person is not null)
            return LocalRedirect(Destination);
        Input.SharedDevice = !Request.IsPhone();
        Input.Name = TempData[RefusedForms.TypedName] as string;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        // The session's row belongs to one person; somebody else signs in after it has ended.
        if (caller.Person is not null)
            return LocalRedirect(Destination);
        // The form that was sent tells nothing of any account.
        AsksResidence = Request.Form.ContainsKey("Input.Residence");
        // What no account is called counts against the address alone, before anything is made of it.
        if (!ModelState.IsValid)
            return await limits.CountAsync([limits.OfAddress(HttpContext, SignInTries.Door)], cancellationToken) is { } patience
                ? new TooManyTries(patience) : Page();
        var accounts = tries.Likely(HttpContext, await handler.FindAsync(Input, cancellationToken));
        if (accounts.DistinctBy(account => account.TenantId).Count() > 1)
            return await AskAsync(cancellationToken);
        var (counts, wait) = await tries.CountAsync(HttpContext, Handler.NameOf(Input), accounts, cancellationToken);
        if (wait is { } time)
            return new TooManyTries(time);
        var result = await handler.HandleAsync(Input, accounts, cancellationToken);
        if (result.Answer != Answer.Refused)
            await limits.ForgiveAsync(counts, cancellationToken);
        return await AnswerAsync(result);
    }

    private async Task<IActionResult> AnswerAsync(Result result)
    {
        switch (result.Answer)
        {
            case Answer.Welcome:
                return LocalRedirect(Destination);
            case Answer.SecondFactor:
                // A dead session of whoever used the device before must not name the tenant of the next page.
                await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
                return RedirectToPage("/Account/SecondStep/Code", new { ReturnUrl = Destination, Stay = !Input.SharedDevice });
            case Answer.Deactivated:
                ModelState.AddModelError("", EndedSession.DeactivatedWords);
                break;
            case Answer.Suspended:
                ModelState.AddModelError("", EndedSession.SuspendedWords(result.SuspendReason));
                break;
            default:
                ModelState.AddModelError("", AsksResidence ? WrongOfResidence : Wrong);
                break;
        }

        return Page();
    }

    /// <summary>A question costs a try, or names could be asked through.</summary>
    private async Task<IActionResult> AskAsync(CancellationToken cancellationToken)
    {
        if (await limits.CountAsync([limits.OfAddress(HttpContext, SignInTries.Door)], cancellationToken) is { } rest)
            return new TooManyTries(rest);
        if (AsksResidence)
            ModelState.AddModelError("Input.Residence", "Write the code of your residence.");
        AsksResidence = true;
        return Page();
    }
}
