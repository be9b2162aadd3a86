using AjsPantry.Infrastructure.Limits;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AjsPantry.Features.Notices.Preferences;

/// <summary>
/// Where mails lead those who want no more of their kind. Mail programs post here for their readers (RFC 8058), without cookies and
/// so without a token; the link itself is the proof, and it can do this one thing only.
/// </summary>
[IgnoreAntiforgeryToken]
public sealed class StopModel(StopMails stop, TryLimits limits) : PageModel
{
    private const string Door = "stop-mails";

    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    /// <summary>What the link ends; null when it cannot be used.</summary>
    public StopOffer? Offer { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        AnswerAsync(() => stop.FindAsync(Token, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        AnswerAsync(() => stop.StopAsync(Token, HttpContext.Connection.RemoteIpAddress?.ToString(), cancellationToken), cancellationToken);

    /// <summary>Links that cannot be used count against the address; a good one works whatever others did from it.</summary>
    private async Task<IActionResult> AnswerAsync(Func<Task<StopOffer?>> act, CancellationToken cancellationToken)
    {
        Offer = await act();
        if (Offer is not null)
            return Page();
        var wait = await limits.CountAsync(HttpContext, Door, account: null, cancellationToken);
        return wait is { } time ? new TooManyTries(time) : NotFound();
    }
}
