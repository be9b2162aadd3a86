using AjsPantry.Features.Expenses.Bills.Recording;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Procurement.Billing;

/// <summary>Things of the shopping list are put on bills.</summary>
public sealed class BillItems(PantryDb db) : IBoughtItems
{
    public bool AreTaken(DbUpdateConcurrencyException exception) => exception.Entries.Any(entry => entry.Entity is ShoppingItem);

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
        var problems = after.Except(before).Select(id => WhyNot(items.Find(item => item.Id == id)));
        if (problems.FirstOrDefault(problem => problem is not null) is { } first)
            return first;
        foreach (var item in items)
            item.State = after.Contains(item.Id) ? ShoppingState.Billed : ShoppingState.Bought;
        if (bill is not null)
            TakeFrom(bill, items);
        return null;
    }

    /// <summary>Why a thing cannot be put on a bill; null when it can.</summary>
    private static FieldMessage? WhyNot(ShoppingItem? item) => item switch
    {
        null => new("", "One shopping item no longer exists. Remove its line and type it again."),
        { State: ShoppingState.Bought } => null,
        { State: ShoppingState.Billed } => new("", $"{item.Name} is already on another bill."),
        _ => new("", $"{item.Name} is not bought yet. Mark it as bought first."),
    };

    /// <summary>What the bill says was paid, where and when, is what counts.</summary>
    private static void TakeFrom(BillDraft bill, List<ShoppingItem> items)
    {
        foreach (var line in bill.Lines.Where(line => line.ShoppingItemId is not null))
        {
            var item = items.Find(item => item.Id == line.ShoppingItemId)!;
            item.Price = line.Amount;
            item.Shop = bill.Shop;
            item.BoughtOn = bill.Date;
            if (line.Unit == item.Unit)
                item.BoughtQuantity = line.Quantity;
        }
    }

    public Task<List<BoughtItem>> ToBillAsync(Guid floorId, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        Bought(floorId).AsNoTracking().Where(item => ids.Contains(item.Id))
            .OrderBy(item => item.BoughtAt).ThenBy(item => item.AddedAt).ThenBy(item => item.Position).ThenBy(item => item.Id)
            .Select(item => new BoughtItem(
                item.Id, item.Name, item.BoughtQuantity!.Value, item.Unit, item.Price, item.Category, item.Shop, item.BoughtOn))
            .ToListAsync(cancellationToken);

    public async Task<NotBilled> NotBilledAsync(Guid floorId, CancellationToken cancellationToken) =>
        await Bought(floorId).GroupBy(item => item.FloorId)
            .Select(items => new NotBilled(items.Count(), items.Sum(item => item.Price ?? 0)))
            .SingleOrDefaultAsync(cancellationToken) ?? new(0, 0);

    public Task<int> CountNotBilledAsync(Guid floorId, DateOnly from, DateOnly before, CancellationToken cancellationToken) =>
        Bought(floorId).CountAsync(item => item.BoughtOn >= from && item.BoughtOn < before, cancellationToken);

    private IQueryable<ShoppingItem> Bought(Guid floorId) =>
        db.ShoppingItems.Where(item => item.FloorId == floorId && item.State == ShoppingState.Bought);
}
