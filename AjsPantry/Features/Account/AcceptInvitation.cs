using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Account;

/// <summary>Lets the holder of a link choose a password, once: to join, or to get back in.</summary>
public static class AcceptInvitation
{
    public const int LongestName = 100;

    public sealed record Input
    {
        /// <summary>Asked for when joining; a link that only lets back in changes no name.</summary>
        public string? Name { get; set; }

        public string? Password { get; set; }

        /// <summary>As at the sign-in page, and with the same careful answer unless the person gives another.</summary>
        public bool SharedDevice { get; set; } = true;
    }

    /// <summary>What is wrong with a password itself, Identity says when it is set.</summary>
    public sealed class Validator : AbstractValidator<Input>
    {
        private const int LongestPassword = 200;

        public Validator() =>
            RuleFor(input => input.Password).NotEmpty().WithMessage("Choose a password of 12 characters or more.").MaximumLength(LongestPassword).WithMessage($"Use {LongestPassword} characters at most.");
    }

    /// <summary>What the page shows of an open link.</summary>
    public sealed record Offer(InvitationKind Kind, string TenantName, string Number, string Name);

    /// <param name="SignedIn">False when the person still has to sign in, because a second step is asked for or somebody else is signed in here.</param>
    public sealed record Accepted(bool SignedIn);

    public sealed class Handler(TenantScopes scopes, Caller visitor, TimeProvider clock)
    {
        /// <summary>Only looks: opening a link, as mail programs do to check it, does not use it up.</summary>
        /// <returns>Null for every link that cannot be used, whatever the reason.</returns>
        public async Task<Offer?> ReadAsync(string typed, CancellationToken cancellationToken)
        {
            if (!SessionKey.TryParse(typed, out var key))
                return null;
            await using var scope = scopes.Open(key.TenantId);
            var db = scope.ServiceProvider.GetRequiredService<PantryDb>();
            var (hash, now, invitations) = (key.Hash(), clock.GetUtcNow(), db.Invitations);
            var offers =
                from invitation in invitations
                from tenant in db.Tenants
                where invitation.KeyHash == hash && invitation.UsedAt == null && invitation.WithdrawnAt == null && invitation.ExpiresAt > now
                where invitation.Member!.DeactivatedAt == null && tenant.SuspendedAt == null
                select new Offer(invitation.Kind, tenant.Name, invitation.Member!.Number, invitation.Member.Name);
            return await offers.SingleOrDefaultAsync(cancellationToken);
        }

        /// <returns>Null when the link cannot be used, or was used a moment ago by the same form.</returns>
        public async Task<Outcome<Accepted>?> HandleAsync(string typed, Input input, string? address, CancellationToken cancellationToken)
        {
            if (await ReadAsync(typed, cancellationToken) is null || !SessionKey.TryParse(typed, out var key))
                return null;
            await using var scope = scopes.Open(key.TenantId);
            var db = scope.ServiceProvider.GetRequiredService<PantryDb>();
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            if (await ClaimAsync(db, key, cancellationToken) is not { } invitation)
                return null;
            var member = await db.Members.SingleAsync(member => member.Id == invitation.MemberId, cancellationToken);
            scope.ServiceProvider.GetRequiredService<Caller>().ActAsHolder(member.Number, address);
            if (await SetAsync(scope.ServiceProvider, invitation, member, input) is { } refusal)
                return refusal;
            await transaction.CommitAsync(cancellationToken);
            if (visitor.Person is not null || member.TwoFactorEnabled)
                return new Accepted(SignedIn: false);
            await scope.ServiceProvider.GetRequiredService<SignInManager<Member>>().SignInAsync(member, isPersistent: !input.SharedDevice);
            return new Accepted(SignedIn: true);
        }

        /// <summary>
        /// Locks all open links of the link's person until the password stands, in the same order for everybody: who comes second
        /// finds it used, and the others end with it.
        /// </summary>
        private async Task<Invitation?> ClaimAsync(PantryDb db, SessionKey key, CancellationToken cancellationToken)
        {
            var (invitations, hash, now) = (db.Invitations, key.Hash(), clock.GetUtcNow());
            var found = await invitations.FromSql($"""
                SELECT * FROM invitations WHERE tenant_id = {db.TenantId} AND used_at IS NULL AND withdrawn_at IS NULL
                    AND member_id = (SELECT member_id FROM invitations WHERE tenant_id = {db.TenantId} AND key_hash = {hash})
                ORDER BY id FOR UPDATE
                """).ToListAsync(cancellationToken);
            var claimed = found.Find(invitation => invitation.KeyHash.AsSpan().SequenceEqual(hash) && invitation.ExpiresAt > now);
            foreach (var other in found.Where(invitation => claimed is not null && invitation != claimed))
                other.WithdrawnAt = now;
            return claimed;
        }

        private async Task<FieldMessage?> SetAsync(IServiceProvider services, Invitation invitation, Member member, Input input)
        {
            var (members, name) = (services.GetRequiredService<UserManager<Member>>(), Typed.Text(input.Name));
            if (invitation.Kind == InvitationKind.Join && name is "" or { Length: > LongestName })
                return new FieldMessage(nameof(Input.Name), name == "" ? "Write the name that others here know." : $"Use {LongestName} characters at most.");
            if (invitation.Kind == InvitationKind.Join)
                member.Name = name;
            invitation.UsedAt = clock.GetUtcNow();
            (member.LockoutEnd, member.AccessFailedCount) = (null, 0);
            var result = await members.ResetPasswordAsync(member, await members.GeneratePasswordResetTokenAsync(member), input.Password!);
            return result.Succeeded ? null : new FieldMessage(nameof(Input.Password), result.Errors.First().Description);
        }
    }
}
