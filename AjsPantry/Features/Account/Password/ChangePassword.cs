using AjsPantry.Features.Menus.Calendar;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Security;
using AjsPantry.Infrastructure.SignIn.Passwords;
using AjsPantry.Infrastructure.Web;
using FluentValidation;
using Microsoft.AspNetCore.Identity;

namespace AjsPantry.Features.Account.Password;

/// <summary>Gives the signed-in person another password. Every other device is signed out, and open links end.</summary>
public static class ChangePassword
{
    public sealed record Input
    {
        public string? Password { get; set; }

        public string? NewPassword { get; set; }

        public string? Repeated { get; set; }

        /// <summary>The link by which calendar programs read the person's days ends too.</summary>
        public bool EndCalendarLink { get; set; }
    }

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator()
        {
            RuleFor(input => input.Password).PresentPassword();
            RuleFor(input => input.NewPassword).ChosenPassword();
            RuleFor(input => input.Repeated).Equal(input => input.NewPassword)
                .WithMessage("The two new passwords are different. Write the same one twice.");
        }
    }

    public sealed class Handler(UserManager<Member> members, PresentPassword password, OwnSignIn own, FeedLinks feeds)
    {
        public async Task<Outcome<Member>> HandleAsync(Input input, CancellationToken cancellationToken)
        {
            var confirmed = await password.ConfirmAsync(input.Password, cancellationToken);
            if (confirmed.Value is not { } member)
                return confirmed.Messages[0];
            if (PasswordRules.Plain(input.NewPassword!) == PasswordRules.Plain(input.Password!))
                return new FieldMessage(nameof(Input.NewPassword), "This is the password you have now. Choose another one.");
            var result = await members.ResetPasswordAsync(
                member, await members.GeneratePasswordResetTokenAsync(member), input.NewPassword!);
            if (!result.Succeeded)
                return new FieldMessage(nameof(Input.NewPassword), result.Errors.First().Description);
            if (input.EndCalendarLink)
                await feeds.TakeBackAsync(member.Id, cancellationToken);
            await own.ChangedAsync(
                member, SecurityEventKind.PasswordChanged, "Your password was changed", "Your other devices are signed out.",
                staysRemembered: false, cancellationToken);
            return member;
        }
    }
}
