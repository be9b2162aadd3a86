using AjsPantry.Features.Menus.CookNotices;
using AjsPantry.Features.Menus.Dishes;
using AjsPantry.Features.Menus.Suggestions;
using AjsPantry.Features.People.Rooms;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.Meals;

/// <summary>
/// Plans a meal, or changes one that is planned. A floor has one menu per day and meal. Whoever plans several does so within a
/// transaction of their own; a refused one leaves it as it was.
/// </summary>
public sealed class PlanMenu(PantryDb db, NotifyCooks tell, AcceptSuggestions suggestions, Scope scope)
{
    /// <summary>The message of a lost race.</summary>
    public static readonly FieldMessage Changed = new(nameof(MenuInput.Version), "Someone else changed this meal in the meantime.");

    /// <summary>The message of a day and meal that has its menu already, also of a lost race.</summary>
    public static readonly FieldMessage Taken = new(
        nameof(MenuInput.Date), "This meal is already planned. Edit that one, or choose another day.");

    private readonly List<string> _newDishes = [];

    /// <summary>The names that became dishes of the library with what was planned here.</summary>
    public IReadOnlyList<string> NewDishes => _newDishes;

    private DateOnly Today => scope.Today;

    /// <summary>Plans a new meal. Its day and meal are the natural key: the same form sent twice finds it planned.</summary>
    public async Task<Outcome<Menu>> AddAsync(Guid floorId, MenuInput input, CancellationToken cancellationToken)
    {
        scope.Demand(Permission.PlanMenus);
        var day = InputParser.Day(input.Date)!.Value;
        if (day < Today)
            return new FieldMessage(nameof(MenuInput.Date), "That day is past. Choose today or a later day.");
        var chosen = await ChooseAsync(floorId, input, cancellationToken);
        if (!chosen.IsDone)
            return chosen.Messages[0];
        var menu =
            new Menu { FloorId = floorId, Date = day, Meal = input.Meal!, DishId = chosen.Value.Dish.Id, CreatedAt = scope.Now };
        Take(menu, chosen.Value, input);
        db.Menus.Add(menu);
        return await SaveAsync(menu, null, chosen.Value.Dish.Name, input, cancellationToken);
    }

    /// <returns>Null when the floor has no such meal, or it was cancelled.</returns>
    public async Task<Outcome<Menu>?> ChangeAsync(Guid floorId, Guid id, MenuInput input, CancellationToken cancellationToken)
    {
        scope.Demand(Permission.PlanMenus);
        if (await db.Menus.SingleOrDefaultAsync(
            menu => menu.FloorId == floorId && menu.Id == id && menu.CancelledAt == null, cancellationToken) is not { } menu)
            return null;
        if (menu.Version != input.Version)
            return Changed;
        var day = InputParser.Day(input.Date)!.Value;
        // What was cooked may be put right, but not moved: it was eaten on its day.
        if ((day != menu.Date || input.Meal != menu.Meal) && (day < Today || menu.Date < Today))
            return new FieldMessage(nameof(MenuInput.Date), "Past meals keep their day, and no meal can move to a past day.");
        var chosen = await ChooseAsync(floorId, input, cancellationToken);
        if (!chosen.IsDone)
            return chosen.Messages[0];
        var before = MealPlace.Of(menu);
        menu.Date = day;
        menu.Meal = input.Meal!;
        Take(menu, chosen.Value, input);
        return await SaveAsync(menu, before, chosen.Value.Dish.Name, input, cancellationToken);
    }

    private static void Take(Menu menu, Chosen chosen, MenuInput input)
    {
        menu.DishId = chosen.Dish.Id;
        menu.SideId = chosen.Side?.Id;
        menu.RoomId = chosen.RoomId;
        menu.MemberId = chosen.MemberId;
        menu.Notes = input.Notes?.Trim() is { Length: > 0 } notes ? notes : null;
    }

    private async Task<Outcome<Chosen>> ChooseAsync(Guid floorId, MenuInput input, CancellationToken cancellationToken)
    {
        var dishName = DishName.Normal(input.Dish);
        var sideName = DishName.Normal(input.Side);
        if (dishName == sideName)
            return new FieldMessage(nameof(MenuInput.Side), "That is the dish itself. Choose another side, or none.");
        var known = await db.Dishes.Where(dish => dish.ArchivedAt == null && (dish.NormalName == dishName || dish.NormalName == sideName))
            .ToDictionaryAsync(dish => dish.NormalName, cancellationToken);
        if (known.GetValueOrDefault(dishName) is { Category: DishCategory.Side } onlySide)
            return new FieldMessage(nameof(MenuInput.Dish), $"{onlySide.Name} is a side. Choose another dish, or edit that dish first.");
        if (known.GetValueOrDefault(sideName) is { Category: DishCategory.Main } onlyMain)
            return new FieldMessage(
                nameof(MenuInput.Side), $"{onlyMain.Name} is a main dish. Choose another side, or edit that dish first.");
        if (!await IsRoomAsync(floorId, input.Room, cancellationToken))
            return new FieldMessage(nameof(MenuInput.Room), "It was removed in the meantime. Choose another.");
        if (!await IsPersonAsync(floorId, input.Person, cancellationToken))
            return new FieldMessage(nameof(MenuInput.Person), "That person no longer lives here. Choose another.");
        var dish = known.GetValueOrDefault(dishName) ?? Make(input.Dish, DishCategory.Main);
        var side = sideName == "" ? null : known.GetValueOrDefault(sideName) ?? Make(input.Side, DishCategory.Side);
        return new Chosen(
            dish, side, Guid.TryParse(input.Room, out var room) ? room : null, Guid.TryParse(input.Person, out var person) ? person : null);
    }

    /// <summary>A name that nobody has used yet becomes a dish of the library.</summary>
    private Dish Make(string? typed, DishCategory category)
    {
        var dish =
            new Dish
            {
                Name = InputParser.Text(typed),
                NormalName = DishName.Normal(typed),
                Category = category,
                CreatedAt = scope.Now
            };
        db.Dishes.Add(dish);
        _newDishes.Add(dish.Name);
        return dish;
    }

    private async Task<bool> IsRoomAsync(Guid floorId, string? typed, CancellationToken cancellationToken) =>
        string.IsNullOrEmpty(typed)
        || (Guid.TryParse(typed, out var id)
            && await db.Set<Room>()
                .AnyAsync(room => room.FloorId == floorId && room.Id == id && room.ArchivedAt == null, cancellationToken));

    private async Task<bool> IsPersonAsync(Guid floorId, string? typed, CancellationToken cancellationToken) =>
        string.IsNullOrEmpty(typed)
        || (Guid.TryParse(typed, out var id)
            && await db.Members.OnFloor(floorId).HoldsAsync(id, cancellationToken));

    /// <param name="before">Where the meal stood and who cooked it; null for a new one.</param>
    private async Task<Outcome<Menu>> SaveAsync(
        Menu menu, MealPlace? before, string dish, MenuInput input, CancellationToken cancellationToken)
    {
        try
        {
            return await SaveOnceAsync(menu, before, dish, input, cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.IsConflict(RetryOnConflict.Changed))
        {
            return Changed;
        }
        catch (DbUpdateException exception) when (exception.IsConflict(Menu.MealIndex))
        {
            return Taken;
        }
        catch (DbUpdateException exception) when (exception.IsConflict(Dish.NameIndex))
        {
            return new FieldMessage(nameof(MenuInput.Dish), "Someone else just added that dish. Save again.");
        }
        finally
        {
            // A refused write must not be tried again with the next one of this request.
            db.ChangeTracker.Clear();
        }
    }

    private async Task<Outcome<Menu>> SaveOnceAsync(
        Menu menu, MealPlace? before, string dish, MenuInput input, CancellationToken cancellationToken)
    {
        Guid[] dishes = menu.SideId is { } side ? [menu.DishId, side] : [menu.DishId];
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellationToken) : null;
        await db.HoldDishesAsync(dishes, cancellationToken);
        if (await db.Dishes.AnyAsync(dish => dishes.Contains(dish.Id) && dish.ArchivedAt != null, cancellationToken))
            return new FieldMessage(nameof(MenuInput.Dish), "Someone else just archived that dish. Choose another.");
        await db.SaveChangesAsync(cancellationToken);
        await SpreadAsync(menu, before, dish, input, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        if (own is not null)
            await own.CommitAsync(cancellationToken);
        return menu;
    }

    /// <summary>The news of a meal that stands in the database now, for its cooks and for those who wished for it.</summary>
    private async Task SpreadAsync(Menu menu, MealPlace? before, string dish, MenuInput input, CancellationToken cancellationToken)
    {
        await suggestions.AnswerAsync(
            menu, dish, Guid.TryParse(input.Suggestion, out var suggestion) ? suggestion : null, cancellationToken);
        if (before is not null)
            await tell.MovedAsync(before, menu, input.Tell, cancellationToken);
        if (input.Tell)
            await tell.TellAsync(menu.FloorId, [menu.Id], cancellationToken);
    }

    private sealed record Chosen(Dish Dish, Dish? Side, Guid? RoomId, Guid? MemberId);
}
