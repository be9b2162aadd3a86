using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web.Input;
using FluentValidation;

namespace AjsPantry.Features.Menus.Dishes.Editing;

/// <summary>
/// The dish as it stands in the form: text, so that nothing typed is lost. <see cref="DishInputValidator"/> says what is wrong with it.
/// </summary>
public sealed record DishInput
{
    /// <summary>The version of the dish that the form was filled from; 0 for a new dish.</summary>
    public uint Version { get; set; }

    public string? Name { get; set; }

    public DishCategory? Category { get; set; }

    public string? Servings { get; set; }

    public string? Summary { get; set; }

    /// <summary>One tip on each line.</summary>
    public string? Tips { get; set; }

    /// <summary>The person was asked whether it is a dish that is there already, and says that it is another one.</summary>
    public bool AnotherDish { get; set; }

    /// <summary>The name that the question was about; the answer counts for no other.</summary>
    public string? AskedAbout { get; set; }

    /// <summary>A form that names a line and sends nothing of it leaves a gap, which counts as no line.</summary>
    public List<IngredientInput> Lines { get; set => field = [.. value.Where(line => line is not null)]; } = [];

    /// <summary>The answer to the question about a near name, if it was given for this one.</summary>
    public bool IsSureOfName => AnotherDish && AskedAbout == DishName.Normal(Name);

    public IEnumerable<string> TipLines => (Tips ?? "").Split('\n').Select(InputParser.Text).Where(tip => tip != "");

    /// <summary>Forgets the lines that nobody wrote on.</summary>
    public void DropBlankLines() => Lines.RemoveAll(line => line.IsBlank);

    /// <summary>The dish in words and figures. Only after the validator found nothing.</summary>
    public DishDraft ToDraft(string culture) => new(
        InputParser.Text(Name), Category!.Value, (int)InputParser.Number(Servings, 0, culture)!.Value,
        InputParser.Text(Summary) is { Length: > 0 } summary ? summary : null,
        [.. TipLines], [.. Lines.Select(line => line.ToDraft(culture))]);
}

/// <summary>One ingredient of the form.</summary>
public sealed record IngredientInput
{
    public string? Name { get; set; }

    public string? Quantity { get; set; }

    public string? Unit { get; set; }

    /// <summary>A unit alone is nothing that anybody would miss.</summary>
    public bool IsBlank => string.IsNullOrWhiteSpace(Name) && string.IsNullOrWhiteSpace(Quantity);

    public IngredientDraft ToDraft(string culture) => new(InputParser.Text(Name), InputParser.Number(Quantity, 3, culture)!.Value, Unit!);
}

/// <summary>A dish whose words and figures have been read and found in order; what is added and changed.</summary>
public sealed record DishDraft(string Name, DishCategory Category, int Servings, string? Summary, IReadOnlyList<string> Tips,
    IReadOnlyList<IngredientDraft> Ingredients);

public sealed record IngredientDraft(string Name, decimal Quantity, string Unit);

public sealed class DishInputValidator : AbstractValidator<DishInput>
{
    public DishInputValidator(Scope scope)
    {
        var culture = scope.Tenant.Culture;

        RuleFor(dish => dish.Name).Words("Write the name.", Dish.LongestName);
        RuleFor(dish => dish.Name).Must(name => InputParser.Text(name) == "" || DishName.Normal(name) != "")
            .WithMessage("Use at least one letter or digit, so that people can find it.");
        RuleFor(dish => dish.Category).Must(category => category is { } chosen && Enum.IsDefined(chosen))
            .WithMessage("Choose main, side or both.");
        RuleFor(dish => dish.Servings).Must(typed => InputParser.Number(typed, 0, culture) is >= 1 and <= Dish.MostServings)
            .WithMessage($"Write a whole number of people, from 1 to {Dish.MostServings}.");
        RuleFor(dish => dish.Summary).Must(summary => InputParser.Text(summary).Length <= Dish.LongestSummary)
            .WithMessage($"Use {Dish.LongestSummary} characters at most. Shorten it, or move part of it to the tips.");
        RuleFor(dish => dish.Tips).Must((dish, _) => dish.TipLines.Count() <= Dish.MostTips)
            .WithMessage($"Write {Dish.MostTips} tips at most.");
        RuleFor(dish => dish.Tips).Must((dish, _) => LongTip(dish) is null)
            .WithMessage(dish => $"Tip {LongTip(dish)} is longer than {Dish.LongestTip} characters. Break it into two lines.");
        RuleForEach(dish => dish.Lines).SetValidator(new IngredientInputValidator(scope));
        RuleFor(dish => dish.Lines).Must(lines => lines.Count <= Dish.MostIngredients)
            .WithMessage($"A recipe can have {Dish.MostIngredients} ingredients at most.");
    }

    /// <returns>Which of the tips is too long, from 1; null when none is.</returns>
    private static int? LongTip(DishInput dish)
    {
        var place = dish.TipLines.TakeWhile(tip => tip.Length <= Dish.LongestTip).Count() + 1;
        return place > dish.TipLines.Count() ? null : place;
    }
}

public sealed class IngredientInputValidator : AbstractValidator<IngredientInput>
{
    public IngredientInputValidator(Scope scope)
    {
        var culture = scope.Tenant.Culture;

        RuleFor(line => line.Name).Words("Write the ingredient.", DishIngredient.LongestName);
        RuleFor(line => line.Unit).Must(unit => unit is not null && RecipeUnits.All.Contains(unit)).WithMessage("Choose a unit.");
        RuleFor(line => line.Quantity).Custom((typed, context) => AmountRules.CheckQuantity(typed, culture, context));
    }
}
