using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using static AjsPantry.Features.Account.SignIn;

namespace AjsPantry.Features.Account;

public sealed class SignInModel(Handler handler, Caller caller, TryLimits limits, KeptForms keptForms) : DoorPage(keptForms)
{
    public const string TooMany = "Too many tries. Wait a minute, then try again.";

    [BindProperty]
    public Input Input { get; set; } = new();

    /// <summary>What the page says above the form when nobody could be signed in.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Why a person who was signed in stands here again, or what they have just done.</summary>
    public string? Note => Done ?? caller.Ended?.Words;

    /// <summary>What another page has done before it led here; shown once.</summary>
    [TempData]
    public string? Done { get; set; }

    public IActionResult OnGet()
    {
        if (caller.Person is not null)
            return LocalRedirect(Destination);
        if (HttpContext.Features.Get<KeptForm>() is { } form)
            Kept = KeptForms.Seal(form);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        // Somebody is signed in here already, in another tab. Their session must not become another person's.
        if (caller.Person is not null)
            return RedirectToPage("/Account/SignOut");
        if (!ModelState.IsValid)
            return Page();
        if (!limits.Allow(HttpContext, "sign-in", Input.Name))
            return Refuse(TooMany, StatusCodes.Status429TooManyRequests);
        var result = await handler.HandleAsync(Input, cancellationToken);
        return result.Answer switch
        {
            Answer.Welcome => Welcome(result.MemberId!.Value),
            Answer.SecondFactor => await AskForCodeAsync(),
            Answer.Deactivated => Refuse(EndedSession.DeactivatedWords),
            Answer.Suspended => Refuse(EndedSession.SuspendedWords(result.SuspendReason)),
            _ => Refuse("That number or address and password do not go together. Check both; after several wrong tries an account rests for five minutes."),
        };
    }

    private PageResult Refuse(string words, int status = StatusCodes.Status200OK)
    {
        (Refusal, Response.StatusCode) = (words, status);
        return Page();
    }

    private async Task<IActionResult> AskForCodeAsync()
    {
        await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        var values = new { ReturnUrl = Destination, Input.SharedDevice };
        if (string.IsNullOrEmpty(Kept))
            return RedirectToPage("/Account/SignInCode", values);
        // What was typed does not fit into an address, so the next page answers this very request.
        HttpContext.ContinueAt("/sign-in/code", QueryString.Create("returnUrl", Destination).Add("sharedDevice", Input.SharedDevice.ToString()));
        HttpContext.Features.Set(new SealedForm(Kept));
        return new EmptyResult();
    }
}
