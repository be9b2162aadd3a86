using AjsPantry.Infrastructure.Search;
using AjsPantry.Infrastructure.Web.Input;

namespace AjsPantry.Features.Menus.Dishes;

/// <summary>Compares the names of dishes, so that "Aloo  Paratha" and "aloo-paratha" are one dish.</summary>
public static class DishName
{
    /// <summary>No dish has a longer name; what comes after is not compared.</summary>
    private const int Most = 2 * Dish.LongestName;

    /// <summary>The name as <see cref="PlainWords"/> has it. Empty when no letter or digit is left.</summary>
    public static string Normal(string? typed) => PlainWords.Plain(InputParser.Cut(InputParser.Text(typed), Most));
}
