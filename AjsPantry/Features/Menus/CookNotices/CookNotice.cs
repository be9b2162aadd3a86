using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using AjsPantry.Features.Menus.Dishes;
using AjsPantry.Features.Menus.Dishes.Editing;
using AjsPantry.Features.Menus.Dishes.Recipe;
using AjsPantry.Features.Notices;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Features.Menus.CookNotices;

/// <summary>What the cooks of meals read: which dish on which day, the notes, and in the mail the recipe for everybody who eats.</summary>
public static class CookNotice
{
    /// <summary>One piece of news for people who cook all of the meals.</summary>
    /// <param name="meals">In the order of their days, at least one.</param>
    public static NoticeDraft Of(IReadOnlyList<CookedMeal> meals, int? floor, TenantView tenant, DateOnly today)
    {
        var first = meals[0];
        var title = meals.Count == 1
            ? $"You cook {first.Words} on {Formats.Day(first.Date, today.Year)}"
            : $"You cook {meals.Count} meals, the first on {Formats.Day(first.Date, today.Year)}";
        var text = meals.Count == 1 ? $"{MenuWords.Meal(first.Meal)}, {first.Cook}.{Notes(first)}"
            : string.Join(" ", meals.Select(meal => $"{Formats.Day(meal.Date, today.Year)}, {meal.Meal}: {meal.Words}.{Notes(meal)}"));
        var path = meals.Count == 1 ? $"/menus/{first.Id}" : $"/menus?week={first.Date:yyyy-MM-dd}";
        // The same dish for another number of people is told apart.
        var recipes = meals.SelectMany(meal => meal.Recipes.Select(recipe => (Recipe: recipe, meal.Diners)))
            .DistinctBy(each => (each.Recipe.Name, each.Diners));
        return new(NoticeKind.Meal, About(meals), title, text, path, floor,
            [.. recipes.SelectMany(each => Recipe(each.Recipe, each.Diners, tenant.Formats))]);
    }

    /// <summary>The first meal stands for all of them. Other meals, or the same as they are now, are other news.</summary>
    private static Subject About(IReadOnlyList<CookedMeal> meals)
    {
        var versions = string.Join(' ', meals.Select(meal => $"{meal.Id} {meal.Version}"));
        return new(meals[0].Id, "cook", Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(versions))));
    }

    /// <summary>Masala poha for 28 people, because 2 of 30 are away: 2 kg poha, 1 kg onions. And what is good to know.</summary>
    internal static IEnumerable<string> Recipe(CookedRecipe recipe, Diners diners, Formats formats)
    {
        if (recipe.Ingredients.Count > 0)
        {
            var amounts = recipe.Ingredients.Select(row => Amount(row, recipe.Servings, diners.There, formats));
            yield return $"{recipe.Name} for {diners.Words}: {string.Join(", ", amounts)}.";
        }

        if (recipe.Tips.Count > 0)
            yield return "Good to know: " + string.Join(" ", recipe.Tips.Select(tip => tip.EndsWith('.') ? tip : tip + "."));
    }

    private static string Amount(IngredientDraft row, int servings, int people, Formats formats)
    {
        var portion = Portions.For(row.Quantity, row.Unit, servings, people);
        return $"{formats.Quantity(portion.Quantity, portion.Unit)} {row.Name}";
    }

    private static string Notes(CookedMeal meal) => meal.Notes is null ? "" : $" Notes: {meal.Notes}";
}

/// <summary>A meal as its cooks are told of it.</summary>
/// <param name="Words">Masala poha with mint chutney.</param>
/// <param name="Cook">The name of the room or the person.</param>
public sealed record CookedMeal(
    Guid Id, uint Version, DateOnly Date, string Meal, string Words, string Cook, string? Notes, Diners Diners,
    IReadOnlyList<CookedRecipe> Recipes);

/// <summary>For how many a meal is cooked.</summary>
/// <param name="People">Everybody of the floor.</param>
/// <param name="Away">Those of them who are away that day.</param>
public readonly record struct Diners(int People, int Away)
{
    /// <summary>Nobody cooks for nobody.</summary>
    public int There => Math.Max(1, People - Away);

    /// <summary>28 people, because 2 of 30 are away.</summary>
    public string Words => Away == 0
        ? DishWords.People(There) : $"{DishWords.People(There)}, because {Away} of {People} {(Away == 1 ? "is" : "are")} away";
}

public sealed record CookedRecipe(string Name, int Servings, IReadOnlyList<IngredientDraft> Ingredients, IReadOnlyList<string> Tips);
