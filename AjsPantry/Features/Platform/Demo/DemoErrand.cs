using AjsPantry.Features.Expenses.Bills;
using AjsPantry.Features.Expenses.Bills.Recording;
using AjsPantry.Features.Procurement;
using AjsPantry.Features.Procurement.Buying;
using AjsPantry.Features.Procurement.List;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Platform.Demo;

/// <summary>
/// On a floor some weeks ago: a list that was bought and put on a bill, so that it is known what things of today's list cost the last time.
/// </summary>
internal sealed class DemoErrand(DemoStage stage, DemoFloor floor)
{
    private const int Day = -21;
    private const string Shop = "Demo Green Basket";

    private static readonly (string Name, string Unit, decimal Quantity, decimal Price)[] Things =
        [("Onion", "kg", 5, 162.50m), ("Green chilli", "g", 250, 28), ("Banana", "dozen", 4, 240), ("Milk", "ltr", 10, 640),
            ("Peanut oil", "ltr", 5, 925)];

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        await AddAsync(cancellationToken);
        var items = await stage.ReadAsync(db => db.ShoppingItems.AsNoTracking().Where(item => item.FloorId == floor.Id)
            .OrderBy(item => item.Position).ToListAsync(cancellationToken));
        await BuyAsync(items, cancellationToken);
        await RecordAsync(items, cancellationToken);
    }

    private Task<AddItems.Added> AddAsync(CancellationToken cancellationToken)
    {
        var input = new AddItems.Input
        {
            Rows = [.. Things.Select(thing =>
                new AddItems.Row { Item = thing.Name, Quantity = DemoText.Of(thing.Quantity), Unit = thing.Unit })],
        };
        return stage.DoAsync(floor.Head, stage.At(Day - 1, 20), input,
            (AddItems.Handler list) => list.HandleAsync(floor.Id, input, cancellationToken));
    }

    private Task<BuyItems.Ticked> BuyAsync(IReadOnlyList<ShoppingItem> items, CancellationToken cancellationToken)
    {
        var input = new BuyItems.Input
        {
            Shop = Shop,
            Rows = [.. items.Select(item =>
                new BuyItems.Row { Id = item.Id.ToString(), Bought = true, Price = DemoText.Of(PriceOf(item)) })],
        };
        return stage.DoAsync(floor.Head, stage.At(Day, 11), input,
            (BuyItems.Handler list) => list.HandleAsync(floor.Id, input, cancellationToken));
    }

    private Task<Bill> RecordAsync(IReadOnlyList<ShoppingItem> items, CancellationToken cancellationToken)
    {
        var input = new BillInput
        {
            Number = $"F{DemoText.Of(floor.View.Number)}-901",
            Date = DemoText.Of(stage.Today.AddDays(Day)),
            Shop = Shop,
            Lines = [.. items.Select(item => new BillLineInput
            {
                Item = item.Name,
                Quantity = DemoText.Of(item.Quantity),
                Unit = item.Unit,
                Amount = DemoText.Of(PriceOf(item)),
                ShoppingItemId = item.Id.ToString(),
            })],
        };
        return stage.DoAsync(floor.Head, stage.At(Day, 18), input, (RecordBill bills) => bills.HandleAsync(
            floor.Id, input.SubmissionId, input.ToDraft(floor.Head.Person.Tenant.Culture), false, cancellationToken));
    }

    private static decimal PriceOf(ShoppingItem item) => Things.Single(thing => thing.Name == item.Name).Price;
}
