using AjsPantry.Features.Menus;
using AjsPantry.Features.Menus.Dishes;
using AjsPantry.Features.Menus.Dishes.Editing;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Menus.Dishes;

/// <summary>What tests of dishes look up and set up.</summary>
public static class DishLookups
{
    public static readonly IReadOnlyList<IngredientDraft> SomeIngredients = [new("Eggs", 60, "pcs"), new("Onions", 1.5m, "kg")];

    /// <summary>Adds a dish as its page does, and returns its id.</summary>
    public static Task<Guid> NewDishAsync(this PantryApp app, string name, DishCategory category = DishCategory.Main,
        IReadOnlyList<IngredientDraft>? ingredients = null, string tenant = "North") =>
        app.InTenantAsync(tenant, async services =>
        {
            var draft = new DishDraft(name, category, 30, null, [], ingredients ?? []);
            var outcome = await services.GetRequiredService<AddDish>().HandleAsync(draft, isAnotherDish: true, CancellationToken.None);
            Assert.True(outcome.IsDone, string.Join(" ", outcome.Messages));
            return outcome.Value.Id;
        });

    /// <summary>The dish with its ingredients in order.</summary>
    public static Task<Dish> DishAsync(this PantryApp app, Guid id, string tenant = "North") =>
        app.ReadAsync(tenant,
            db => db.Set<Dish>().Include(dish => dish.Ingredients.OrderBy(row => row.Position)).AsNoTracking()
                .SingleAsync(dish => dish.Id == id));

    /// <summary>Dishes in use whose name is compared as the given one is.</summary>
    public static Task<int> CountDishesAsync(this PantryApp app, string name)
    {
        var normal = DishName.Normal(name);
        return app.ReadAsync("North", db => db.Set<Dish>().CountAsync(dish => dish.NormalName == normal && dish.ArchivedAt == null));
    }

    /// <summary>Puts a dish on a menu of North. Each meal needs a day of its own.</summary>
    public static async Task<Guid> NewMenuAsync(
        this PantryApp app, DateOnly date, Guid dish, Guid? side = null, int floor = 1, string meal = "breakfast", bool cancelled = false)
    {
        var view = await app.FloorAsync("North", floor);
        return await app.ReadAsync("North", async db =>
        {
            var menu = new Menu
            {
                FloorId = view.Id,
                Date = date,
                Meal = meal,
                DishId = dish,
                SideId = side,
                CreatedAt = TestClock.Beginning,
                CancelledAt = cancelled ? TestClock.Beginning : null,
                CancelReason = cancelled ? "No gas" : null,
            };
            db.Set<Menu>().Add(menu);
            await db.SaveChangesAsync();
            return menu.Id;
        });
    }

    public static Task<Menu> MenuAsync(this PantryApp app, Guid id) =>
        app.ReadAsync("North", db => db.Set<Menu>().AsNoTracking().SingleAsync(menu => menu.Id == id));

    /// <summary>The kinds of audit entries of one row, the oldest first.</summary>
    public static Task<List<AuditEntry>> HistoryAsync(this PantryApp app, Guid id) =>
        app.ReadAsync("North", db => db.AuditEntries.Where(entry => entry.ThingId == id).OrderBy(entry => entry.Id).ToListAsync());

    /// <summary>A recipe as one types it.</summary>
    public static Dictionary<string, string> Typed(string name, params (string Name, string Quantity, string Unit)[] lines)
    {
        var fields = new Dictionary<string, string> { ["Input.Name"] = name };
        foreach (var (index, line) in lines.Index())
        {
            fields[$"Input.Lines[{index}].Name"] = line.Name;
            fields[$"Input.Lines[{index}].Quantity"] = line.Quantity;
            fields[$"Input.Lines[{index}].Unit"] = line.Unit;
        }

        return fields;
    }
}
