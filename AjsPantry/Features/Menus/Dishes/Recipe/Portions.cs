namespace AjsPantry.Features.Menus.Dishes.Recipe;

/// <summary>How much of an ingredient a number of people needs, as one would buy it.</summary>
public static class Portions
{
    /// <summary>The most people a recipe is reckoned for.</summary>
    public const int MostPeople = 10_000;

    /// <summary>The rule of rounding, in words for the page.</summary>
    public const string Rule = "Pieces are rounded up.";

    private const decimal Least = 0.001m;

    private const decimal HalvesUpTo = 10;

    /// <summary>A quantity for some people, reckoned for others. From 1000 on, g is given in kg and ml in ltr.</summary>
    /// <param name="quantity">For <paramref name="servings"/> people; more than 0.</param>
    /// <param name="unit">One of <see cref="RecipeUnits"/>.</param>
    /// <param name="people">From 1 to <see cref="MostPeople"/>.</param>
    public static Portion For(decimal quantity, string unit, int servings, int people)
    {
        var exact = quantity * people / servings;
        if (unit is "pcs" or "heads" or "loaves" or "sets")
            return new(Counted(exact), unit);
        return (Rounded(exact), unit) switch
        {
            ( >= 1000, "g") => new(Rounded(exact / 1000), "kg"),
            ( >= 1000, "ml") => new(Rounded(exact / 1000), "ltr"),
            var (rounded, same) => new(rounded, same),
        };
    }

    private static decimal Rounded(decimal exact) => Math.Max(Least, Math.Round(exact, 3, MidpointRounding.AwayFromZero));

    private static decimal Counted(decimal exact) =>
        Math.Ceiling(exact * 2) / 2 is var halves && halves <= HalvesUpTo ? halves : Math.Ceiling(exact);
}

/// <summary>An amount to buy.</summary>
public sealed record Portion(decimal Quantity, string Unit);
