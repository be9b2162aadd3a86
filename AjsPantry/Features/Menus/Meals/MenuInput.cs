using AjsPantry.Features.Menus.Dishes;
using AjsPantry.Infrastructure.Web.Input;
using FluentValidation;

namespace AjsPantry.Features.Menus.Meals;

/// <summary>What people write about a meal. Dishes are written by name: one of the library, or a new one.</summary>
public sealed record MenuInput
{
    public string? Date { get; set; }

    public string? Meal { get; set; }

    public string? Dish { get; set; }

    public string? Side { get; set; }

    /// <summary>The id of the room that cooks; empty when nobody is named yet.</summary>
    public string? Room { get; set; }

    /// <summary>The id of the person who cooks, where it is not a room.</summary>
    public string? Person { get; set; }

    public string? Notes { get; set; }

    /// <summary>The cooks are told when it is saved.</summary>
    public bool Tell { get; set; }

    /// <summary>The id of the suggestion from which the meal is planned; empty when there is none.</summary>
    public string? Suggestion { get; set; }

    /// <summary>The version that the form was filled from; 0 for a new meal.</summary>
    public uint Version { get; set; }
}

public sealed class MenuInputValidator : AbstractValidator<MenuInput>
{
    public MenuInputValidator()
    {
        RuleFor(input => input.Date).Must(typed => InputParser.Day(typed) is not null).WithMessage("Choose the day.");
        RuleFor(input => input.Meal).Must(meal => meal is "breakfast" or "lunch" or "dinner").WithMessage("Choose the meal.");
        RuleFor(input => input.Dish).Words("Write what is cooked.", Dish.LongestName);
        RuleFor(input => input.Dish).Must(IsName).When(input => InputParser.Text(input.Dish) != "").WithMessage("Use at least one letter.");
        RuleFor(input => input.Side).Must(typed => InputParser.Text(typed) == "" || IsName(typed)).WithMessage("Use at least one letter.");
        RuleFor(input => input.Side).Must(typed => InputParser.Text(typed).Length <= Dish.LongestName)
            .WithMessage($"Use {Dish.LongestName} characters at most.");
        RuleFor(input => input.Person).Must((input, person) => string.IsNullOrEmpty(person) || string.IsNullOrEmpty(input.Room))
            .WithMessage("Choose one of the two, not both.");
        RuleFor(input => input.Notes).Must(typed => (typed ?? "").Trim().Length <= Menu.LongestNotes)
            .WithMessage($"Use {Menu.LongestNotes} characters at most.");
    }

    private static bool IsName(string? typed) => DishName.Normal(typed) != "";
}
