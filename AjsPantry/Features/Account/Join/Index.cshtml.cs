using AjsPantry.Infrastructure.Forms;
using AjsPantry.Infrastructure.Limits;
using AjsPantry.Infrastructure.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using static AjsPantry.Features.Account.Join.AcceptInvitation;

namespace AjsPantry.Features.Account.Join;

public sealed class JoinModel(Handler handler, TryLimits limits, Invitations invitations) : PageModel
{
    private const string Door = "join";
    private const string CodeDoor = "join by code";

    [BindProperty]
    public Input Input { get; set; } = new();

    /// <summary>What the link offers; null when it cannot be used.</summary>
    public Offer? Offer { get; private set; }

    /// <summary>A code was typed in place of a link.</summary>
    public bool IsCode { get; private set; }

    /// <summary>The code as it was typed, to correct it.</summary>
    public string CodeTyped { get; private set; } = "";

    public bool CanMail => invitations.CanMail;

    /// <summary>What the sign-in page says first.</summary>
    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken cancellationToken)
    {
        if (await FindAsync(key, cancellationToken) is { } wait)
            return new TooManyTries(wait);
        // Until the name is known the number stands in for it, and nobody should have to delete that first.
        Input.Name = TempData[RefusedForms.TypedName] as string ?? (Offer?.Name == Offer?.Number ? "" : Offer?.Name);
        return Show();
    }

    public async Task<IActionResult> OnPostAsync(string key, CancellationToken cancellationToken)
    {
        if (await FindAsync(key, cancellationToken) is { } wait)
            return new TooManyTries(wait);
        if (Offer is not null && await limits.CountAsync([limits.OfAccount(Door, key)], cancellationToken) is { } pause)
            return new TooManyTries(pause);
        if (Offer is { Kind: InvitationKind.Join } && NameProblem(Input.Name) is { } problem && !ModelState.IsValid)
            ModelState.AddModelError($"{nameof(Input)}.{problem.Field}", problem.Text);
        if (Offer is null || !ModelState.IsValid)
            return Show();
        var outcome = await handler.HandleAsync(key, Input, HttpContext.Connection.RemoteIpAddress?.ToString(), cancellationToken);
        if (outcome is { IsDone: true })
            return Leave(outcome.Value.SignedIn);
        outcome?.ShowIn(ModelState, nameof(Input));
        Offer = outcome is null ? null : Offer;
        return Show();
    }

    /// <summary>
    /// A link cannot be guessed, so a good one opens whatever others did from the same address, and only a bad one counts. A code can, so
    /// it counts first: for the address at this residence, for all who try this residence, and for the address.
    /// </summary>
    /// <returns>How long to wait when there were too many tries.</returns>
    private async Task<TimeSpan?> FindAsync(string key, CancellationToken cancellationToken)
    {
        IsCode = InvitationCode.TryRead(key, out var residence, out var symbols);
        if (!IsCode)
        {
            Offer = await handler.ReadAsync(key, cancellationToken);
            return Offer is null ? await limits.CountAsync(HttpContext, Door, account: null, cancellationToken) : null;
        }

        CodeTyped = InvitationCode.Shown(residence, symbols);
        TryCount[] counts =
        [
            limits.OfAddressAtResidence(HttpContext, CodeDoor, residence),
            limits.OfMany(CodeDoor, residence),
            limits.OfAddress(HttpContext, CodeDoor),
        ];
        if (await limits.CountAsync(counts, cancellationToken) is { } wait)
            return wait;
        Offer = await handler.ReadAsync(key, cancellationToken);
        if (Offer is not null)
            await limits.ForgiveAsync(counts, cancellationToken);
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
        return RedirectToPage("/Account/SignIn/Index");
    }
}
