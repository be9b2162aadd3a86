using AjsPantry.Infrastructure.SignIn.Passwords;
using FluentValidation;

namespace AjsPantry.Features.Account.Password;

/// <summary>A form that asks for the password and nothing else.</summary>
public sealed record PasswordInput
{
    public string? Password { get; set; }

    public sealed class Validator : AbstractValidator<PasswordInput>
    {
        public Validator() => RuleFor(input => input.Password).PresentPassword();
    }
}
