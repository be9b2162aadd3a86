using AjsPantry.Features.People.Roles;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Security;
using AjsPantry.Infrastructure.SignIn;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.People.Access;

/// <summary>
/// Makes a fresh link: an invitation for somebody who never joined, else one to choose a new password. The old password goes on
/// working until the link is used, so that a link made by mistake locks nobody out.
/// </summary>
public sealed class ResetAccess(PantryDb db, Invitations invitations, SecondVoice voices, SecurityLog log, Scope scope)
{
    /// <param name="byHand">Show the link even if it could be mailed.</param>
    /// <param name="seen">How many links the person had when the form was shown; null where no form was.</param>
    /// <returns>Null when the tenant has nobody by that id.</returns>
    public async Task<Outcome<InvitationLink>?> HandleAsync(Guid id, bool byHand, int? seen, CancellationToken cancellationToken)
    {
        scope.Demand(Permission.ManageMembers);
        await using var turn = await db.BeginChangeOfPeopleAsync(cancellationToken);
        if (await db.Members.SingleOrDefaultAsync(member => member.Id == id, cancellationToken) is not { } member)
            return null;
        if (member.DeactivatedAt is not null)
            return new FieldMessage("", $"{member.Name} is deactivated. Reactivate the account first, then make a link.");
        if (seen is { } count && count != await invitations.CountAsync([member.Id], cancellationToken))
            return new FieldMessage("", $"A link was already made for {member.Name}. If you make another one, that link stops working.");
        // What is mailed goes to the other admin. What is shown lets in whoever sees it.
        var isShown = member.Role == Role.Admin && member.Id != scope.ActorId && !invitations.WouldMail(member, byHand);
        if (isShown && await voices.MissingAsync(member, SecondVoice.ShownLink, alone: null, cancellationToken) is { } missing)
        {
            await turn.CommitAsync(cancellationToken);
            return missing;
        }

        var link = await invitations.CreateAsync(
            member, member.PasswordHash is null ? InvitationKind.Join : InvitationKind.Reset, cancellationToken, byHand);
        log.Note(db, SecurityEventKind.PasswordLinkMade, member.Id);
        await db.SaveChangesAsync(cancellationToken);
        await turn.CommitAsync(cancellationToken);
        return link;
    }
}
