using AjsPantry.Infrastructure.Identity;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.People;

public sealed class AccessModel(MemberQuery query, ResetAccess handler) : MemberPage(query)
{
    /// <summary>The link, in the one answer that shows it.</summary>
    public LinkView? Made { get; private set; }

    public bool HasJoined => Member.State != MemberState.Invited;

    public IActionResult OnGet() => Member.State == MemberState.Deactivated ? ToMember() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await handler.HandleAsync(Id, cancellationToken) is not { } outcome)
            return NotFound();
        outcome.ShowIn(ModelState, "");
        // As after adding: no redirect, so that the link is in this answer and nowhere else.
        if (outcome.IsDone)
            Made = LinkView.Of(outcome.Value, HasJoined ? InvitationKind.Reset : InvitationKind.Join, Request);
        return Page();
    }
}
