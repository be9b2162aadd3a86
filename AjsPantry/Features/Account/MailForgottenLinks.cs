using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Mail;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.SignIn;
using AjsPantry.Infrastructure.Tenancy;
using Hangfire;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Account;

/// <summary>Makes and mails a link for each account that a typed name may mean; they may be of several tenants.</summary>
public sealed class MailForgottenLinks(SignInLookup lookup, TenantScopes scopes, TimeProvider clock)
{
    /// <summary>Nobody's inbox is filled by somebody else's typing.</summary>
    public static readonly TimeSpan AtMostEvery = TimeSpan.FromMinutes(5);

    /// <summary>Run a second time it mails nothing new, because of <see cref="AtMostEvery"/>.</summary>
    [Queue(MailSetup.Queue)]
    [AutomaticRetry(Attempts = 3)]
    public async Task RunAsync(Guid[] memberIds, CancellationToken cancellationToken)
    {
        foreach (var memberId in memberIds)
        {
            if (await lookup.TenantOfAsync(memberId, cancellationToken) is not { } tenantId)
                continue;
            await using var scope = scopes.Open(tenantId);
            await MailAsync(scope.ServiceProvider, memberId, cancellationToken);
        }
    }

    private async Task MailAsync(IServiceProvider services, Guid memberId, CancellationToken cancellationToken)
    {
        services.GetRequiredService<Caller>().ActAsJob("Forgotten password");
        var db = services.GetRequiredService<PantryDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // Two jobs for one person wait for each other, so that the second sees the link of the first.
        await db.HoldMemberAsync(memberId, cancellationToken);
        if (await FindAsync(db, memberId, cancellationToken) is not { } member)
            return;
        await services.GetRequiredService<Invitations>().MailForgottenAsync(member, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <returns>Null when no link would let the person in, or one was made a moment ago.</returns>
    private Task<Member?> FindAsync(PantryDb db, Guid memberId, CancellationToken cancellationToken)
    {
        var recent = clock.GetUtcNow() - AtMostEvery;
        var invitations = db.Invitations;
        var tenants = db.Tenants;
        return db.Members.SingleOrDefaultAsync(
            member => member.Id == memberId && member.DeactivatedAt == null && tenants.Any(tenant => tenant.SuspendedAt == null)
                && !invitations.Any(invitation => invitation.MemberId == memberId && invitation.CreatedAt > recent),
            cancellationToken);
    }
}
