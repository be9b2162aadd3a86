using AjsPantry.Features.Menus.Dishes;
using AjsPantry.Features.Menus.Dishes.Merging;
using AjsPantry.Infrastructure.Web;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Menus.Dishes.Merging;

public sealed class MergeDishesTests(PantryApp app) : IClassFixture<PantryApp>
{
    private static int _day;

    private static DateOnly NextDay => new DateOnly(2025, 1, 1).AddDays(Interlocked.Increment(ref _day));

    private async Task<WebPage> OpenAsync(Guid goes, Guid? into = null, Person? person = null) =>
        await (await app.SignInAsync(person ?? Cast.Head)).GetAsync($"/menus/dishes/{goes}/merge{(into is null ? "" : $"?into={into}")}");

    private Task<Outcome<Dish>?> MergeAsync(Guid goes, Guid into) =>
        app.InTenantAsync(
            "North", services => services.GetRequiredService<MergeDishes.Handler>().HandleAsync(goes, into, CancellationToken.None));

    [Fact]
    public async Task The_preview_says_what_moves_and_the_merge_does_it()
    {
        var goes = await app.NewDishAsync("Omlette", ingredients: DishLookups.SomeIngredients);
        var stays = await app.NewDishAsync("Omelette");
        var other = await app.NewDishAsync("Curd");
        var asDish = await app.NewMenuAsync(NextDay, goes, other);
        var asSide = await app.NewMenuAsync(NextDay, other, goes);
        var both = await app.NewMenuAsync(NextDay, goes, stays);
        var turned = await app.NewMenuAsync(NextDay, stays, goes, cancelled: true);
        var untouched = await app.NewMenuAsync(NextDay, other);
        var choose = await OpenAsync(goes);
        Assert.Equal("Omelette", choose.Document.QuerySelector("optgroup option")!.TextContent);
        var preview = await OpenAsync(goes, stays);
        Assert.Equal("Omlette becomes Omelette?", preview.Answer);
        foreach (var sentence in new[] { "2 meals move that have it as the dish.", "2 meals move that have it as the side.",
            "2 meals have both. The side is removed there.", "The recipe moves too" })
            Assert.Contains(sentence, preview.Text, StringComparison.Ordinal);
        Assert.Equal(goes, (await app.MenuAsync(asDish)).DishId);

        var answer = await preview.SubmitAsync([]);
        Assert.Equal("Omlette is now Omelette.", (await answer.FollowAsync()).Toast);
        var menus = new List<(Guid, Guid?)>();
        foreach (var id in new[] { asDish, asSide, both, turned, untouched })
            menus.Add(await app.MenuAsync(id) is var menu ? (menu.DishId, menu.SideId) : default);
        Assert.Equal([(stays, other), (other, stays), (stays, null), (stays, null), (other, null)], menus);
        Assert.Equal(2, (await app.DishAsync(stays)).Ingredients.Count);
        var gone = await app.DishAsync(goes);
        Assert.Equal((stays, TestClock.Beginning), (gone.MergedIntoId, gone.ArchivedAt));
        Assert.Contains("Changed", (await app.HistoryAsync(asDish)).Select(entry => entry.Kind));
        Assert.Contains(
            "replaced it", (await (await app.SignInAsync(Cast.Member)).GetAsync($"/menus/dishes/{goes}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recipe_that_is_there_stays()
    {
        var goes = await app.NewDishAsync("Pohe", ingredients: DishLookups.SomeIngredients);
        var stays = await app.NewDishAsync("Poha", ingredients: [new("Poha", 2.4m, "kg")]);
        Assert.Contains("keeps its own recipe", (await OpenAsync(goes, stays)).Text, StringComparison.Ordinal);
        Assert.True((await MergeAsync(goes, stays))!.IsDone);
        Assert.Equal("Poha", Assert.Single((await app.DishAsync(stays)).Ingredients).Name);
    }

    [Fact]
    public async Task A_form_opened_before_the_recipe_came_does_not_write_over_it_unseen()
    {
        var goes = await app.NewDishAsync("Giving one", ingredients: DishLookups.SomeIngredients);
        var stays = await app.NewDishAsync("Taking it");
        var form = await (await app.SignInAsync(Cast.Head)).GetAsync($"/menus/dishes/{stays}/edit");
        Assert.True((await MergeAsync(goes, stays))!.IsDone);
        Assert.Equal("Someone else changed this dish", (await form.SubmitAsync(new() { ["Input.Summary"] = "Late" })).Answer);
        Assert.Equal(2, (await app.DishAsync(stays)).Ingredients.Count);
    }

    [Fact]
    public async Task Merging_into_a_merged_one_leads_on_to_the_one_that_took_its_place()
    {
        var one = await app.NewDishAsync("Chain one");
        var two = await app.NewDishAsync("Chain two");
        var three = await app.NewDishAsync("Chain three");
        var preview = await OpenAsync(one, two);
        Assert.True((await MergeAsync(two, three))!.IsDone);
        var refused = await preview.SubmitAsync([]);
        Assert.StartsWith("into: Chain two was merged in the meantime. Choose the dish that replaced it.", Assert.Single(refused.Errors),
            StringComparison.Ordinal);
        Assert.Null((await app.DishAsync(one)).ArchivedAt);
        Assert.Equal("Chain one becomes Chain three?", (await OpenAsync(one, two)).Answer);
        Assert.Contains("Choose a dish that is in use.", (await OpenAsync(three, two)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_merged_is_told_and_changes_nothing()
    {
        var goes = await app.NewDishAsync("Mergeable");
        var old = await app.NewDishAsync("Long gone");
        await app.NewDishAsync("One to merge into");
        await (await (await app.SignInAsync(Cast.Head)).GetAsync($"/menus/dishes/{old}/archive")).SubmitAsync([]);
        // Without one to choose, the page says that there is no other dish.
        await app.NewDishAsync("To choose");
        var south = await app.NewDishAsync("Southern", tenant: "South");
        Assert.Contains("itself", (await MergeAsync(goes, goes))!.Messages[0].Text, StringComparison.Ordinal);
        Assert.Contains("archived in the meantime", (await MergeAsync(goes, old))!.Messages[0].Text, StringComparison.Ordinal);
        Assert.Equal("Choose the dish that stays.", (await MergeAsync(goes, south))!.Messages[0].Text);
        Assert.Contains("archived or merged", (await MergeAsync(old, goes))!.Messages[0].Text, StringComparison.Ordinal);
        Assert.Null(await MergeAsync(south, goes));
        foreach (var into in new[] { "", "x", goes.ToString(), old.ToString(), south.ToString() })
        {
            var page = await (await app.SignInAsync(Cast.Head)).GetAsync($"/menus/dishes/{goes}/merge?into={into}");
            Assert.Equal(200, page.Status);
            Assert.NotEmpty(page.Errors);
        }

        Assert.Equal(200, (await (await app.SignInAsync(Cast.Head)).PostAsync($"/menus/dishes/{goes}/merge")).Status);
        Assert.Equal($"/menus/dishes/{old}", (await OpenAsync(old)).Location);
        Assert.Null((await app.DishAsync(goes)).ArchivedAt);
    }

    [Fact]
    public async Task Merges_at_once_lose_no_meal_and_make_no_circle()
    {
        for (var round = 0; round < 4; round++)
        {
            var letter = (char)('a' + round);
            var one = await app.NewDishAsync($"First {letter}");
            var two = await app.NewDishAsync($"Second {letter}");
            var three = await app.NewDishAsync($"Third {letter}");
            var menus = new[] { await app.NewMenuAsync(NextDay, one, two), await app.NewMenuAsync(NextDay, two, three),
                await app.NewMenuAsync(NextDay, three, one) };
            await Task.WhenAll(MergeAsync(one, two), MergeAsync(two, one), MergeAsync(two, three), MergeAsync(three, one));
            var dishes = new[] { await app.DishAsync(one), await app.DishAsync(two), await app.DishAsync(three) };
            var inUse = dishes.Where(dish => dish.ArchivedAt is null).Select(dish => dish.Id).ToList();
            Assert.NotEmpty(inUse);
            Assert.All(dishes.Where(dish => dish.ArchivedAt is not null), dish => Assert.NotNull(dish.MergedIntoId));
            foreach (var id in menus)
            {
                var menu = await app.MenuAsync(id);
                Assert.Contains(menu.DishId, inUse);
                Assert.True(menu.SideId is null || (inUse.Contains(menu.SideId.Value) && menu.SideId != menu.DishId));
            }
        }
    }

    [Fact]
    public async Task A_merged_dish_comes_back_as_one_of_its_own()
    {
        var goes = await app.NewDishAsync("Split again");
        var stays = await app.NewDishAsync("Kept whole");
        var menu = await app.NewMenuAsync(NextDay, goes);
        Assert.True((await MergeAsync(goes, stays))!.IsDone);
        var form = await (await app.SignInAsync(Cast.Head)).GetAsync($"/menus/dishes/{goes}/bring-back");
        Assert.Contains("Its old meals stay with the dish that replaced it.", form.Text, StringComparison.Ordinal);
        Assert.Equal(302, (await form.SubmitAsync([])).Status);
        Assert.Equal((null, null), ((await app.DishAsync(goes)).MergedIntoId, (await app.DishAsync(goes)).ArchivedAt));
        Assert.Equal(stays, (await app.MenuAsync(menu)).DishId);
    }
}
