using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Mail;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web;
using FluentValidation;
using Hangfire;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Account;

/// <summary>
/// Mails a link to whoever forgot the password. The page does the same for every name: it looks it up and queues one job, which
/// is empty when nobody has the name. So neither words nor time tell who has an account.
/// </summary>
public static class ForgottenPassword
{
    public sealed record Input
    {
        public string? Name { get; set; }
    }

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator() => RuleFor(input => input.Name).Words("Write your member number or e-mail address.", 200);
    }

    public sealed class Handler(SignInLookup lookup, Outbox outbox, IBackgroundJobClient queue)
    {
        /// <summary>False when there is no mail server; then only an admin can help.</summary>
        public bool Mails => outbox.IsOn;

        public async Task HandleAsync(Input input, CancellationToken cancellationToken)
        {
            if (!Mails)
                return;
            var candidates = (await lookup.FindAsync(input.Name!, cancellationToken)).ToArray();
            queue.Enqueue<Job>(job => job.RunAsync(candidates, CancellationToken.None));
        }
    }

    /// <summary>Makes the links, one for each account that the name may mean.</summary>
    public sealed class Job(TenantScopes scopes, TimeProvider clock)
    {
        /// <summary>Nobody's inbox is filled by somebody else's typing.</summary>
        private static readonly TimeSpan AtMostEvery = TimeSpan.FromMinutes(5);

        [Queue(MailSetup.Queue)]
        public async Task RunAsync(SignInCandidate[] candidates, CancellationToken cancellationToken)
        {
            foreach (var candidate in candidates)
            {
                await using var scope = scopes.Open(candidate.TenantId);
                await SendAsync(scope.ServiceProvider, candidate.MemberId, cancellationToken);
            }
        }

        private async Task SendAsync(IServiceProvider services, Guid memberId, CancellationToken cancellationToken)
        {
            services.GetRequiredService<Caller>().ActAsJob("Forgotten password");
            var db = services.GetRequiredService<PantryDb>();
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.Database.ExecuteSqlAsync($"SELECT FROM members WHERE id = {memberId} FOR UPDATE", cancellationToken);
            var (recent, invitations, tenants) = (clock.GetUtcNow() - AtMostEvery, db.Invitations, db.Tenants);
            var member = await db.Members.SingleOrDefaultAsync(
                member => member.Id == memberId && member.Email != null && member.DeactivatedAt == null && tenants.Any(tenant => tenant.SuspendedAt == null)
                    && !invitations.Any(invitation => invitation.MemberId == memberId && invitation.CreatedAt > recent),
                cancellationToken);
            if (member is null)
                return;
            var kind = member.PasswordHash is null ? InvitationKind.Join : InvitationKind.Reset;
            await services.GetRequiredService<Invitations>().CreateAsync(member, kind, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
    }
}
