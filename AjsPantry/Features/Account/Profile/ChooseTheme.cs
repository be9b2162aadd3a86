using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Scopes;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Account.Profile;

/// <summary>How the pages look to a person: light, dark, or as the device is set.</summary>
public sealed class ChooseTheme(PantryDb db, Scope scope)
{
    /// <returns>False when there is no such theme.</returns>
    public async Task<bool> HandleAsync(Theme theme, CancellationToken cancellationToken)
    {
        if (!Enum.IsDefined(theme))
            return false;
        var me = scope.Actor.Id;
        var member = await db.Members.SingleAsync(member => member.Id == me, cancellationToken);
        member.Theme = theme;
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}
