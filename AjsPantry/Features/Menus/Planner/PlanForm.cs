using System.Globalization;
using AjsPantry.Features.Menus.Board;
using AjsPantry.Features.Menus.Dishes;
using AjsPantry.Infrastructure.Web.Input;

namespace AjsPantry.Features.Menus.Planner;

/// <summary>Which meals the planner's form has rows for.</summary>
public static class PlanForm
{
    /// <summary>
    /// Gives every open meal its row, and every planned one for which something else is copied. Rows that were sent stay as they
    /// were typed; those whose meal somebody else has planned meanwhile ask whether to replace it.
    /// </summary>
    /// <param name="rows">What was sent; empty for a fresh form.</param>
    /// <param name="first">The first day shown; on the seven days from there the copied week falls, each meal on its weekday.</param>
    /// <param name="copied">The meals of a past week.</param>
    public static void Complete(List<PlanRow> rows, IEnumerable<WeekDay> days, DateOnly first, IReadOnlyList<PastMeal> copied)
    {
        foreach (var day in days)
        {
            foreach (var slot in day.Slots)
            {
                var source = day.Date < first.AddDays(7)
                    ? copied.FirstOrDefault(meal => meal.Meal == slot.Meal && meal.Date.DayOfWeek == day.Date.DayOfWeek) : null;
                if (rows.Find(row => InputParser.Day(row.Date) == day.Date && row.Meal == slot.Meal) is { } sent)
                    Meet(sent, slot.Menu);
                else if (slot.Menu is null ? !day.IsLeave : source is not null && Differs(source, slot.Menu))
                    rows.Add(Fresh(day, slot, source));
            }
        }
    }

    /// <summary>A tick is for the meal that was shown; another one in its place asks anew.</summary>
    private static void Meet(PlanRow row, MenuView? planned)
    {
        if (row.Replaces != planned?.Id || row.Version != (planned?.Version ?? 0))
            row.Replace = false;
        row.Menu = planned?.Id.ToString();
        row.Version = planned?.Version ?? 0;
    }

    private static bool Differs(PastMeal source, MenuView planned) =>
        DishName.Normal(source.Dish) != DishName.Normal(planned.Dish) || DishName.Normal(source.Side) != DishName.Normal(planned.Side);

    private static PlanRow Fresh(WeekDay day, MealSlot slot, PastMeal? source) => new()
    {
        Date = day.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Meal = slot.Meal,
        Dish = source?.Dish,
        Side = source?.Side,
        Room = day.Turn?.RoomId?.ToString(),
        Menu = slot.Menu?.Id.ToString(),
        Version = slot.Menu?.Version ?? 0,
    };
}
