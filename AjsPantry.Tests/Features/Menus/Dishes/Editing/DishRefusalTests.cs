using AjsPantry.Features.Menus.Dishes;
using AjsPantry.Features.Menus.Dishes.Starters;
using AjsPantry.Infrastructure.Web.Input;
using CsCheck;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Features.Menus.Dishes.Editing;

public sealed class DishRefusalTests(MeanwhileApp app) : IClassFixture<MeanwhileApp>
{
    private Task<Visitor> Head => app.SignInAsync(Cast.Head);

    [Fact]
    public async Task A_recipe_takes_sixty_ingredients_and_no_more()
    {
        var id = await app.NewDishAsync("Long recipe");
        foreach (var address in (string[])["/menus/dishes/add", $"/menus/dishes/{id}/edit"])
        {
            var form = await (await Head).GetAsync(address);
            var before = await Rows.ReadAsync(app.Database);
            var answer = await form.SubmitAsync(Recipe("Longer recipe", 61));
            Assert.Contains("A recipe can have 60 ingredients at most.", answer.Text, StringComparison.Ordinal);
            Assert.Equal("Item 61", answer.Value("Input.Lines[60].Name"));
            Assert.Empty(await before.ChangesAsync());
        }

        Assert.Equal(302, (await (await (await Head).GetAsync($"/menus/dishes/{id}/edit")).SubmitAsync(Recipe("Long recipe", 60))).Status);
        Assert.Equal(60, (await app.DishAsync(id)).Ingredients.Count);
    }

    [Fact]
    public async Task A_dish_is_not_merged_with_itself()
    {
        await app.NewDishAsync("To choose");
        var id = await app.NewDishAsync("Not two");
        var before = await Rows.ReadAsync(app.Database);
        var answer = await (await Head).PostAsync($"/menus/dishes/{id}/merge", new() { ["input.Into"] = id.ToString() });
        Assert.Equal(["into: You cannot merge a dish with itself. Choose another."], answer.Errors);
        Assert.Empty(await before.ChangesAsync());
    }

    [Fact]
    public async Task Common_dishes_that_others_add_one_after_another_are_left_to_them_until_they_are_done()
    {
        var page = await (await Head).GetAsync("/menus/dishes/common");
        foreach (var dish in StarterDishes.All.Take(5))
            app.Meanwhile.Before("INSERT INTO dishes", () => app.NewDishAsync(dish.Name, dish.Category));
        var answer = await page.SubmitAsync([]);
        Assert.True(app.Meanwhile.IsOver);
        Assert.Contains(
            "Someone else is adding dishes at the moment. Nothing was added. Try again.", answer.Text, StringComparison.Ordinal);
        Assert.Equal(5, await CountAsync());
        Assert.Equal(302, (await answer.SubmitAsync([])).Status);
        Assert.Equal(StarterDishes.All.Count, await CountAsync());
    }

    /// <summary>So no name that fits is too long for the column by which names are compared.</summary>
    [Fact]
    public void A_name_is_never_longer_when_it_is_compared() =>
        Gen.String.Sample(typed => DishName.Normal(typed).Length <= InputParser.Text(typed).Length);

    private static Dictionary<string, string> Recipe(string name, int lines) =>
        DishLookups.Typed(name, [.. Enumerable.Range(1, lines).Select(number => ($"Item {number}", "1", "pcs"))]);

    private Task<int> CountAsync() => app.ReadAsync("North", db => db.Set<Dish>().CountAsync());
}
