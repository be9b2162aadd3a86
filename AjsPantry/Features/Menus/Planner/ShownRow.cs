using AjsPantry.Features.Menus.Board;

namespace AjsPantry.Features.Menus.Planner;

/// <summary>One row of the planner as its page shows it.</summary>
/// <param name="Index">Its place among the form's rows.</param>
public sealed record ShownRow(PlannerModel Page, WeekDay Day, MealSlot Slot, int Index)
{
    public PlanRow Row => Page.Input.Rows[Index];

    /// <summary>The address of the row on the page.</summary>
    public string Id => IdOf(Day.Date, Slot.Meal);

    public string Field(string name) => $"Input.Rows[{Index}].{name}";

    public string ControlId(string name) => $"Input_Rows_{Index}__{name}";

    public static string IdOf(DateOnly day, string meal) => $"plan-{day:yyyy-MM-dd}-{meal}";
}
