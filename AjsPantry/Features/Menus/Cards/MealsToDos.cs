using AjsPantry.Features.Shared.Homes;
using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Features.Menus.Cards;

/// <summary>What the coming week's meals ask of a pantry head.</summary>
public sealed class MealsToDos(MealsWeek week)
{
    private readonly Home _home = week.Home;

    public IEnumerable<ToDo> All => new[] { CooksAway, Unplanned }.OfType<ToDo>();

    /// <summary>The turn stays the room's until somebody gives the day to another.</summary>
    private ToDo? CooksAway => week.Days.FirstOrDefault(each => each.Unattended is not null) is { Unattended: { } room } gap
        ? new(ToDoOrder.NobodyCooks, "person-dash", $"{room} cooks {_home.On(gap.Date)}, and nobody is there",
            "Choose who cooks instead.", "/Menus/CookingTurns/Days/Day", "Choose")
        { Day = gap.Date } : null;

    private ToDo? Unplanned
    {
        get
        {
            var open = week.Days.Where(each => each.IsOpen).ToList();
            var order = open.Any(each => each.Date <= _home.Tomorrow) ? ToDoOrder.NoMealSoon : ToDoOrder.NoMealLater;
            return open.Count == 0 ? null
                : new(order, "calendar-plus",
                    open.Count == 1 ? $"{_home.Day(open[0].Date)} has no meal yet" : open.Count == 2
                        ? $"{_home.Day(open[0].Date)} and {_home.Day(open[1].Date)} have no meal yet"
                        : $"{open.Count} of the next 7 days have no meal yet",
                    Cooks(open), "/Menus/Planner/Index", "Plan meals");
        }
    }

    private string Cooks(List<HomeDay> open)
    {
        var cooks = open.Select(each => each.Turn?.Room).OfType<string>().Distinct().ToList();
        return cooks.Count switch
        {
            0 => "No cook is assigned yet.",
            1 => $"{cooks[0]} is next.",
            <= 3 => $"{Formats.AllOf(cooks)} are next.",
            _ => $"The first is {_home.Day(open[0].Date)}, {cooks[0]}.",
        };
    }
}
