using AjsPantry.Features.Procurement;
using AjsPantry.Features.Procurement.Buying;
using AjsPantry.Features.Procurement.List;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Platform.Demo;

/// <summary>A shopping list as it stands on an ordinary day: some of it given to somebody, some in the trolley.</summary>
internal sealed class DemoShopping(DemoStage stage, DemoFloor floor)
{
    private static readonly (string Name, decimal Quantity, string Unit, Priority Priority, string? Note)[] Things =
    [
        ("Onion", 5, "kg", Priority.Medium, null), ("Green chilli", 250, "g", Priority.Medium, null),
        ("Banana", 4, "dozen", Priority.High, "Firm ones"), ("Milk", 12, "ltr", Priority.High, null),
        ("Curd", 2, "kg", Priority.Medium, null), ("Peanut oil", 5, "ltr", Priority.Low, null), ("Dish soap", 2, "pcs", Priority.Low, null),
        ("Potato", 8, "kg", Priority.Medium, null), ("Sugar", 3, "kg", Priority.Medium, null),
    ];

    /// <summary>What somebody has bought already.</summary>
    private static readonly string[] Bought = ["Potato", "Sugar"];

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        // What one person is to buy stands in one form, and what is urgent in another.
        var forms = Things.Index().GroupBy(row => (Buyer: BuyerOf(row.Index), row.Item.Priority), row => row.Item);
        foreach (var form in forms)
            await AddAsync(form.Key.Buyer, [.. form], form.Key.Priority, cancellationToken);
        foreach (var item in await ReadAsync(cancellationToken))
            await BuyAsync(item, cancellationToken);
    }

    /// <returns>Null for what nobody has taken.</returns>
    private DemoMember? BuyerOf(int position) => position % 3 == 0 ? null : floor.People[position % floor.People.Count];

    private Task<AddItems.Added> AddAsync(
        DemoMember? buyer, IReadOnlyList<(string Name, decimal Quantity, string Unit, Priority Priority, string? Note)> things,
        Priority priority, CancellationToken cancellationToken)
    {
        var input = new AddItems.Input
        {
            Assignee = buyer?.Id.ToString(),
            NeededBy = priority == Priority.High ? DemoText.Of(stage.Today.AddDays(2)) : null,
            Priority = priority,
            Rows = [.. things.Select(thing =>
                new AddItems.Row { Item = thing.Name, Quantity = DemoText.Of(thing.Quantity), Unit = thing.Unit, Note = thing.Note })],
        };
        return stage.DoAsync(floor.Head, stage.At(-1, 20), input,
            (AddItems.Handler list) => list.HandleAsync(floor.Id, input, cancellationToken));
    }

    private Task<List<ShoppingItem>> ReadAsync(CancellationToken cancellationToken) => stage.ReadAsync(db =>
        db.ShoppingItems.AsNoTracking().Where(item => item.FloorId == floor.Id && item.State == ShoppingState.Assigned)
            .Where(item => Bought.Contains(item.Name)).OrderBy(item => item.Name).ToListAsync(cancellationToken));

    private Task<ShoppingItem> BuyAsync(ShoppingItem item, CancellationToken cancellationToken)
    {
        var input = new BuyItem.Input();
        return stage.ChangeAsync(floor.People.Single(member => member.Id == item.AssigneeId), stage.At(0, 9), input,
            (BuyItem.Handler list) => list.HandleAsync(floor.Id, item.Id, input, cancellationToken));
    }
}
