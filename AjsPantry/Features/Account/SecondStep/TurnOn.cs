using AjsPantry.Infrastructure.Security;
using AjsPantry.Infrastructure.SignIn.Passwords;
using AjsPantry.Infrastructure.SignIn.TwoStep;
using AjsPantry.Infrastructure.Web;
using FluentValidation;

namespace AjsPantry.Features.Account.SecondStep;

/// <summary>
/// Connects the signed-in person's authenticator app: the first one, or another in its place. The one before works until then.
/// </summary>
public static class TurnOn
{
    public sealed record Input
    {
        public string? Code { get; set; }

        public string? Password { get; set; }
    }

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator()
        {
            RuleFor(input => input.Code).Must(typed => TypedCode.Plain(typed) != "").WithMessage("Write the six digits from the app.");
            RuleFor(input => input.Password).PresentPassword();
        }
    }

    /// <summary>The answer to the form that comes again, as when the page with the codes is loaded once more.</summary>
    public static readonly FieldMessage ShownOnce = new("", "Recovery codes are shown only once. If you did not save them, make new ones.");

    private const string TooLate = "This page was open for too long. Add the new key to the app, then write its six digits.";

    private const string Strange = "That is not the code of this key. Write the six digits that the app shows now. "
        + "If they fail again, set your phone's clock to automatic.";

    public sealed class Handler(PresentPassword password, TwoStepSignIn twoStep, SetUpKey setUp, OwnSignIn own, SecurityLog log)
    {
        public async Task<Outcome<NewCodes>> HandleAsync(Input input, CancellationToken cancellationToken)
        {
            var confirmed = await password.ConfirmAsync(input.Password, cancellationToken);
            if (confirmed.Value is not { } member)
                return confirmed.Messages[0];
            if (setUp.Read(member.Id) is not { } key)
            {
                var isAgain = await twoStep.IsLastCodeAsync(member, input.Code, cancellationToken);
                return isAgain ? ShownOnce : new FieldMessage(nameof(Input.Code), TooLate);
            }

            var wasOn = member.TwoFactorEnabled;
            var isRemembered = await own.IsRememberedAsync(member);
            if (await twoStep.TurnOnAsync(member, key, input.Code, cancellationToken) is not { } codes)
            {
                log.Write(SecurityEventKind.WrongCode, member.Id);
                return new FieldMessage(nameof(Input.Code), Strange);
            }

            setUp.Forget();
            var (title, words) = wasOn
                ? ("Your sign-in codes now come from another phone",
                    "Another authenticator app was connected. Codes from the old one no longer work.")
                : ("Two-step sign-in is on", "Signing in now also asks for a code from your authenticator app.");
            await own.ChangedAsync(member, SecurityEventKind.SecondStepOn, title, words, isRemembered, cancellationToken);
            return new NewCodes(codes);
        }
    }
}

/// <summary>Recovery codes, in the one answer that shows them.</summary>
public sealed record NewCodes(IReadOnlyList<string> Codes);
