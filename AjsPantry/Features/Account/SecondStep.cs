using System.Security.Claims;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Tenancy;
using FluentValidation;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace AjsPantry.Features.Account;

/// <summary>The second step of signing in: a code from the person's app, or one of their recovery codes.</summary>
public static class SecondStep
{
    public sealed record Input
    {
        public string? Code { get; set; }
    }

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator() => RuleFor(input => input.Code).NotEmpty().WithMessage("Write the code.").MaximumLength(40).WithMessage("That is longer than any code.");
    }

    public sealed class Handler(SignInLookup lookup, TenantScopes scopes)
    {
        private const int AppDigits = 6;

        /// <summary>Whose password was accepted a moment ago; null when nobody's was, or too long ago.</summary>
        public static async Task<Guid?> HalfwayAsync(HttpContext context)
        {
            var halfway = await context.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme);
            return Guid.TryParse(halfway.Principal?.FindFirstValue(ClaimTypes.Name), out var memberId) ? memberId : null;
        }

        /// <returns>False for a wrong code or an account that rests after too many.</returns>
        public async Task<bool> HandleAsync(Guid memberId, string typed, bool sharedDevice, CancellationToken cancellationToken)
        {
            if (await lookup.TenantOfAsync(memberId, cancellationToken) is not { } tenantId)
                return false;
            await using var scope = scopes.Open(tenantId);
            var signIn = scope.ServiceProvider.GetRequiredService<SignInManager<Member>>();
            var code = new string([.. typed.Where(char.IsLetterOrDigit)]);
            if (code.Length == AppDigits && code.All(char.IsAsciiDigit))
                return (await signIn.TwoFactorAuthenticatorSignInAsync(code, isPersistent: !sharedDevice, rememberClient: false)).Succeeded;
            return (await signIn.TwoFactorRecoveryCodeSignInAsync(RecoveryCode(code))).Succeeded;
        }

        /// <summary>Identity writes its recovery codes as two groups of five; people leave out the hyphen.</summary>
        private static string RecoveryCode(string letters) => letters.Length == 10 ? $"{letters[..5]}-{letters[5..]}".ToUpperInvariant() : letters;
    }
}
