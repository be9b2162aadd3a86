using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.SignIn.TwoStep;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Account.SecondStep;

/// <summary>Whether the person signs in with a second step, here and elsewhere.</summary>
public sealed class SecondStepQuery(PantryDb db, TwoStepSignIn twoStep, RememberedDevice device, Scope scope)
{
    public async Task<SecondStepView> ReadAsync(CancellationToken cancellationToken)
    {
        var me = scope.Actor.Id;
        var member = await db.Members.AsNoTracking().SingleAsync(member => member.Id == me, cancellationToken);
        return new(
            member.TwoFactorEnabled, member.TwoFactorEnabled && await device.KnowsAsync(member),
            await twoStep.CodesLeftAsync(me, cancellationToken));
    }
}

/// <param name="IsRemembered">This device is asked for no code for a while.</param>
/// <param name="CodesLeft">How many recovery codes the person has.</param>
public sealed record SecondStepView(bool IsOn, bool IsRemembered, int CodesLeft);
