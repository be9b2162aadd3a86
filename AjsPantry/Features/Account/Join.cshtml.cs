using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using static AjsPantry.Features.Account.AcceptInvitation;

namespace AjsPantry.Features.Account;

public sealed class JoinModel(Handler handler, TryLimits limits, Invitations invitations) : PageModel
{
    private const string Door = "join";

    [BindProperty]
    public Input Input { get; set; } = new();

    /// <summary>What the link offers; null when it cannot be used.</summary>
    public Offer? Offer { get; private set; }

    public bool CanMail => invitations.CanMail;

    /// <summary>What the sign-in page says first.</summary>
    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken cancellationToken)
    {
        if (await FindAsync(key, account: null, cancellationToken) is { } wait)
            return new TooManyTries(wait);
        // Until the name is known the number stands in for it, and nobody should have to delete that first.
        Input.Name = Offer?.Name == Offer?.Number ? "" : Offer?.Name;
        return Show();
    }

    public async Task<IActionResult> OnPostAsync(string key, CancellationToken cancellationToken)
    {
        if (await FindAsync(key, account: key, cancellationToken) is { } wait)
            return new TooManyTries(wait);
        if (Offer is null || !ModelState.IsValid)
            return Show();
        var outcome = await handler.HandleAsync(key, Input, HttpContext.Connection.RemoteIpAddress?.ToString(), cancellationToken);
        if (outcome is { IsDone: true })
            return Leave(outcome.Value.SignedIn);
        outcome?.ShowIn(ModelState, nameof(Input));
        Offer = outcome is null ? null : Offer;
        return Show();
    }

    /// <summary>Links that cannot be used count against the address; sending the form counts against the link as well.</summary>
    /// <returns>How long to wait when there were too many tries.</returns>
    private async Task<TimeSpan?> FindAsync(string key, string? account, CancellationToken cancellationToken)
    {
        if (await limits.CountAsync(HttpContext, Door, account, cancellationToken) is { } wait)
            return wait;
        Offer = await handler.ReadAsync(key, cancellationToken);
        if (Offer is not null)
            await limits.ForgiveAsync(HttpContext, Door, account: null, cancellationToken);
        return null;
    }

    /// <summary>Every link that cannot be used gets the same page, which does not tell whether there ever was such a link.</summary>
    private PageResult Show()
    {
        if (Offer is null)
            Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }

    private IActionResult Leave(bool signedIn)
    {
        if (signedIn)
            return LocalRedirect("/");
        Done = "Your password is set. Sign in with it.";
        return RedirectToPage("/Account/SignIn");
    }
}
