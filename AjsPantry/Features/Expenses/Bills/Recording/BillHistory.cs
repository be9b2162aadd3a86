using AjsPantry.Features.Shared.Goods;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Expenses.Bills.Recording;

/// <summary>
/// What earlier bills of a floor know that a new one need not be told: spellings, categories, the next number, and whether it was recorded
/// before.
/// </summary>
public sealed class BillHistory(PantryDb db)
{
    private const int MostShops = 30;
    private const int MostItems = 150;

    /// <summary>How far back proposals look; keeps them quick however long the history.</summary>
    private const int Recent = 300;

    /// <summary>How many numbers the next one is found from.</summary>
    private const int RecentNumbers = 100;

    /// <summary>The numbers of the floor's bills that count, the latest first, for proposing the next.</summary>
    public Task<List<NumberedBill>> NumbersAsync(Guid floorId, CancellationToken cancellationToken) =>
        db.Purchases.Where(bill => bill.FloorId == floorId)
            .OrderByDescending(bill => bill.RecordedAt).ThenByDescending(bill => bill.Id)
            .Select(bill => new NumberedBill(bill.Number, bill.Shop)).Take(RecentNumbers).ToListAsync(cancellationToken);

    /// <summary>The floor's shops, the one most used of late first.</summary>
    public Task<List<string>> ShopsAsync(Guid floorId, CancellationToken cancellationToken) =>
        db.Purchases.Where(bill => bill.FloorId == floorId)
            .OrderByDescending(bill => bill.RecordedAt).Take(Recent)
            .GroupBy(bill => bill.Shop)
            .OrderByDescending(shop => shop.Count()).ThenBy(shop => shop.Key)
            .Select(shop => shop.Key)
            .Take(MostShops)
            .ToListAsync(cancellationToken);

    /// <summary>Items bought of late with the unit and category they had last, for proposals while typing.</summary>
    public async Task<IReadOnlyList<KnownItem>> ItemsAsync(Guid floorId, CancellationToken cancellationToken)
    {
        var recent = await (from bill in db.Purchases
                            where bill.FloorId == floorId
                            orderby bill.RecordedAt descending
                            from line in bill.Lines
                            select new KnownItem(line.Item, line.Unit, line.Category)).Take(Recent).ToListAsync(cancellationToken);
        return [.. recent.DistinctBy(item => item.Item.ToLowerInvariant()).Take(MostItems)];
    }

    /// <summary>
    /// Writes the shop as it was written before, and gives items the category they had before or the one their name suggests.
    /// </summary>
    /// <param name="except">The bill being changed: what it says of itself must not stand in the way of putting it right.</param>
    public async Task<BillDraft> SettleAsync(Guid floorId, BillDraft draft, Guid? except, CancellationToken cancellationToken)
    {
        var shop = draft.Shop.ToLowerInvariant();
        var written = await db.CountedBills
            .Where(bill => bill.FloorId == floorId && bill.Id != except && bill.Shop.ToLower() == shop)
            .OrderByDescending(bill => bill.RecordedAt).Select(bill => bill.Shop).FirstOrDefaultAsync(cancellationToken);
        var known = (await ItemsAsync(floorId, cancellationToken)).ToDictionary(
            item => item.Item.ToLowerInvariant(), item => item.Category);
        return draft with
        {
            Shop = written ?? draft.Shop,
            Lines = [.. draft.Lines
                .Select(line =>
                    line with
                    {
                        Category = line.Category ?? known.GetValueOrDefault(line.Item.ToLowerInvariant(), CategoryGuess.Of(line.Item))
                    })],
        };
    }

    /// <summary>
    /// The question whether a bill is another one, where the floor has one that looks the same: same shop and number, or same shop, date
    /// and total. What was taken back is no duplicate of the right bill.
    /// </summary>
    /// <param name="except">The bill being changed, which is no duplicate of itself.</param>
    /// <returns>Null when none looks the same.</returns>
    public async Task<FieldMessage?> AskAboutDuplicateAsync(
        Guid floorId, BillDraft draft, Guid? except, CancellationToken cancellationToken)
    {
        var number = draft.Number.ToLowerInvariant();
        var total = draft.Total;
        var same = await db.LastingPurchases
            .Where(bill => bill.FloorId == floorId && bill.Id != except && bill.Shop == draft.Shop)
            .Where(bill => bill.Number.ToLower() == number || (bill.Date == draft.Date && bill.Total == total))
            .OrderByDescending(bill => bill.Number.ToLower() == number)
            .Select(bill => new { bill.Number, bill.Shop, bill.Date })
            .FirstOrDefaultAsync(cancellationToken);
        return same is null ? null : new(nameof(BillInput.AnotherBill),
            $"Bill {same.Number} from {same.Shop} of {Formats.FullDay(same.Date)} is already recorded. If this is another one, tick the box and save again.");
    }
}

/// <summary>An item as it was bought last.</summary>
public sealed record KnownItem(string Item, string Unit, Category Category);
