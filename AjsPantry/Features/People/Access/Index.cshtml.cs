using AjsPantry.Features.People.Directory;
using AjsPantry.Features.People.Person;
using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.SignIn;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.People.Access;

public sealed class AccessModel(MemberQuery query, ResetAccess handler, Invitations invitations, SiteAddress site) : MemberPage(query)
{
    /// <summary>The link, in the one answer that shows it.</summary>
    public LinkView? Made { get; private set; }

    public bool HasJoined => Member.State != MemberState.Invited;

    /// <summary>The link would go out by mail, which is not always wanted: the address may be wrong.</summary>
    public bool WouldMail => invitations.CanMail && !string.IsNullOrWhiteSpace(Member.Mail);

    /// <summary>How many links the person has had, so that this form makes one of them and no more.</summary>
    public int Seen { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Seen = await invitations.CountAsync([Id], cancellationToken);
        return Member.State == MemberState.Deactivated ? ToMember() : Page();
    }

    public async Task<IActionResult> OnPostAsync(bool byHand, int? seen, CancellationToken cancellationToken)
    {
        if (await handler.HandleAsync(Id, byHand, seen, cancellationToken) is not { } outcome)
            return NotFound();
        outcome.ShowIn(ModelState, "");
        // As after adding: no redirect, so that the link is in this answer and nowhere else.
        if (outcome.IsDone)
            Made = LinkView.Of(outcome.Value, HasJoined ? InvitationKind.Reset : InvitationKind.Join, Tenant.Name, site);
        Seen = await invitations.CountAsync([Id], cancellationToken);
        return Page();
    }
}
