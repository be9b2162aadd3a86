using AjsPantry.Features.Menus.Dishes;
using AjsPantry.Features.People.Rooms;
using AjsPantry.Features.Requests;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.Board;

/// <summary>All meals of a floor, cancelled ones too, the latest first and a page at a time.</summary>
public sealed class MealsQuery(PantryDb db, MenuReader reader)
{
    public async Task<MealList> ReadAsync(
        Guid floorId, Guid memberId, MealFilter filter, int page, CancellationToken cancellationToken)
    {
        var meals = Narrow(db.Menus.Where(menu => menu.FloorId == floorId), filter);
        var numbers = PageNumbers.Of(page, await meals.CountAsync(cancellationToken));
        var shown = numbers.Cut(
            meals.OrderByDescending(menu => menu.Date).ThenBy(menu => menu.Meal).ThenByDescending(menu => menu.Id));
        return new(await reader.ReadAsync(floorId, memberId, shown, cancellationToken), numbers);
    }

    /// <summary>When the floor had the dish of a meal before it and before today, the latest first.</summary>
    public Task<IReadOnlyList<MenuView>> BeforeAsync(
        Guid floorId, MenuView meal, DateOnly today, Guid memberId, CancellationToken cancellationToken) =>
        reader.ReadAsync(floorId, memberId, db.Menus
            .Where(menu => menu.FloorId == floorId && menu.DishId == meal.DishId && menu.CancelledAt == null && menu.Date < meal.Date
                && menu.Date < today)
            .OrderByDescending(menu => menu.Date).Take(MostBefore), cancellationToken);

    /// <summary>
    /// Who is to cook a meal, and whether they are away that day. Nobody where no cook is named, or nobody lives in the room.
    /// </summary>
    public Task<List<AskedCook>> CooksAsync(MenuView meal, CancellationToken cancellationToken)
    {
        var stays = db.PresentStays;
        var away = db.Requests.Where(Request.IsAbsence).Where(absence => absence.From <= meal.Date && absence.Until >= meal.Date);
        return db.Members.AsNoTracking()
            .Where(member => member.Id == meal.MemberId
                || stays.Any(stay => stay.RoomId == meal.RoomId && stay.MemberId == member.Id))
            .Select(member => new AskedCook(member.Id, away.Any(absence => absence.MemberId == member.Id))).ToListAsync(cancellationToken);
    }

    private const int MostBefore = 5;

    /// <summary>Every word of the search must stand in the name of the dish or of its side.</summary>
    private static IQueryable<Menu> Narrow(IQueryable<Menu> meals, MealFilter filter)
    {
        foreach (var word in filter.Words)
        {
            var pattern = LikePattern.Containing(word);
            meals = meals.Where(menu => EF.Functions.Like(menu.Dish!.NormalName, pattern, LikePattern.Escape)
                || EF.Functions.Like(menu.Side!.NormalName, pattern, LikePattern.Escape));
        }

        return meals;
    }
}

/// <summary>Somebody who is to cook a meal.</summary>
public sealed record AskedCook(Guid MemberId, bool IsAway);

/// <summary>What the list of meals is narrowed to, as the address says it.</summary>
public sealed record MealFilter
{
    private const int LongestSearch = 100;
    private const int MostWords = 8;

    public string? Q { get; set; }

    /// <summary>From 1.</summary>
    public string? P { get; set; }

    public string Search => InputParser.Text(InputParser.Cut(InputParser.Text(Q), LongestSearch));

    /// <summary>The words to look for, as names are compared.</summary>
    public IEnumerable<string> Words => DishName.Normal(Search).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords);
}

public sealed record MealList(IReadOnlyList<MenuView> Meals, PageNumbers Numbers);
