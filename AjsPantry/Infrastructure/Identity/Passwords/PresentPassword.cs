using AjsPantry.Infrastructure.Identity.Security;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Identity;

namespace AjsPantry.Infrastructure.Identity.Passwords;

/// <summary>
/// Asks the signed-in person for the password again before what they sign in with changes: an open session is not enough for that. The page
/// counts the tries.
/// </summary>
public sealed class PresentPassword(UserManager<Member> members, Caller caller, SecurityLog log)
{
    /// <summary>The message under a form's field Password.</summary>
    public static readonly FieldMessage Wrong = new("Password", "That is not your current password.");

    /// <summary>The message where no password was written.</summary>
    public const string Missing = "Write your current password.";

    /// <returns>The signed-in person when the password is theirs.</returns>
    public async Task<Member?> ConfirmAsync(string? typed)
    {
        var id = caller.Person!.Id;
        if (typed is { Length: > 0 } && await members.FindByIdAsync(id.ToString()) is { } member && await members.CheckPasswordAsync(member, typed))
            return member;
        log.Write(SecurityEventKind.PasswordNotConfirmed, id);
        return null;
    }
}
