using AjsPantry.Features.Procurement;
using AjsPantry.Features.Shared.Goods;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Tests.Features.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Procurement;

/// <summary>Things to buy that tests need to be there.</summary>
internal static class Items
{
    /// <summary>A thing on a floor's list; bought when somebody bought it.</summary>
    public static async Task<Guid> NeedAsync(this PantryApp app, string name, Person? assignee = null, Person? boughtBy = null,
        decimal? price = null, string tenant = "North", int floor = 1, decimal quantity = 2)
    {
        var view = await app.FloorAsync(tenant, floor);
        Guid? who = assignee is null ? null : await app.IdAsync(assignee);
        Guid? buyer = boughtBy is null ? null : await app.IdAsync(boughtBy);
        return await app.InTenantAsync(tenant, async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            var item = new ShoppingItem
            {
                FloorId = view.Id,
                SubmissionId = Guid.NewGuid(),
                Position = 0,
                Name = name,
                Quantity = quantity,
                Unit = "kg",
                Category = Category.Grains,
                AddedAt = TestClock.Beginning,
                AssigneeId = who,
                State = buyer is not null ? ShoppingState.Bought : who is null ? ShoppingState.Needed : ShoppingState.Assigned,
            };
            if (buyer is not null)
            {
                item.BoughtById = buyer;
                item.BoughtAt = TestClock.Beginning;
                item.BoughtOn = TestClock.Today;
                item.BoughtQuantity = quantity;
                item.Price = price;
                item.Shop = "Trolley shop";
            }
            db.ShoppingItems.Add(item);
            await db.SaveChangesAsync();
            return item.Id;
        });
    }

    public static Task<ShoppingItem> ItemAsync(this PantryApp app, Guid id, string tenant = "North") =>
        app.ReadAsync(tenant, db => db.ShoppingItems.AsNoTracking().SingleAsync(item => item.Id == id));
}
