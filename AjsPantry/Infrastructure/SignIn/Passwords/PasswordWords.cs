using Microsoft.AspNetCore.Identity;

namespace AjsPantry.Infrastructure.SignIn.Passwords;

/// <summary>What Identity says about passwords, in our words.</summary>
internal sealed class PasswordWords : IdentityErrorDescriber
{
    public override IdentityError PasswordTooShort(int length) =>
        new()
        {
            Code = nameof(PasswordTooShort),
            Description = $"Write {length} characters or more. Three or four unrelated words make a good one."
        };

    public override IdentityError PasswordMismatch() =>
        new() { Code = nameof(PasswordMismatch), Description = PresentPassword.Wrong.Text };
}
