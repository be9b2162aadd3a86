using AjsPantry.Features.Notices;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Security;
using AjsPantry.Infrastructure.SignIn.TwoStep;

namespace AjsPantry.Features.People.Access;

/// <summary>
/// Takes a person's second step off for somebody else: an admin, an operator or the command on the server, who each decide before whether
/// they may. Every device of the person is signed out and forgotten, and the person is told who did it and why.
/// </summary>
public sealed class SecondStepDesk(PantryDb db, TwoStepSignIn twoStep, AccountNotice news, SecurityLog log)
{
    /// <param name="by">Who does it, as the person reads it.</param>
    /// <param name="reason">Kept in the audit trail too, which the caller of the scope sees to.</param>
    public async Task TakeOffAsync(Member member, string by, string reason, CancellationToken cancellationToken)
    {
        log.Note(db, SecurityEventKind.SecondStepRemoved, member.Id);
        var words =
            $"{by} turned it off. Reason: {reason.TrimEnd('.')}. You now sign in with your password only. You can set it up again in your account.";
        news.Tell(member, "Your two-step sign-in was turned off", words);
        await twoStep.TurnOffAsync(member, cancellationToken);
    }
}
