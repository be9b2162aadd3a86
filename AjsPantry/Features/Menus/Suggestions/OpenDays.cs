using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Scopes;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.Suggestions;

/// <summary>The days for which a suggestion can become a meal: not all of their meals are planned.</summary>
public sealed class OpenDays(PantryDb db, Scope scope)
{
    /// <returns>The dishes of a day on which every meal is planned; empty while one is open.</returns>
    public async Task<IReadOnlyList<string>> PlannedOnAsync(
        Guid floorId, DateOnly day, CancellationToken cancellationToken)
    {
        var meals = scope.Tenant.MealsOfTheDay;
        var dishes = await Planned(floorId, meals).Where(menu => menu.Date == day).Select(menu => menu.Dish!.Name)
            .ToListAsync(cancellationToken);
        return dishes.Count < meals.Count ? [] : dishes;
    }

    /// <summary>The first day from one on that has a meal to plan; that day itself where none of the next has.</summary>
    public async Task<DateOnly> FirstAsync(
        Guid floorId, DateOnly from, CancellationToken cancellationToken)
    {
        var meals = scope.Tenant.MealsOfTheDay;
        var last = from.AddDays(SuggestMeal.DaysAhead - 1);
        var full = await Planned(floorId, meals).Where(menu => menu.Date >= from && menu.Date <= last)
            .GroupBy(menu => menu.Date).Where(day => day.Count() >= meals.Count).Select(day => day.Key).ToListAsync(cancellationToken);
        return Enumerable.Range(0, SuggestMeal.DaysAhead).Select(from.AddDays).Except(full).FirstOrDefault(from);
    }

    private IQueryable<Menu> Planned(Guid floorId, IReadOnlyList<string> meals) =>
        db.Menus.AsNoTracking().Where(menu => menu.FloorId == floorId && menu.CancelledAt == null && meals.Contains(menu.Meal));
}
