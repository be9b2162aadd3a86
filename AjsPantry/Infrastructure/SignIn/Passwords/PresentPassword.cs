using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Limits;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Security;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Identity;

namespace AjsPantry.Infrastructure.SignIn.Passwords;

/// <summary>
/// Asks the signed-in person for the password again before what they sign in with changes: an open session is not enough for that, and must
/// not be a place to guess it at leisure. Wrong ones count for the session, so that whoever has stolen one stops nobody else.
/// </summary>
public sealed class PresentPassword(UserManager<Member> members, Scope scope, TryLimits limits, SecurityLog log)
{
    private const string Door = "present password";

    /// <summary>The form's field.</summary>
    private const string Field = "Password";

    /// <summary>The message under the field.</summary>
    public static readonly FieldMessage Wrong = new(Field, "That is not your current password.");

    /// <summary>The message where no password was written.</summary>
    public const string Missing = "Write your current password.";

    /// <returns>The signed-in person when the password is theirs; else what they are told.</returns>
    public async Task<Outcome<Member>> ConfirmAsync(string? typed, CancellationToken cancellationToken)
    {
        var person = scope.Actor;
        TryCount[] counts = [limits.OfDevice(Door, person.SessionId.ToString(), person.Id.ToString())];
        if (await limits.CountAsync(counts, cancellationToken) is { } wait)
        {
            log.Write(SecurityEventKind.LimitReached, person.Id);
            return new FieldMessage(Field, $"Too many wrong passwords. Wait {TooManyTries.Words(wait)}, then try again.");
        }

        if (typed is { Length: > 0 } && await members.FindByIdAsync(person.Id.ToString()) is { } member
            && await members.CheckPasswordAsync(member, typed))
        {
            await limits.ForgiveAsync(counts, CancellationToken.None);
            return member;
        }

        log.Write(SecurityEventKind.PasswordNotConfirmed, person.Id);
        return Wrong;
    }
}
