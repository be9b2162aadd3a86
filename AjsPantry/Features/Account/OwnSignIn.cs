using AjsPantry.Features.Notices;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Security;
using AjsPantry.Infrastructure.SignIn;
using AjsPantry.Infrastructure.SignIn.TwoStep;
using Microsoft.AspNetCore.Identity;

namespace AjsPantry.Features.Account;

/// <summary>
/// What follows when the signed-in person changed what they sign in with. The new security stamp ends every session and every remembered
/// device; the one in the person's hands goes on. Open links end, and the person is told, in case it was somebody else.
/// </summary>
public sealed class OwnSignIn(
    PantryDb db, SignInManager<Member> signIn, RememberedDevice device, Invitations invitations, AccountNotice news, SecurityLog log)
{
    /// <summary>Whether this device is asked for no code; to be read before the change, and kept after it.</summary>
    public Task<bool> IsRememberedAsync(Member member) => device.KnowsAsync(member);

    public async Task ChangedAsync(
        Member member, SecurityEventKind what, string title, string text, bool staysRemembered, CancellationToken cancellationToken)
    {
        // Whoever changes it because somebody else may have a link means that link too.
        await invitations.WithdrawAsync(member.Id, cancellationToken);
        log.Note(db, what, member.Id);
        news.Tell(member, title, text);
        await db.SaveChangesAsync(cancellationToken);
        await KeepAsync(member, staysRemembered);
    }

    /// <summary>Every other device has been signed out: none of them is remembered any more either, as one of them may be lost.</summary>
    public async Task OnlyThisAsync(Member member)
    {
        var isRemembered = await device.KnowsAsync(member);
        await signIn.UserManager.UpdateSecurityStampAsync(member);
        await KeepAsync(member, isRemembered);
    }

    private async Task KeepAsync(Member member, bool staysRemembered)
    {
        await signIn.RefreshSignInAsync(member);
        if (staysRemembered)
            await device.RememberAsync(member);
        else
            await device.ForgetAsync();
    }
}
