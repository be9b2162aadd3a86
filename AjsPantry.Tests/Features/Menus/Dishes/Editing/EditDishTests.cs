using AjsPantry.Features.Menus.Dishes;
using AjsPantry.Features.Menus.Dishes.Editing;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Menus.Dishes.Editing;

public sealed class EditDishTests(PantryApp app) : IClassFixture<PantryApp>
{
    private static int _number;

    private Task<Guid> NewAsync() =>
        app.NewDishAsync($"Edited {(char)('a' + Interlocked.Increment(ref _number))}", ingredients: DishLookups.SomeIngredients);

    private async Task<WebPage> FormAsync(Guid id, Person? person = null) =>
        await (await app.SignInAsync(person ?? Cast.Head)).GetAsync($"/menus/dishes/{id}/edit");

    [Fact]
    public async Task Name_and_recipe_are_changed_and_rows_keep_their_place()
    {
        var id = await NewAsync();
        var before = (await app.DishAsync(id)).Ingredients;
        var answer = await (await FormAsync(id))
            .SubmitAsync(DishLookups.Typed($"Renamed {_number} dish", ("Eggs", "70", "pcs"), ("", "", ""), ("Butter", "500", "g")));
        Assert.Equal(302, answer.Status);
        var dish = await app.DishAsync(id);
        Assert.Equal([("Eggs", 70m, "pcs"), ("Butter", 500m, "g")], dish.Ingredients.Select(row => (row.Name, row.Quantity, row.Unit)));
        Assert.Equal(before.Select(row => row.Id), dish.Ingredients.Select(row => row.Id));
        Assert.Equal(["Added", "Changed"], (await app.HistoryAsync(before[0].Id)).Select(entry => entry.Kind));
    }

    [Fact]
    public async Task Nothing_changed_is_nothing_written()
    {
        var id = await NewAsync();
        var version = (await app.DishAsync(id)).Version;
        Assert.Equal(302, (await (await FormAsync(id)).SubmitAsync([])).Status);
        Assert.Equal(version, (await app.DishAsync(id)).Version);
        Assert.Single(await app.HistoryAsync(id));
    }

    [Fact]
    public async Task A_quantity_alone_leaves_no_empty_entry_for_the_dish()
    {
        var id = await NewAsync();
        await (await FormAsync(id)).SubmitAsync(new() { ["Input.Lines[0].Quantity"] = "61" });
        Assert.Single(await app.HistoryAsync(id));
        Assert.Equal(61, (await app.DishAsync(id)).Ingredients[0].Quantity);
    }

    [Theory]
    [InlineData("Input.Lines[0].Quantity", "66")]
    [InlineData("Input.Summary", "Theirs")]
    public async Task The_second_of_two_sees_both_and_may_still_win(string field, string value)
    {
        var id = await NewAsync();
        var mine = await FormAsync(id);
        var theirs = await FormAsync(id, Cast.OtherFloorHead);
        Assert.Equal(302, (await theirs.SubmitAsync(new() { [field] = value })).Status);
        var told = await mine.SubmitAsync(new() { ["Input.Lines[1].Quantity"] = "9" });
        Assert.Equal((200, "Someone else changed this dish"), (told.Status, told.Answer));
        Assert.Contains(value, told.Document.QuerySelector("[aria-labelledby=theirs]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("9", told.Value("Input.Lines[1].Quantity"));
        Assert.Equal(1.5m, (await app.DishAsync(id)).Ingredients[1].Quantity);
        Assert.Equal(302, (await told.SubmitAsync([])).Status);
        Assert.Equal(9, (await app.DishAsync(id)).Ingredients[1].Quantity);
    }

    [Fact]
    public async Task Two_who_save_in_the_same_moment_lose_nothing()
    {
        var id = await NewAsync();
        var forms = new[] { await FormAsync(id), await FormAsync(id, Cast.OtherFloorHead), await FormAsync(id, Cast.Admin) };
        var answers = await Task.WhenAll(
            forms.Select((form,
                at) => form.SubmitAsync(
                    new() { ["Input.Lines[2].Name"] = $"Mine {at}", ["Input.Lines[2].Quantity"] = "1", ["Input.Lines[2].Unit"] = "pcs" })));
        Assert.Single(answers, answer => answer.Status == 302);
        Assert.All(answers.Where(answer => answer.Status != 302), answer => Assert.Equal("Someone else changed this dish", answer.Answer));
        Assert.Equal(3, (await app.DishAsync(id)).Ingredients.Count);
    }

    [Fact]
    public async Task Another_dishs_name_is_refused_and_a_new_way_of_writing_ones_own_is_not()
    {
        await app.NewDishAsync("Zunka bhakri");
        var id = await app.NewDishAsync("Ragda patties");
        var refused = await (await FormAsync(id)).SubmitAsync(new() { ["Input.Name"] = "ZUNKA-bhakri" });
        Assert.StartsWith("Input_Name: This dish already exists.", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal(302, (await (await FormAsync(id)).SubmitAsync(new() { ["Input.Name"] = "Ragda Patties" })).Status);
        Assert.Equal("Ragda Patties", (await app.DishAsync(id)).Name);
    }

    [Fact]
    public async Task Two_who_take_one_name_at_once_get_a_message_at_the_field()
    {
        var one = await app.NewDishAsync("Kolhapuri");
        var two = await app.NewDishAsync("Malvani");
        var answers = await Task.WhenAll(
            (await FormAsync(one)).SubmitAsync(new() { ["Input.Name"] = "Taken at once" }),
            (await FormAsync(two)).SubmitAsync(new() { ["Input.Name"] = "taken AT once" }));
        Assert.Single(answers, answer => answer.Status == 302);
        Assert.StartsWith("Input_Name: This dish already exists.", Assert.Single(answers.Single(answer => answer.Status == 200).Errors),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_another_transaction_is_about_to_take_is_told_at_the_field()
    {
        var outcome = await app.InTenantAsync("North", async services =>
        {
            var db = services.GetRequiredService<AjsPantry.Infrastructure.Persistence.PantryDb>();
            var dish = new Dish { Name = "Unseen", NormalName = "unseen", Category = DishCategory.Main, CreatedAt = TestClock.Beginning };
            await using var other = await db.Database.BeginTransactionAsync();
            db.Add(dish);
            await db.SaveChangesAsync();
            var late = app.InTenantAsync("North",
                inner => inner.GetRequiredService<AddDish>()
                    .HandleAsync(new("Unseen", DishCategory.Main, 30, null, [], []), false, CancellationToken.None));
            await other.CommitAsync();
            return await late;
        });
        Assert.Equal([DishNames.Taken], outcome.Messages);
    }

    [Fact]
    public async Task A_dish_of_another_tenant_or_none_or_an_archived_one_is_not_changed()
    {
        var id = await NewAsync();
        var south = await app.NewDishAsync("Southern", tenant: "South");
        foreach (var (person, dish) in new[] { (Cast.Head, south), (Cast.OtherTenantAdmin, id), (Cast.Head, Guid.NewGuid()) })
        {
            Assert.Equal(404, (await FormAsync(dish, person)).Status);
            Assert.Equal(
                404, (await (await app.SignInAsync(person)).PostAsync($"/menus/dishes/{dish}/edit", DishLookups.Typed("Stolen"))).Status);
        }

        Assert.Equal(
            403, (await (await app.SignInAsync(Cast.Member)).PostAsync($"/menus/dishes/{id}/edit", DishLookups.Typed("Stolen"))).Status);
        var form = await FormAsync(id);
        await (await (await app.SignInAsync(Cast.Head)).GetAsync($"/menus/dishes/{id}/archive")).SubmitAsync([]);
        Assert.Equal($"/menus/dishes/{id}", (await form.SubmitAsync(new() { ["Input.Name"] = "Late" })).Location);
        Assert.Equal($"/menus/dishes/{id}", (await FormAsync(id)).Location);
        Assert.Equal(0, await app.CountDishesAsync("Late"));
    }
}
