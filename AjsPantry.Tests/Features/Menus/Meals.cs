using AjsPantry.Features.Menus;
using AjsPantry.Features.Menus.Dishes;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Menus;

/// <summary>Meals that tests need to be there.</summary>
internal static class Meals
{
    /// <summary>A breakfast of North with a new dish; the day's present one makes room. Returns its id.</summary>
    public static async Task<Guid> PlanAsync(this PantryApp app, DateOnly date, string dish, int floor = 1, string? side = null, Guid? room = null)
    {
        var view = await app.FloorAsync("North", floor);
        return await app.InTenantAsync("North", async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            foreach (var present in await db.Menus.Where(menu => menu.FloorId == view.Id && menu.Date == date && menu.CancelledAt == null).ToListAsync())
                (present.CancelledAt, present.CancelReason) = (TestClock.Beginning, "Another one was planned");
            await db.SaveChangesAsync();
            var menu = new Menu { FloorId = view.Id, Date = date, Meal = "breakfast", DishId = await DishAsync(db, dish), SideId = side is null ? null : await DishAsync(db, side), RoomId = room, CreatedAt = TestClock.Beginning };
            db.Menus.Add(menu);
            await db.SaveChangesAsync();
            return menu.Id;
        });
    }

    private static async Task<Guid> DishAsync(PantryDb db, string name)
    {
        var normal = DishName.Normal(name);
        if (await db.Dishes.SingleOrDefaultAsync(dish => dish.NormalName == normal && dish.ArchivedAt == null) is { } known)
            return known.Id;
        var dish = new Dish { Name = name, NormalName = normal, Category = DishCategory.Both, CreatedAt = TestClock.Beginning };
        db.Dishes.Add(dish);
        await db.SaveChangesAsync();
        return dish.Id;
    }
}
