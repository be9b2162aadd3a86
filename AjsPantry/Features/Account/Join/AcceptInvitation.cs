using AjsPantry.Features.Notices;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Identity.Sessions;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Security;
using AjsPantry.Infrastructure.SignIn;
using AjsPantry.Infrastructure.SignIn.Passwords;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Account.Join;

/// <summary>Lets the holder of a link choose a password, once: to join, or to get back in.</summary>
public static class AcceptInvitation
{
    public const int LongestName = 100;

    public sealed record Input
    {
        /// <summary>Asked for when joining; a link that only lets back in changes no name.</summary>
        public string? Name { get; set; }

        public string? Password { get; set; }

        /// <summary>As at the sign-in page. Whoever joins does so on a device of their own, unless they say otherwise.</summary>
        public bool SharedDevice { get; set; }
    }

    /// <summary>What is wrong with a password itself, Identity says when it is set.</summary>
    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator() => RuleFor(input => input.Password).ChosenPassword();
    }

    /// <summary>What is wrong with the name of somebody who joins; null for nothing.</summary>
    public static FieldMessage? NameProblem(string? typed) => InputParser.Text(typed) switch
    {
        "" => new(nameof(Input.Name), "Write the name that others here know."),
        { Length: > LongestName } => new(nameof(Input.Name), $"Use {LongestName} characters at most."),
        _ => null,
    };

    /// <summary>What the page shows of an open link.</summary>
    /// <param name="NeedsApp">The role needs two-step sign-in, and the person has not set it up.</param>
    public sealed record Offer(InvitationKind Kind, string TenantName, string Number, string Name, bool NeedsApp);

    /// <param name="SignedIn">False when the person still has to sign in, because a second step is asked for or somebody else is signed in
    /// here.</param>
    public sealed record Accepted(bool SignedIn);

    public sealed class Handler(TenantScopes scopes, SignInLookup lookup, Caller visitor, TimeProvider clock)
    {
        /// <summary>What a link or a code opens, wherever it does.</summary>
        private readonly record struct Key(Guid TenantId, byte[] Hash);

        /// <summary>Only looks: opening a link, as mail programs do to check it, does not use it up.</summary>
        /// <returns>Null for every link that cannot be used, whatever the reason.</returns>
        public async Task<Offer?> ReadAsync(string typed, CancellationToken cancellationToken)
        {
            foreach (var key in await KeysAsync(typed, cancellationToken))
            {
                if (await ReadAsync(key, cancellationToken) is { } offer)
                    return offer;
            }

            return null;
        }

        private async Task<Offer?> ReadAsync(Key key, CancellationToken cancellationToken)
        {
            await using var scope = scopes.Open(key.TenantId);
            var db = scope.ServiceProvider.GetRequiredService<PantryDb>();
            var hash = key.Hash;
            var now = clock.GetUtcNow();
            var invitations = db.Invitations;
            var offers =
                from invitation in invitations
                from tenant in db.Tenants
                where invitation.KeyHash == hash || invitation.CodeHash == hash
                where invitation.UsedAt == null && invitation.WithdrawnAt == null && invitation.ExpiresAt > now
                where invitation.Member!.DeactivatedAt == null && tenant.SuspendedAt == null
                select new Offer(invitation.Kind, tenant.Name, invitation.Member!.Number, invitation.Member.Name,
                    !invitation.Member.TwoFactorEnabled && tenant.SecondFactorRoles.Contains(invitation.Member.Role.ToString()));
            return await offers.SingleOrDefaultAsync(cancellationToken);
        }

        /// <summary>A link names its tenant. A code names a residence, of which two may differ by a dash only.</summary>
        private async Task<IReadOnlyList<Key>> KeysAsync(string typed, CancellationToken cancellationToken)
        {
            if (SecretKey.TryParse(typed, out var link))
                return [new(link.TenantId, link.Hash())];
            if (!InvitationCode.TryRead(typed, out var residence, out var symbols))
                return [];
            var tenants = await lookup.TenantsOfCodeAsync(residence, cancellationToken);
            return [.. tenants.Select(tenant => new Key(tenant, InvitationCode.Hash(tenant, symbols)))];
        }

        /// <returns>Null when the link cannot be used, or was used a moment ago by the same form.</returns>
        public async Task<Outcome<Accepted>?> HandleAsync(string typed, Input input, string? address, CancellationToken cancellationToken)
        {
            foreach (var key in await KeysAsync(typed, cancellationToken))
            {
                if (await ReadAsync(key, cancellationToken) is not null)
                    return await AcceptAsync(key, input, address, cancellationToken);
            }

            return null;
        }

        private async Task<Outcome<Accepted>?> AcceptAsync(Key key, Input input, string? address, CancellationToken cancellationToken)
        {
            await using var scope = scopes.Open(key.TenantId);
            var db = scope.ServiceProvider.GetRequiredService<PantryDb>();
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            if (await ClaimAsync(db, key, cancellationToken) is not { } invitation)
                return null;
            var member = await db.Members.SingleAsync(member => member.Id == invitation.MemberId, cancellationToken);
            scope.ServiceProvider.GetRequiredService<Caller>().ActAsHolder(member.Number, address);
            var problems = await SetAsync(scope.ServiceProvider, invitation, member, input);
            if (problems.Count > 0)
                return new Outcome<Accepted>(null, problems);
            await TellAsync(scope.ServiceProvider, db, invitation, member, cancellationToken);
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
        private async Task<Invitation?> ClaimAsync(PantryDb db, Key key, CancellationToken cancellationToken)
        {
            var invitations = db.Invitations;
            var hash = key.Hash;
            var now = clock.GetUtcNow();
            db.Take(LockRank.Invitations);
            var found = await invitations.FromSql($"""
                SELECT * FROM invitations WHERE tenant_id = {db.TenantId} AND used_at IS NULL AND withdrawn_at IS NULL
                    AND member_id = (SELECT member_id FROM invitations
                        WHERE tenant_id = {db.TenantId} AND (key_hash = {hash} OR code_hash = {hash})
                            AND used_at IS NULL AND withdrawn_at IS NULL)
                ORDER BY id FOR UPDATE
                """).ToListAsync(cancellationToken);
            var claimed = found.Find(invitation => invitation.ExpiresAt > now
                && (invitation.KeyHash.AsSpan().SequenceEqual(hash) || invitation.CodeHash.AsSpan().SequenceEqual(hash)));
            foreach (var other in found.Where(invitation => claimed is not null && invitation != claimed))
                other.WithdrawnAt = now;
            return claimed;
        }

        /// <summary>Whoever had a password learns that a link has replaced it.</summary>
        private static async Task TellAsync(
            IServiceProvider services, PantryDb db, Invitation invitation, Member member, CancellationToken cancellationToken)
        {
            const string What = "A link was used to choose it. You are signed out everywhere else.";
            if (invitation.Kind != InvitationKind.Reset)
                return;
            services.GetRequiredService<SecurityLog>().Note(db, SecurityEventKind.PasswordReset, member.Id);
            services.GetRequiredService<AccountNotice>().Tell(member, "Your password was changed", What);
            await db.SaveChangesAsync(cancellationToken);
        }

        /// <returns>Everything that is wrong, so that nobody mends one field to hear of the next.</returns>
        private async Task<IReadOnlyList<FieldMessage>> SetAsync(
            IServiceProvider services, Invitation invitation, Member member, Input input)
        {
            var members = services.GetRequiredService<UserManager<Member>>();
            var wrongName = invitation.Kind == InvitationKind.Join ? NameProblem(input.Name) : null;
            if (invitation.Kind == InvitationKind.Join && wrongName is null)
                member.Name = InputParser.Text(input.Name);
            invitation.UsedAt = clock.GetUtcNow();
            var result = await members.ResetPasswordAsync(member, await members.GeneratePasswordResetTokenAsync(member), input.Password!);
            var wrongPassword = result.Succeeded ? null : new FieldMessage(nameof(Input.Password), result.Errors.First().Description);
            return [.. new[] { wrongName, wrongPassword }.OfType<FieldMessage>()];
        }
    }
}
