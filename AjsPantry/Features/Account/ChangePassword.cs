using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Web;
using FluentValidation;
using Microsoft.AspNetCore.Identity;

namespace AjsPantry.Features.Account;

/// <summary>A new password for a person who knows the present one. All other devices are signed out.</summary>
public static class ChangePassword
{
    public sealed record Input
    {
        public string? Present { get; set; }

        public string? Password { get; set; }
    }

    public sealed class Validator : AbstractValidator<Input>
    {
        private const int Longest = 200;

        public Validator()
        {
            RuleFor(input => input.Present).NotEmpty().WithMessage("Write your present password.").MaximumLength(Longest).WithMessage($"{Longest} characters is the most.");
            RuleFor(input => input.Password).NotEmpty().WithMessage("Choose a password of 12 characters or more.").MaximumLength(Longest).WithMessage($"{Longest} characters is the most.");
        }
    }

    public sealed class Handler(UserManager<Member> members, SignInManager<Member> signIn, Caller caller)
    {
        public async Task<Outcome<Member>> HandleAsync(Input input)
        {
            var member = await members.FindByIdAsync(caller.Person!.Id.ToString()) ?? throw new InvalidOperationException("The signed-in person is gone.");
            var result = await members.ChangePasswordAsync(member, input.Present!, input.Password!);
            if (result.Errors.FirstOrDefault() is { } error)
                return new FieldMessage(error.Code == nameof(IdentityErrorDescriber.PasswordMismatch) ? nameof(Input.Present) : nameof(Input.Password), error.Description);
            // Takes the new stamp over into this session; the others keep the old one, which no longer counts.
            await signIn.RefreshSignInAsync(member);
            return member;
        }
    }
}
