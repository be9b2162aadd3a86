using AjsPantry.Features.People.Roles;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.SignIn;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Platform.Tenants;

/// <summary>
/// Makes another link for the admin that an operator named, as long as no admin has joined. From then on the residence's admins
/// invite each other, and an operator only speaks as the second voice, where one of them asks for a link for another.
/// </summary>
public sealed class FirstAdminLink(TenantActs acts, TenantScopes scopes, Scope scope)
{
    private static readonly FieldMessage Joined = new(
        "", "An admin has joined. The residence now makes its own links. When it needs your help, an admin asks for a link there first.");

    private static readonly FieldMessage Made = new(
        "", "A link was already made. If you make another one, that link stops working.");

    /// <summary>The admin who is awaited; null when one has joined, or none is there to join.</summary>
    public async Task<AwaitedAdmin?> FindAsync(Guid tenantId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.Open(tenantId);
        var admin = await AwaitedAsync(scope.ServiceProvider, cancellationToken);
        if (admin is null)
            return null;
        var invitations = scope.ServiceProvider.GetRequiredService<Invitations>();
        var mail = invitations.CanMail ? admin.Email : null;
        var links = await invitations.CountAsync([admin.Id], cancellationToken);
        return new AwaitedAdmin(admin.Name, admin.Number, mail, admin.PasswordHash is not null, links);
    }

    /// <param name="byHand">Show the link even if it could be mailed.</param>
    /// <param name="seen">How many links the admin had when the form was shown; null where no form was.</param>
    public Task<Outcome<InvitationLink>> HandleAsync(Guid tenantId, bool byHand, int? seen, CancellationToken cancellationToken)
    {
        scope.Demand(Permission.OperatePlatform);
        return acts.DoAsync<InvitationLink>(
            tenantId,
            async services =>
            {
                var db = services.GetRequiredService<PantryDb>();
                await WaitForJoiningAsync(db, cancellationToken);
                if (await AwaitedAsync(services, cancellationToken) is not { } admin)
                    return Joined;
                var kind = admin.PasswordHash is null ? InvitationKind.Join : InvitationKind.Reset;
                var invitations = services.GetRequiredService<Invitations>();
                if (seen is { } count && count != await invitations.CountAsync([admin.Id], cancellationToken))
                    return Made;
                var link = await invitations.CreateAsync(admin, kind, cancellationToken, byHand);
                var voices = services.GetRequiredService<SecondVoice>();
                if ((await voices.WishedAsync(SecondVoice.ShownLink, cancellationToken)).Contains(admin.Id))
                    voices.Agree(admin.Id, SecondVoice.ShownLink);
                await db.SaveChangesAsync(cancellationToken);
                return link;
            },
            link => new ActNote(nameof(Invitation), null, new() { ["Admin"] = link.Name }),
            cancellationToken);
    }

    /// <summary>
    /// Who joins holds the open links until the password stands, and takes them in this order. Without waiting an operator could get a
    /// link into an account that is somebody's by then.
    /// </summary>
    private static Task WaitForJoiningAsync(PantryDb db, CancellationToken cancellationToken) =>
        db.HoldInvitationsAsync(cancellationToken);

    private static async Task<Member?> AwaitedAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var admins = await services.GetRequiredService<PantryDb>().Members.Where(member => member.Role == Role.Admin)
            .OrderBy(member => member.CreatedAt).ThenBy(member => member.Id).ToListAsync(cancellationToken);
        if (!admins.Exists(admin => admin.PasswordHash is not null))
            return admins.Find(admin => admin.DeactivatedAt is null);
        var wished = await services.GetRequiredService<SecondVoice>().WishedAsync(SecondVoice.ShownLink, cancellationToken);
        return admins.Find(admin => admin.DeactivatedAt is null && wished.Contains(admin.Id));
    }
}

/// <param name="Mail">Where a link would be mailed to; null when it would be shown.</param>
/// <param name="HasJoined">Another admin asks for the link, and an operator may be the second to agree.</param>
/// <param name="Links">How many links were ever made for the admin.</param>
public sealed record AwaitedAdmin(string Name, string Number, string? Mail, bool HasJoined, int Links);
