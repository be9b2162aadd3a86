using AjsPantry.Features.Menus.CookingTurns.Days;
using AjsPantry.Features.Menus.Dishes;
using AjsPantry.Features.Menus.Dishes.Editing;
using AjsPantry.Features.Notices;
using AjsPantry.Features.People.Rooms;
using AjsPantry.Features.Requests;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.CookNotices;

/// <summary>
/// Tells people what they cook, and those who were told when it changes. All within the unit of work of the meals; the scope saves.
/// </summary>
public sealed class NotifyCooks(PantryDb db, Notify notify, Scope scope)
{
    /// <summary>How many meals one piece of news names.</summary>
    private const int MostMeals = 15;

    private TenantView Tenant => scope.Tenant;

    private DateOnly Today => scope.Today;

    /// <summary>Tells the cooks of meals that were saved before. Each person hears once of all that are theirs.</summary>
    /// <param name="only">The cooks who are to hear of it; null for all of them.</param>
    /// <returns>How many people were told.</returns>
    public async Task<int> TellAsync(
        Guid floorId, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken, IReadOnlyCollection<Guid>? only = null)
    {
        var meals = await ToldMealsAsync(floorId, ids, cancellationToken);
        if (meals.Count == 0)
            return 0;
        var told = 0;
        var recipes = await RecipesAsync(
            [.. meals.SelectMany(meal => new[] { meal.DishId, meal.SideId ?? meal.DishId }).Distinct()], cancellationToken);
        var number = await db.Floors.Where(row => row.Id == floorId).Select(row => row.Number).SingleAsync(cancellationToken);
        var cooked = meals.ToDictionary(meal => meal.Id, meal => meal.With(recipes));
        // People of one room cook the same meals, so they get the same news.
        foreach (var group in meals.SelectMany(meal => meal.Cooks.Where(cook => only?.Contains(cook) != false)
            .Select(cook => (Cook: cook, meal.Id))).GroupBy(pair => pair.Cook, pair => pair.Id)
                .GroupBy(cook => string.Join(' ', cook), cook => cook))
        {
            foreach (var some in group.First().Chunk(MostMeals))
            {
                var news = CookNotice.Of([.. some.Select(id => cooked[id])], number, Tenant, Today);
                told += await TellAsync(news, some, [.. group.Select(cook => cook.Key)], cancellationToken);
            }
        }

        return told;
    }

    /// <summary>Those of the meals that are to come and have a cook, by their days.</summary>
    private Task<List<PlannedMeal>> ToldMealsAsync(Guid floorId, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var today = Today;
        var stays = db.PresentStays;
        var members = db.Members;
        var people = members.OnFloor(floorId);
        var absences = db.Requests.Where(Request.IsAbsence);
        return db.Menus.AsNoTracking()
            .Where(menu => menu.FloorId == floorId && ids.Contains(menu.Id) && menu.CancelledAt == null && menu.Date >= today
                && (menu.RoomId != null || menu.MemberId != null))
            .OrderBy(menu => menu.Date).ThenBy(menu => menu.Meal)
            .Select(menu => new PlannedMeal(menu.Id, menu.Version, menu.Date, menu.Meal, menu.DishId, menu.SideId, menu.Dish!.Name,
                menu.Side!.Name, menu.Room == null ? menu.Member!.Name : menu.Room.Name, menu.Notes, people.Count(),
                people.Count(member => absences
                    .Any(request => request.MemberId == member.Id && request.From <= menu.Date && request.Until >= menu.Date)),
                members.Where(member => member.FloorId == floorId
                    && (member.Id == menu.MemberId || stays.Any(stay => stay.RoomId == menu.RoomId && stay.MemberId == member.Id)))
                    .Select(member => member.Id).ToList()))
            .ToListAsync(cancellationToken);
    }

    /// <param name="Cook">The room or the person.</param>
    /// <param name="People">How many live on the floor.</param>
    /// <param name="Cooks">Who hear of it.</param>
    private sealed record PlannedMeal(Guid Id, uint Version, DateOnly Date, string Meal, Guid DishId, Guid? SideId, string Dish,
        string? Side, string Cook, string? Notes, int People, int Away, List<Guid> Cooks)
    {
        public CookedMeal With(Dictionary<Guid, CookedRecipe> recipes) => new(
            Id, Version, Date, Meal, Side is null ? Dish : $"{Dish} with {Side}", Cook, Notes, new Diners(People, Away),
            [.. new[] { DishId, SideId }.OfType<Guid>().Select(dish => recipes[dish])]);
    }

    /// <summary>Tells cooks of their meals, and keeps which meals that were.</summary>
    private async Task<int> TellAsync(
        NoticeDraft news, IReadOnlyCollection<Guid> meals, IReadOnlyCollection<Guid> cooks, CancellationToken cancellationToken)
    {
        var told = await notify.TellEachAsync(news, cooks, cancellationToken);
        db.ToldMeals.AddRange(told.SelectMany(notice => meals.Select(meal => new NotifiedMeal { NoticeId = notice.Id, MenuId = meal })));
        return told.Count;
    }

    /// <summary>Tells those who were told of a meal that it is off.</summary>
    public async Task CancelledAsync(Menu menu, CancellationToken cancellationToken)
    {
        await ForgetReminderAsync(menu.FloorId, MealPlace.Of(menu), cancellationToken);
        var dish = await db.Dishes.Where(dish => dish.Id == menu.DishId).Select(dish => dish.Name).SingleAsync(cancellationToken);
        await notify.TellAsync(
            await NewsAsync(menu, new(menu.Id, "off"), $"{dish} on {Day(menu.Date)} is cancelled",
                $"You do not have to cook it. Reason: {menu.CancelReason}", cancellationToken),
            await ToldAsync(menu, cancellationToken), cancellationToken);
    }

    /// <summary>
    /// Tells those who were told of a meal that it moved, or that others cook it; those who are told of it anew are left out.
    /// </summary>
    /// <param name="before">Where it stood and who cooked it.</param>
    /// <param name="cooksHear">Its cooks of now are told separately.</param>
    public async Task MovedAsync(MealPlace before, Menu menu, bool cooksHear, CancellationToken cancellationToken)
    {
        if (before == MealPlace.Of(menu) || before.Date < Today)
            return;
        await ForgetReminderAsync(menu.FloorId, before, cancellationToken);
        var told = await ToldAsync(menu, cancellationToken);
        if (told.Count == 0)
            return;
        var dish = await db.Dishes.Where(dish => dish.Id == menu.DishId).Select(dish => dish.Name).SingleAsync(cancellationToken);
        var stays = db.PresentStays;
        var cooks = await db.Members
            .Where(member => member.Id == menu.MemberId
                || stays.Any(stay => stay.RoomId == menu.RoomId && stay.MemberId == member.Id))
                    .Select(member => member.Id).ToListAsync(cancellationToken);
        var about = new Subject(menu.Id, "moved", $"{menu.Version}");
        var from = Day(before.Date);
        await notify.TellAsync(
            await NewsAsync(menu, about, $"You no longer cook on {from}", $"{dish} on {Day(menu.Date)} has other cooks now.",
                cancellationToken), [.. told.Except(cooks)], cancellationToken);
        if (!cooksHear && (before.Date, before.Meal) != (menu.Date, menu.Meal))
            await notify.TellAsync(
                await NewsAsync(menu, about, $"{dish} moved from {from} to {Day(menu.Date)}", $"You cook it for {menu.Meal}.",
                    cancellationToken), [.. told.Intersect(cooks)], cancellationToken);
    }

    /// <summary>What was said the evening before is no longer so. Whoever cooks now is reminded within the hour.</summary>
    private Task ForgetReminderAsync(Guid floorId, MealPlace place, CancellationToken cancellationToken) =>
        (place.RoomId ?? place.MemberId) is { } cook ? notify.WithdrawAsync(RemindCooks.About(place.Date, floorId, cook), cancellationToken)
            : Task.CompletedTask;

    /// <summary>Everybody of the floor who has been told that they cook the meal.</summary>
    private Task<List<Guid>> ToldAsync(Menu menu, CancellationToken cancellationToken)
    {
        var notices = NotifiedMeal.Notices(db, menu.Id);
        return db.Members.Where(member => member.FloorId == menu.FloorId && notices.Any(notice => notice.MemberId == member.Id))
            .Select(member => member.Id).ToListAsync(cancellationToken);
    }

    private async Task<NoticeDraft> NewsAsync(Menu menu, Subject about, string title, string text, CancellationToken cancellationToken) =>
        new(NoticeKind.Meal, about, title, text, $"/menus/{menu.Id}",
            await db.Floors.Where(floor => floor.Id == menu.FloorId).Select(floor => floor.Number).SingleAsync(cancellationToken));

    private Task<Dictionary<Guid, CookedRecipe>> RecipesAsync(Guid[] dishes, CancellationToken cancellationToken) =>
        db.Dishes.AsNoTracking().Where(dish => dishes.Contains(dish.Id))
            .Select(dish => new
            {
                dish.Id,
                Recipe = new CookedRecipe(dish.Name, dish.Servings,
                    dish.Ingredients.OrderBy(row => row.Position).Select(row => new IngredientDraft(row.Name, row.Quantity, row.Unit))
                        .ToList(), dish.Tips),
            }).ToDictionaryAsync(dish => dish.Id, dish => dish.Recipe, cancellationToken);

    private string Day(DateOnly day) => Formats.Day(day, Today.Year);
}

/// <summary>What of a meal its cooks must know when it changes: its day and meal, and who cooks.</summary>
public sealed record MealPlace(DateOnly Date, string Meal, Guid? RoomId, Guid? MemberId)
{
    public static MealPlace Of(Menu menu) => new(menu.Date, menu.Meal, menu.RoomId, menu.MemberId);
}
