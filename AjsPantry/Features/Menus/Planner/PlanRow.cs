using AjsPantry.Features.Menus.Meals;
using AjsPantry.Infrastructure.Web.Input;
using FluentValidation;

namespace AjsPantry.Features.Menus.Planner;

/// <summary>One meal of one day in the planner.</summary>
public sealed record PlanRow
{
    public string? Date { get; set; }

    public string? Meal { get; set; }

    public string? Dish { get; set; }

    public string? Side { get; set; }

    /// <summary>The id of the room that cooks; empty when nobody is named yet.</summary>
    public string? Room { get; set; }

    /// <summary>The id of the meal that is planned already; empty where the row plans a new one.</summary>
    public string? Menu { get; set; }

    /// <summary>The version of that meal which the form showed.</summary>
    public uint Version { get; set; }

    /// <summary>Somebody ticked that the planned meal is to go.</summary>
    public bool Replace { get; set; }

    /// <summary>The meal that this row would replace.</summary>
    public Guid? Replaces => Guid.TryParse(Menu, out var id) ? id : null;

    /// <summary>Only such rows are saved: something was typed, and where a meal would go, that was ticked.</summary>
    public bool IsFilled => Replaces is null ? InputParser.Text(Dish) != "" || InputParser.Text(Side) != "" : Replace;

    /// <summary>The same as the form of one meal has it.</summary>
    public MenuInput ToMenu() => new() { Date = Date, Meal = Meal, Dish = Dish, Side = Side, Room = Room };
}

/// <summary>The rules of one meal, which hold for every row that is to be saved.</summary>
public sealed class PlanRowValidator : AbstractValidator<PlanRow>
{
    private static readonly MenuInputValidator Meal = new();

    public PlanRowValidator() => RuleFor(row => row).Custom((row, context) =>
    {
        foreach (var failure in Meal.Validate(row.ToMenu()).Errors)
            context.AddFailure(
                failure.PropertyName is nameof(PlanRow.Side) ? nameof(PlanRow.Side) : nameof(PlanRow.Dish), failure.ErrorMessage);
    });
}
