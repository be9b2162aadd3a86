using AjsPantry.Features.Expenses.Bills.Recording;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Procurement.Billing;

/// <summary>
/// Puts bought items on bills and takes them off, within the unit of work of the bill. The caller saves; two who bill the same item meet at
/// its version.
/// </summary>
public sealed class BillItems(PantryDb db)
{
    /// <summary>The message of a lost race.</summary>
    public static readonly FieldMessage Taken = new(
        "", "Someone else put one of these items on another bill. Nothing is saved yet. Remove it here, or look at the other bill.");

    /// <param name="before">The items that the bill had; empty for a new one.</param>
    /// <param name="bill">The bill as it stands now; null when it is voided.</param>
    /// <returns>Why it cannot be; null when the items follow.</returns>
    public async Task<FieldMessage?> FollowAsync(
        Guid floorId, IReadOnlyCollection<Guid> before, BillDraft? bill, CancellationToken cancellationToken)
    {
        IReadOnlyList<Guid> after = bill?.ShoppingItems ?? [];
        var all = before.Union(after).ToList();
        if (after.Count != after.Distinct().Count())
            return new FieldMessage("", "One shopping item is on two lines. Keep only one of them.");
        if (all.Count == 0)
            return null;
        var items = await db.ShoppingItems.Where(item => item.FloorId == floorId && all.Contains(item.Id)).ToListAsync(cancellationToken);
        foreach (var id in after.Except(before))
        {
            if (items.Find(item => item.Id == id) is not { } item)
                return new FieldMessage("", "One shopping item no longer exists. Remove its line and type it again.");
            if (item.State != ShoppingState.Bought)
                return new FieldMessage("",
                    item.State == ShoppingState.Billed ? $"{item.Name} is already on another bill."
                        : $"{item.Name} is not bought yet. Mark it as bought first.");
        }

        foreach (var item in items)
            item.State = after.Contains(item.Id) ? ShoppingState.Billed : ShoppingState.Bought;
        // What the bill says was paid, where and when, is what counts.
        foreach (var line in bill?.Lines.Where(line => line.ShoppingItemId is not null) ?? [])
        {
            var item = items.Find(item => item.Id == line.ShoppingItemId)!;
            item.Price = line.Amount;
            item.Shop = bill!.Shop;
            item.BoughtOn = bill.Date;
            if (line.Unit == item.Unit)
                item.BoughtQuantity = line.Quantity;
        }

        return null;
    }

    /// <summary>
    /// Bought items of a floor that are on no bill yet, for the form of a bill; those that are not there or not bought are left out.
    /// </summary>
    public Task<List<ShoppingItem>> ToBillAsync(Guid floorId, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        db.ShoppingItems.AsNoTracking()
            .Where(item => item.FloorId == floorId && ids.Contains(item.Id) && item.State == ShoppingState.Bought)
                .OrderBy(item => item.BoughtAt).ThenBy(item => item.AddedAt).ThenBy(item => item.Position).ThenBy(item => item.Id)
                    .ToListAsync(cancellationToken);
}
