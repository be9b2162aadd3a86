using AjsPantry.Features.Menus.Dishes;
using AjsPantry.Features.Menus.Dishes.Recipe;
using CsCheck;

namespace AjsPantry.Tests.Features.Menus.Dishes.Recipe;

public sealed class PortionsTests
{
    private static readonly string[] Weighed = ["g", "kg", "ml", "ltr", "tsp", "tbsp", "cups"];

    private static readonly string[] CountedUnits = ["pcs", "heads", "loaves", "sets"];

    private static readonly Gen<decimal> Quantity = Gen.Long[1, 9_999_999_999].Select(thousandths => thousandths / 1000m);

    private static readonly Gen<string> AnyUnit = Gen.Int[0, RecipeUnits.All.Count - 1].Select(at => RecipeUnits.All[at]);

    private static readonly Gen<string> CountedUnit = Gen.Int[0, CountedUnits.Length - 1].Select(at => CountedUnits[at]);

    private static readonly Gen<int> Servings = Gen.Int[1, Dish.MostServings];

    private static readonly Gen<int> People = Gen.Int[1, Portions.MostPeople];

    [Theory]
    [InlineData("2.4", "kg", 47, "3.76", "kg")]
    [InlineData("400", "g", 47, "626.667", "g")]
    [InlineData("400", "g", 90, "1.2", "kg")]
    [InlineData("1000", "g", 30, "1", "kg")]
    [InlineData("999.9996", "g", 30, "1", "kg")]
    [InlineData("300", "ml", 150, "1.5", "ltr")]
    [InlineData("60", "pcs", 47, "94", "pcs")]
    [InlineData("8", "pcs", 47, "13", "pcs")]
    [InlineData("5", "loaves", 47, "8", "loaves")]
    [InlineData("4", "heads", 47, "6.5", "heads")]
    [InlineData("2.5", "pcs", 30, "2.5", "pcs")]
    [InlineData("3", "tsp", 47, "4.7", "tsp")]
    [InlineData("0.001", "kg", 1, "0.001", "kg")]
    public void A_recipe_for_thirty_is_reckoned_for_others(string quantity, string unit, int people, string expected, string inUnit) =>
        Assert.Equal(new Portion(Number(expected), inUnit), Portions.For(Number(quantity), unit, 30, people));

    [Fact]
    public void Every_unit_is_either_weighed_or_counted() => Assert.Equal(RecipeUnits.All.Order(), Weighed.Concat(CountedUnits).Order());

    [Fact]
    public void More_people_never_need_less_and_nobody_gets_nothing() =>
        Gen.Select(Quantity, AnyUnit, Servings, People, People).Sample((quantity, unit, servings, one, other) =>
            InSmall(Portions.For(quantity, unit, servings, Math.Min(one, other))) is > 0 and var less
            && less <= InSmall(Portions.For(quantity, unit, servings, Math.Max(one, other))));

    [Fact]
    public void What_is_weighed_is_right_to_the_last_shown_decimal() =>
        Gen.Select(Quantity, Gen.Int[0, Weighed.Length - 1], Servings, People).Sample((quantity, at, servings, people) =>
        {
            var portion = Portions.For(quantity, Weighed[at], servings, people);
            var exact = quantity * people / servings / (portion.Unit == Weighed[at] ? 1 : 1000);
            return portion.Quantity == Math.Round(portion.Quantity, 3)
                && (Math.Abs(portion.Quantity - exact) <= 0.0005m || portion.Quantity == 0.001m);
        });

    [Fact]
    public void What_is_counted_is_never_short_and_at_most_one_too_many() =>
        Gen.Select(Quantity, CountedUnit, Servings, People).Sample((quantity, unit, servings, people) =>
        {
            var (counted, same) = Portions.For(quantity, unit, servings, people);
            var over = counted - (quantity * people / servings);
            return same == unit && over >= 0 && over < (counted <= 10 ? 0.5m : 1m) && counted * 2 % (counted <= 10 ? 1 : 2) == 0;
        });

    [Fact]
    public void For_as_many_as_it_was_written_for_it_is_as_it_was_written() =>
        Gen.Select(Quantity, Gen.Int[0, Weighed.Length - 1], Servings).Sample((quantity, at, servings) =>
            Portions.For(quantity, Weighed[at], servings, servings) is var portion
                && (portion.Unit != Weighed[at] || portion.Quantity == quantity));

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static decimal InSmall(Portion portion) => portion.Quantity * (portion.Unit is "kg" or "ltr" ? 1000 : 1);
}
