using AjsPantry.Features.Procurement;
using AjsPantry.Features.Shared.Goods;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Platform.Demo;

/// <summary>A shopping list as it stands on an ordinary day: some of it given to somebody, some in the trolley.</summary>
internal sealed class DemoShopping(PantryDb db, TimeProvider clock)
{
    private static readonly (string Name, decimal Quantity, string Unit, Priority Priority, string? Note)[] Things =
    [
        ("Onion", 5, "kg", Priority.Medium, null), ("Green chilli", 250, "g", Priority.Medium, null),
        ("Banana", 4, "dozen", Priority.High, "Firm ones"), ("Milk", 12, "ltr", Priority.High, null),
        ("Curd", 2, "kg", Priority.Medium, null), ("Peanut oil", 5, "ltr", Priority.Low, null), ("Dish soap", 2, "pcs", Priority.Low, null),
        ("Potato", 8, "kg", Priority.Medium, null), ("Sugar", 3, "kg", Priority.Medium, null),
    ];

    /// <summary>How many of them somebody has bought already.</summary>
    private const int Bought = 2;

    public async Task LoadAsync(Floor floor, DateOnly today, CancellationToken cancellationToken)
    {
        var people = await db.Members.Where(member => member.FloorId == floor.Id).OrderBy(member => member.Number)
            .ToListAsync(cancellationToken);
        var form = Guid.CreateVersion7();
        var now = clock.GetUtcNow();
        var head = people.First(person => person.Role == Role.PantryHead);
        foreach (var (position, thing) in Things.Index())
        {
            var buyer = position % 3 == 0 ? null : people[position % people.Count];
            var isBought = position >= Things.Length - Bought;
            var item = new ShoppingItem
            {
                FloorId = floor.Id,
                SubmissionId = form,
                Position = position,
                Name = thing.Name,
                Quantity = thing.Quantity,
                Unit = thing.Unit,
                Category = CategoryGuess.Of(thing.Name),
                Priority = thing.Priority,
                Note = thing.Note,
                NeededBy = thing.Priority == Priority.High ? today.AddDays(2) : null,
                AssigneeId = buyer?.Id,
                State = isBought ? ShoppingState.Bought : buyer is null ? ShoppingState.Needed : ShoppingState.Assigned,
                AddedById = head.Id,
                AddedAt = now.AddHours(-6),
            };
            if (isBought)
            {
                item.BoughtById = (buyer ?? head).Id;
                item.BoughtAt = now.AddHours(-1);
                item.BoughtOn = today;
                item.BoughtQuantity = thing.Quantity;
            }
            db.ShoppingItems.Add(item);
        }

        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }
}
