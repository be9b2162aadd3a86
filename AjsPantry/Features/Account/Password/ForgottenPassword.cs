using AjsPantry.Features.Account.SignIn;
using AjsPantry.Infrastructure.SignIn;
using AjsPantry.Infrastructure.Web.Input;
using FluentValidation;
using Hangfire;

namespace AjsPantry.Features.Account.Password;

/// <summary>
/// Mails a link to whoever forgot the password. The request does the same for every name: it looks it up and queues one job, which
/// has nothing to do when nobody has the name. So neither words nor time tell who has an account.
/// </summary>
public static class ForgottenPassword
{
    public sealed record Input
    {
        public string? Name { get; set; }
    }

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator() => RuleFor(input => input.Name).Words("Write your member number or email.", SignInByPassword.Longest);
    }

    public sealed class Handler(SignInLookup lookup, Invitations invitations, IBackgroundJobClient queue)
    {
        /// <summary>False when there is no mail server; then only an admin can help.</summary>
        public bool CanMail => invitations.CanMail;

        public async Task HandleAsync(Input input, CancellationToken cancellationToken)
        {
            if (!CanMail)
                return;
            Guid[] memberIds = [.. (await lookup.FindAsync(input.Name!, cancellationToken)).Select(candidate => candidate.MemberId)];
            queue.Enqueue<MailForgottenLinks>(job => job.RunAsync(memberIds, CancellationToken.None));
        }
    }
}
