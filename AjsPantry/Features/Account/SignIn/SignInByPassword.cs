using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Security;
using AjsPantry.Infrastructure.SignIn;
using AjsPantry.Infrastructure.SignIn.Passwords;
using AjsPantry.Infrastructure.SignIn.TwoStep;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web.Input;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Account.SignIn;

/// <summary>One door for everybody: member number or email, and password.</summary>
public static class SignInByPassword
{
    /// <summary>Of a name: far above any number or email.</summary>
    public const int Longest = 200;

    public sealed record Input
    {
        public string? Name { get; set; }

        public string? Password { get; set; }

        /// <summary>The code of the residence, asked for where several know the name.</summary>
        public string? Residence { get; set; }

        /// <summary>Other people use the device: signs out after a short quiet time and when the browser closes.</summary>
        public bool SharedDevice { get; set; }
    }

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator()
        {
            RuleFor(input => input.Name).Words("Write your member number or email.", Longest);
            RuleFor(input => input.Residence).MaximumLength(TenantRules.LongestCode)
                .WithMessage($"Use {TenantRules.LongestCode} characters at most.");
            RuleFor(input => input.Password).NotEmpty().WithMessage("Write your password.").MaximumLength(PasswordRules.Most)
                .WithMessage(PasswordRules.TooLong);
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

    public sealed class Handler(
        SignInLookup lookup, TenantScopes scopes, MemberPasswordHasher hasher, SecurityLog log)
    {
        /// <summary>Whom the name can mean, with the residence's code before it where that was asked for.</summary>
        public Task<IReadOnlyList<SignInCandidate>> FindAsync(Input input, CancellationToken cancellationToken) =>
            lookup.FindAsync(NameOf(input), cancellationToken);

        /// <summary>The name as it is looked for and counted.</summary>
        public static string NameOf(Input input) =>
            InputParser.Text(input.Residence) is { Length: > 0 } code && !input.Name!.Contains('/', StringComparison.Ordinal)
                ? $"{code}/{input.Name}"
                : input.Name!;

        /// <param name="accounts">What <see cref="FindAsync"/> found, of one residence. A name of nobody takes as long.</param>
        public async Task<Result> HandleAsync(Input input, IReadOnlyList<SignInCandidate> accounts, CancellationToken cancellationToken)
        {
            foreach (var account in accounts is [] ? [new SignInCandidate(Guid.NewGuid(), Guid.NewGuid())] : accounts)
            {
                await using var scope = scopes.Open(account.TenantId);
                if (await CheckAsync(scope.ServiceProvider, account.MemberId, input, cancellationToken) is { } answer)
                    return answer;
            }

            return new(Answer.Refused);
        }

        /// <summary>Null when the password is not this account's.</summary>
        private async Task<Result?> CheckAsync(IServiceProvider services, Guid memberId, Input input, CancellationToken cancellationToken)
        {
            var members = services.GetRequiredService<UserManager<Member>>();
            var db = services.GetRequiredService<PantryDb>();
            // A password is checked even where there is none yet, so that this cannot be told from the time it takes.
            if (await members.FindByIdAsync(memberId.ToString()) is not { PasswordHash: not null } member)
            {
                hasher.VerifyHashedPassword(new Member(), hasher.OfNobody, input.Password!);
                await log.NoteNowAsync(db, SecurityEventKind.UnknownName, Guid.Empty, cancellationToken);
                return null;
            }

            if (!await members.CheckPasswordAsync(member, input.Password!))
            {
                await log.NoteNowAsync(db, SecurityEventKind.WrongPassword, memberId, cancellationToken);
                return null;
            }

            var answer = await EnterAsync(services, db, member, input, cancellationToken);
            if (answer.Answer is not (Answer.Welcome or Answer.SecondFactor))
                await log.NoteNowAsync(db, SecurityEventKind.ClosedAccount, memberId, cancellationToken);
            return answer;
        }

        /// <summary>The password is right, and is not hashed again.</summary>
        private static async Task<Result> EnterAsync(
            IServiceProvider services, PantryDb db, Member member, Input input, CancellationToken cancellationToken)
        {
            if (member.DeactivatedAt is not null)
                return new(Answer.Deactivated);
            var suspended = db.Tenants.Where(tenant => tenant.SuspendedAt != null).Select(tenant => tenant.SuspendReason);
            if (await suspended.SingleOrDefaultAsync(cancellationToken) is { } reason)
                return new(Answer.Suspended, reason);
            var isRemembered = member.TwoFactorEnabled && await services.GetRequiredService<RememberedDevice>().KnowsAsync(member);
            if (member.TwoFactorEnabled && !isRemembered)
            {
                await services.GetRequiredService<HalfwaySignIn>().BeginAsync(member);
                services.GetRequiredService<SecurityLog>().Write(SecurityEventKind.SecondStepAsked, member.Id);
                return new(Answer.SecondFactor);
            }

            var signIn = services.GetRequiredService<SignInManager<Member>>();
            await signIn.SignInWithClaimsAsync(member, isPersistent: !input.SharedDevice, [new("amr", isRemembered ? "mfa" : "pwd")]);
            return new(Answer.Welcome);
        }
    }
}
