using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.Dishes;

/// <summary>What one floor may not decide alone.</summary>
internal static class DishesOfOthers
{
    /// <summary>The message when a dish is not one floor's to take out of use.</summary>
    public static readonly FieldMessage OfOthers = new("", "Others cook this dish too. Ask an admin to archive it.");

    /// <summary>Whoever looks after one floor takes out of use only what no other floor cooks or has planned.</summary>
    public static async Task<FieldMessage?> OfOthersAsync(this PantryDb db, Scope scope, Guid id, CancellationToken cancellationToken)
    {
        if (scope.Person is not { } person || person.May(Permission.ChooseFloor))
            return null;
        var floor = person.Floor?.Id;
        var isOthers = await db.Menus.AnyAsync(
            menu => (menu.DishId == id || menu.SideId == id) && menu.CancelledAt == null && menu.FloorId != floor, cancellationToken);
        return isOthers ? OfOthers : null;
    }
}
