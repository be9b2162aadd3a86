using AjsPantry.Features.Account.Password;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Security;
using AjsPantry.Infrastructure.SignIn.Passwords;
using AjsPantry.Infrastructure.SignIn.TwoStep;
using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Features.Account.SecondStep;

/// <summary>Turns the signed-in person's second step off.</summary>
public sealed class TurnOff(PresentPassword password, TwoStepSignIn twoStep, OwnSignIn own)
{
    public async Task<Outcome<Member>> HandleAsync(PasswordInput input, CancellationToken cancellationToken)
    {
        var confirmed = await password.ConfirmAsync(input.Password, cancellationToken);
        if (confirmed.Value is not { } member)
            return confirmed.Messages[0];
        if (!member.TwoFactorEnabled)
            return member;
        await twoStep.TurnOffAsync(member, cancellationToken);
        await own.ChangedAsync(
            member, SecurityEventKind.SecondStepOff, "Two-step sign-in is off", "Your password alone now signs you in.",
            staysRemembered: false, cancellationToken);
        return member;
    }
}
