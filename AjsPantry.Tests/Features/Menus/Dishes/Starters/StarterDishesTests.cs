using AjsPantry.Features.Menus.Dishes;
using AjsPantry.Features.Menus.Dishes.Merging;
using AjsPantry.Features.Menus.Dishes.Starters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Menus.Dishes.Starters;

public sealed class StarterDishesTests(PantryApp app) : IClassFixture<PantryApp>
{
    private const string Address = "/menus/dishes/common";

    [Fact]
    public void The_set_would_pass_the_form() => Assert.All(StarterDishes.All, dish =>
    {
        Assert.InRange(dish.Ingredients.Count, 3, Dish.MostIngredients);
        Assert.Equal(dish.Ingredients.Count, dish.Ingredients.DistinctBy(row => row.Name).Count());
        Assert.All(dish.Ingredients,
            row => Assert.True(
                RecipeUnits.All.Contains(row.Unit) && row.Quantity > 0 && row.Name.Length <= DishIngredient.LongestName, row.ToString()));
        Assert.True(dish.Summary!.Length <= Dish.LongestSummary && dish.Tips.All(tip => tip.Length <= Dish.LongestTip));
    });

    [Fact]
    public void No_two_of_the_set_are_one_dish()
    {
        var names = StarterDishes.All.Select(dish => DishName.Normal(dish.Name)).ToList();
        Assert.InRange(names.Count, 28, 40);
        Assert.All(names, name => Assert.Single(names, other => NearName.IsSpelling(name, other)));
    }

    [Fact]
    public async Task It_adds_what_is_missing_keeps_what_is_there_and_adds_nothing_twice()
    {
        var own = await app.NewDishAsync("POHA", ingredients: DishLookups.SomeIngredients, tenant: "South");
        var alike = await app.NewDishAsync("Uttappam", tenant: "South");
        var head = await app.SignInAsync(Cast.OtherTenantHead);
        var page = await head.GetAsync(Address);
        Assert.Equal($"{StarterDishes.All.Count - 2} dishes to add", page.Answer);
        Assert.Contains("Looks like Uttappam", page.Text, StringComparison.Ordinal);
        var answer = await page.SubmitAsync([]);
        Assert.Equal($"{StarterDishes.All.Count - 2} dishes are added.", (await answer.FollowAsync()).Toast);
        Assert.Equal(302, (await page.SubmitAsync([])).Status);
        Assert.Equal(StarterDishes.All.Count, await app.ReadAsync("South", db => db.Set<Dish>().CountAsync()));
        Assert.Equal(2, (await app.DishAsync(own, "South")).Ingredients.Count);
        Assert.Equal("You have all of them", (await head.GetAsync(Address)).Answer);
        Assert.Null((await app.DishAsync(alike, "South")).Summary);
    }

    [Fact]
    public async Task What_was_archived_is_not_put_back_and_two_at_once_add_one_set()
    {
        var id = await app.NewDishAsync("Sheera");
        var head = await app.SignInAsync(Cast.Head);
        await (await head.GetAsync($"/menus/dishes/{id}/archive")).SubmitAsync([]);
        await Task.WhenAll(Enumerable.Range(0, 3)
            .Select(_ =>
                app.InTenantAsync("North",
                    services => services.GetRequiredService<StarterSet>()
                        .LoadAsync([.. StarterDishes.All.Select(dish => dish.Name)], CancellationToken.None))));
        Assert.Equal(0, await app.CountDishesAsync("Sheera"));
        Assert.Equal(1, await app.CountDishesAsync("Poha"));
        Assert.Contains("Archived", (await head.GetAsync(Address)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_chosen_ones_are_added()
    {
        var head = await app.SignInAsync(Cast.OtherTenantHead);
        var page = await head.GetAsync(Address);
        Assert.Contains("Choose at least one dish.", (await head.PostAsync(Address, [])).Text, StringComparison.Ordinal);
        var answer = await head.PostAsync(Address, new() { ["Chosen"] = "Poha" });
        Assert.Equal("1 dish is added.", (await answer.FollowAsync()).Toast);
        Assert.All(page.Document.QuerySelectorAll("[name=Chosen]"), dish => Assert.True(dish.HasAttribute("checked")));
        Assert.Equal(["Poha"],
            await app.ReadAsync("South",
                db => db.Set<Dish>().Where(dish => dish.Name == "Poha" || dish.Name == "Sheera").Select(dish => dish.Name).ToListAsync()));
    }
}
