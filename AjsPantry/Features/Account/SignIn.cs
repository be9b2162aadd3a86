using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Account;

/// <summary>One door for everybody: member number or email, and password.</summary>
public static class SignIn
{
    public sealed record Input
    {
        public string? Name { get; set; }

        public string? Password { get; set; }

        /// <summary>Other people use the device: signs out after a short quiet time and when the browser closes.</summary>
        public bool SharedDevice { get; set; } = true;
    }

    public sealed class Validator : AbstractValidator<Input>
    {
        /// <summary>Far above any passphrase; keeps nobody busy hashing megabytes.</summary>
        private const int Longest = 200;

        public Validator()
        {
            RuleFor(input => input.Name).Words("Write your member number or email.", Longest);
            RuleFor(input => input.Password).NotEmpty().WithMessage("Write your password.").MaximumLength(Longest).WithMessage($"Use {Longest} characters at most.");
        }
    }

    public enum Answer
    {
        Welcome,
        SecondFactor,
        Refused,
        Deactivated,
        Suspended,
    }

    /// <param name="SuspendReason">Why the person's residence is suspended.</param>
    public sealed record Result(Answer Answer, string? SuspendReason = null);

    public sealed class Handler(SignInLookup lookup, TenantScopes scopes, IPasswordHasher<Member> hasher)
    {
        /// <summary>
        /// As many accounts are looked into for every name: one that nobody, one or two people have takes equally long. One that three
        /// have takes longer, which tells no more than that numbers are counted up from one.
        /// </summary>
        private const int LeastAccounts = 2;

        /// <summary>A hash to check against where there is no account or it has no password yet, so that the answer takes as long.</summary>
        private static string? _nobody;

        /// <summary>
        /// A name may mean several accounts of different tenants; the one whose password fits signs in. Only when none fits do
        /// they count a failed try.
        /// </summary>
        public async Task<Result> HandleAsync(Input input, CancellationToken cancellationToken)
        {
            var candidates = await lookup.FindAsync(input.Name!, cancellationToken);
            while (candidates.Count < LeastAccounts)
                candidates.Add(new SignInCandidate(Guid.NewGuid(), Guid.NewGuid()));
            foreach (var candidate in candidates)
            {
                await using var scope = scopes.Open(candidate.TenantId);
                if (await CheckAsync(scope.ServiceProvider, candidate.MemberId, input, cancellationToken) is { } answer)
                    return answer;
            }

            foreach (var candidate in candidates)
                await CountFailureAsync(candidate);
            return new(Answer.Refused);
        }

        /// <summary>Null when the password is not this account's, or the account rests after too many wrong ones.</summary>
        private async Task<Result?> CheckAsync(IServiceProvider services, Guid memberId, Input input, CancellationToken cancellationToken)
        {
            var members = services.GetRequiredService<UserManager<Member>>();
            // A password is checked even where there is none yet or the account rests, so that neither can be told from the time it takes.
            if (await members.FindByIdAsync(memberId.ToString()) is not { PasswordHash: not null } member)
            {
                CheckNobody(input.Password!);
                return null;
            }

            if (!await members.CheckPasswordAsync(member, input.Password!) || await members.IsLockedOutAsync(member))
                return null;
            if (member.DeactivatedAt is not null)
                return new(Answer.Deactivated);
            if (await services.GetRequiredService<PantryDb>().Tenants.Where(tenant => tenant.SuspendedAt != null).Select(tenant => tenant.SuspendReason).SingleOrDefaultAsync(cancellationToken) is { } reason)
                return new(Answer.Suspended, reason);
            var result = await services.GetRequiredService<SignInManager<Member>>().PasswordSignInAsync(member, input.Password!, isPersistent: !input.SharedDevice, lockoutOnFailure: true);
            return result.RequiresTwoFactor ? new(Answer.SecondFactor) : result.Succeeded ? new(Answer.Welcome) : null;
        }

        private void CheckNobody(string password) =>
            hasher.VerifyHashedPassword(new Member(), _nobody ??= hasher.HashPassword(new Member(), Guid.NewGuid().ToString()), password);

        /// <summary>
        /// Writes as much for a name that nobody has and for an account that rests as for any other, and does not wait for the disk,
        /// so that neither can be told from the time it takes. A count that is lost with the server costs nobody anything.
        /// </summary>
        private async Task CountFailureAsync(SignInCandidate candidate)
        {
            await using var scope = scopes.Open(candidate.TenantId);
            var (db, members) = (scope.ServiceProvider.GetRequiredService<PantryDb>(), scope.ServiceProvider.GetRequiredService<UserManager<Member>>());
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.Database.ExecuteSqlAsync($"SET LOCAL synchronous_commit = off");
            if (await members.FindByIdAsync(candidate.MemberId.ToString()) is { } member && !await members.IsLockedOutAsync(member))
                await members.AccessFailedAsync(member);
            else
                await db.Members.Where(member => member.Id == Guid.Empty).ExecuteUpdateAsync(set => set.SetProperty(member => member.AccessFailedCount, 0));
            await transaction.CommitAsync();
        }
    }
}
