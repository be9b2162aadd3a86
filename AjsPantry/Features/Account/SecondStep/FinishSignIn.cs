using AjsPantry.Features.Notices;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Security;
using AjsPantry.Infrastructure.SignIn.TwoStep;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Account.SecondStep;

/// <summary>The second step of signing in: a code of the app, or a recovery code.</summary>
public static class FinishSignIn
{
    public sealed record Input
    {
        public string? Code { get; set; }

        /// <summary>Ask for no code on this device for a while.</summary>
        public bool Remember { get; set; }
    }

    public enum Answer
    {
        Welcome,

        /// <summary>The code is wrong, too old or used.</summary>
        Wrong,

        /// <summary>The password is asked for again: nobody gave it here lately, or it changed since.</summary>
        FromTheBeginning,
    }

    public sealed class Handler(HalfwaySignIn halfway, TenantScopes scopes, SecurityLog log)
    {
        /// <param name="isRecovery">The code is one of the recovery codes.</param>
        /// <param name="stays">The device is the person's own, and keeps the session.</param>
        public async Task<Answer> HandleAsync(Input input, bool isRecovery, bool stays, CancellationToken cancellationToken)
        {
            if (await halfway.ReadAsync() is not { } half)
                return Answer.FromTheBeginning;
            await using var scope = scopes.Open(half.TenantId);
            var services = scope.ServiceProvider;
            var db = scope.ServiceProvider.GetRequiredService<PantryDb>();
            if (await FindAsync(db, half, cancellationToken) is not { } member)
                return await BeginAgainAsync();
            services.GetRequiredService<Caller>().ActAsHolder(member.Name, null);
            var isRight = isRecovery
                ? await RecoverAsync(services, db, member, input, cancellationToken)
                : await services.GetRequiredService<TwoStepSignIn>().AcceptCodeAsync(member, input.Code, cancellationToken);
            if (!isRight)
            {
                await log.NoteNowAsync(db, SecurityEventKind.WrongCode, member.Id, cancellationToken);
                return Answer.Wrong;
            }

            await halfway.EndAsync();
            await services.GetRequiredService<SignInManager<Member>>().SignInWithClaimsAsync(member, stays, [new("amr", "mfa")]);
            if (input.Remember && stays && !isRecovery)
                await services.GetRequiredService<RememberedDevice>().RememberAsync(member);
            return Answer.Welcome;
        }

        /// <summary>Not somebody whose password or second step changed, or who was shut out, since the password was given.</summary>
        private static async Task<Member?> FindAsync(PantryDb db, StampedCookie half, CancellationToken cancellationToken)
        {
            var tenants = db.Tenants;
            var found = await db.Members.SingleOrDefaultAsync(
                member => member.Id == half.MemberId && member.DeactivatedAt == null && member.TwoFactorEnabled
                    && tenants.Any(tenant => tenant.SuspendedAt == null),
                cancellationToken);
            return found is not null && half.IsOf(found) ? found : null;
        }

        private async Task<Answer> BeginAgainAsync()
        {
            await halfway.EndAsync();
            return Answer.FromTheBeginning;
        }

        private async Task<bool> RecoverAsync(
            IServiceProvider services, PantryDb db, Member member, Input input, CancellationToken cancellationToken)
        {
            var twoStep = services.GetRequiredService<TwoStepSignIn>();
            var news = services.GetRequiredService<AccountNotice>();
            if (await twoStep.AcceptRecoveryCodeAsync(member, input.Code, cancellationToken) is not { } left)
                return false;
            log.Note(db, SecurityEventKind.RecoveryCodeUsed, member.Id);
            var rest = left switch { 0 => "no recovery codes", 1 => "1 recovery code", _ => $"{left} recovery codes" };
            var words = $"One of your recovery codes was used instead of your phone. You have {rest} left.";
            news.Tell(member, "A recovery code signed you in", words);
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
    }
}
