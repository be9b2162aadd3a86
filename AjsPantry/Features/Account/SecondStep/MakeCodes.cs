using AjsPantry.Features.Account.Password;
using AjsPantry.Infrastructure.Security;
using AjsPantry.Infrastructure.SignIn.Passwords;
using AjsPantry.Infrastructure.SignIn.TwoStep;
using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Features.Account.SecondStep;

/// <summary>Makes new recovery codes for the signed-in person; the ones before end.</summary>
public sealed class MakeCodes(PresentPassword password, TwoStepSignIn twoStep, OwnSignIn own)
{
    public async Task<Outcome<NewCodes>> HandleAsync(PasswordInput input, CancellationToken cancellationToken)
    {
        var confirmed = await password.ConfirmAsync(input.Password, cancellationToken);
        if (confirmed.Value is not { } member)
            return confirmed.Messages[0];
        if (!member.TwoFactorEnabled)
            return new FieldMessage("", "Two-step sign-in is off, so there are no recovery codes. Set it up first.");
        var isRemembered = await own.IsRememberedAsync(member);
        var codes = await twoStep.NewCodesAsync(member, cancellationToken);
        await own.ChangedAsync(
            member, SecurityEventKind.RecoveryCodesMade, "You have new recovery codes",
            "New recovery codes were made for your account. The old ones no longer work.", isRemembered, cancellationToken);
        return new NewCodes(codes);
    }
}
