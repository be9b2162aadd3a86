using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Procurement.Buying;

/// <summary>Takes a tick back: it was not bought after all. What is on a bill stays there; the bill is changed or voided instead.</summary>
public sealed class PutBackItem(PantryDb db, Scope scope)
{
    /// <returns>Null when the floor has no such item, or it is not the person's tick.</returns>
    public Task<Outcome<ShoppingItem>?> HandleAsync(Guid floorId, Guid id, CancellationToken cancellationToken) =>
        db.RetryOnConflictAsync(() => OnceAsync(floorId, id, cancellationToken), RetryOnConflict.Changed);

    private async Task<Outcome<ShoppingItem>?> OnceAsync(Guid floorId, Guid id, CancellationToken cancellationToken)
    {
        scope.Demand(Permission.ViewShopping);
        var person = scope.Actor;
        if (await db.ShoppingItems.SingleOrDefaultAsync(
            item => item.FloorId == floorId && item.Id == id, cancellationToken) is not { } item)
            return null;
        if (item.State == ShoppingState.Billed)
            return new FieldMessage("", $"{item.Name} is on a bill. Remove it from the bill, or void the bill.");
        if (item.State != ShoppingState.Bought)
            return item;
        if (!person.May(Permission.ManageShopping) && item.BoughtById != person.Id)
            return null;
        item.State = item.AssigneeId is null ? ShoppingState.Needed : ShoppingState.Assigned;
        item.BoughtOn = null;
        item.BoughtById = null;
        item.BoughtAt = null;
        item.BoughtQuantity = null;
        item.Price = null;
        item.Shop = null;
        await db.SaveChangesAsync(cancellationToken);
        return item;
    }
}
