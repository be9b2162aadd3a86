using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Security;
using AjsPantry.Infrastructure.SignIn.Passwords;
using AjsPantry.Infrastructure.Web;
using FluentValidation;

namespace AjsPantry.Features.Account.Sessions;

/// <summary>Signs the person out on some of their other devices.</summary>
public static class SignOutDevices
{
    public sealed record Input
    {
        /// <summary>The sessions.</summary>
        public List<Guid> Ids { get; set; } = [];

        public string? Password { get; set; }
    }

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator()
        {
            RuleFor(input => input.Ids).NotEmpty().WithMessage("Choose a device to sign out.");
            RuleFor(input => input.Password).PresentPassword();
        }
    }

    public sealed class Handler(PantryDb db, PresentPassword password, MySessions sessions, OwnSignIn own, SecurityLog log)
    {
        public async Task<Outcome<Member>> HandleAsync(Input input, CancellationToken cancellationToken)
        {
            var confirmed = await password.ConfirmAsync(input.Password, cancellationToken);
            if (confirmed.Value is not { } member)
                return confirmed.Messages[0];
            if (await sessions.EndAsync(input.Ids, cancellationToken) > 0)
                log.Note(db, SecurityEventKind.DevicesSignedOut, member.Id);
            await db.SaveChangesAsync(cancellationToken);
            if ((await sessions.ListAsync(cancellationToken)).TrueForAll(session => session.IsThis))
                await own.OnlyThisAsync(member);
            return member;
        }
    }
}
