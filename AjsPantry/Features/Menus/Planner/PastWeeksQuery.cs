using AjsPantry.Features.Shared.Weeks;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.Planner;

/// <summary>Past weeks of a floor that can be copied.</summary>
public sealed class PastWeeksQuery(PantryDb db)
{
    /// <summary>How many of them are offered.</summary>
    public const int Offered = 8;

    /// <summary>Longer ago than this nobody looks for a week to copy.</summary>
    private const int DaysBack = 731;

    /// <summary>The last weeks before another that had meals, the latest first.</summary>
    public async Task<IReadOnlyList<PastWeek>> ReadAsync(Guid floorId, DateOnly before, CancellationToken cancellationToken)
    {
        var since = before.AddDays(-DaysBack);
        var days = await db.Menus
            .Where(menu => menu.FloorId == floorId && menu.CancelledAt == null && menu.Date < before && menu.Date >= since)
            .Select(menu => menu.Date).Distinct().OrderDescending().Take(DaysBack).ToListAsync(cancellationToken);
        var mondays = days.Select(CalendarWeek.MondayOf).Distinct().Take(Offered).ToList();
        if (mondays.Count == 0)
            return [];
        var meals = await MealsBetweenAsync(floorId, mondays[^1], before.AddDays(-1), cancellationToken);
        return [.. mondays.Select(monday => new PastWeek(monday, [.. meals.Where(meal => CalendarWeek.MondayOf(meal.Date) == monday)]))];
    }

    private Task<List<PastMeal>> MealsBetweenAsync(Guid floorId, DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        db.Menus.AsNoTracking().Where(menu => menu.FloorId == floorId && menu.CancelledAt == null && menu.Date >= from && menu.Date <= to)
            .OrderBy(menu => menu.Date).ThenBy(menu => menu.Meal)
            .Select(menu => new PastMeal(menu.Date, menu.Meal, menu.Dish!.Name, menu.Side == null ? null : menu.Side.Name))
                .ToListAsync(cancellationToken);
}

public sealed record PastWeek(DateOnly Monday, IReadOnlyList<PastMeal> Meals);

/// <param name="Meal">breakfast, lunch or dinner.</param>
public sealed record PastMeal(DateOnly Date, string Meal, string Dish, string? Side);
