namespace AjsPantry.Tests.Features.Menus.Dishes;

/// <summary>The library is everybody's: whoever looks after one floor takes out of use only what no other floor cooks.</summary>
public sealed class DishesOfOthersTests(PantryApp app) : IClassFixture<PantryApp>
{
    private const string Words = "Others cook this dish too. Ask an admin to archive it.";

    [Fact]
    public async Task A_head_archives_and_merges_what_is_theirs_alone()
    {
        var theirs = await app.NewDishAsync("Cooked upstairs");
        var own = await app.NewDishAsync("Cooked downstairs");
        await app.NewMenuAsync(new DateOnly(2026, 2, 3), theirs, floor: 2);
        await app.NewMenuAsync(new DateOnly(2026, 2, 4), own, side: theirs, floor: 1);
        var head = await app.SignInAsync(Cast.Head);
        var before = await Rows.ReadAsync(app.Database);
        Assert.Contains(Words, (await head.PostAsync($"/menus/dishes/{theirs}/archive")).Text, StringComparison.Ordinal);
        Assert.Contains(Words, (await head.PostAsync($"/menus/dishes/{theirs}/merge", new() { ["Input.Into"] = own.ToString() })).Text,
            StringComparison.Ordinal);
        Assert.Empty(await before.ChangesAsync());
        Assert.Equal(302, (await head.PostAsync($"/menus/dishes/{own}/archive")).Status);
        Assert.Equal(302, (await (await app.SignInAsync(Cast.Admin)).PostAsync($"/menus/dishes/{theirs}/archive?floor=1")).Status);
    }

    [Fact]
    public async Task What_another_floor_planned_and_called_off_is_no_use_of_theirs()
    {
        var dish = await app.NewDishAsync("Called off upstairs");
        await app.NewMenuAsync(new DateOnly(2026, 2, 5), dish, floor: 2, cancelled: true);
        Assert.Equal(302, (await (await app.SignInAsync(Cast.Head)).PostAsync($"/menus/dishes/{dish}/archive")).Status);
    }
}
