using AjsPantry.Features.Menus;
using AjsPantry.Tests.Features.Menus.Dishes;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Features.Menus.Meals;

/// <summary>What the form of a meal refuses; today is Sunday 15 March 2026.</summary>
public sealed class MenuRefusalTests(MeanwhileApp app) : IClassFixture<MeanwhileApp>
{
    private static readonly DateOnly Monday = new(2026, 3, 23);

    private Task<Visitor> Head => app.SignInAsync(Cast.Head);

    public static TheoryData<string, string, string> Mistakes => new()
    {
        { "Meal", "", "Input_Meal: Choose the meal." },
        { "Meal", "brunch", "Input_Meal: Choose the meal." },
        { "Side", "***", "Input_Side: Use at least one letter." },
        { "Side", new string('x', 121), "Input_Side: Use 120 characters at most." },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_meal_that_there_is_not_and_a_side_without_a_name_are_refused(string field, string typed, string message)
    {
        var form = await (await Head).GetAsync("/menus/add?day=2026-03-23");
        var before = await Rows.ReadAsync(app.Database);
        var answer = await form.SubmitAsync(new() { ["Input.Dish"] = "Poha", [$"Input.{field}"] = typed });
        Assert.Equal([message], answer.Errors);
        Assert.Empty(await before.ChangesAsync());
    }

    [Theory]
    [InlineData("***", "Use at least one letter.")]
    [InlineData("long", "Use 120 characters at most.")]
    public async Task A_side_without_a_name_is_not_suggested_either(string typed, string message)
    {
        var form = await (await app.SignInAsync(Cast.Member)).GetAsync("/menus/suggestions/add?day=2026-03-23");
        var before = await Rows.ReadAsync(app.Database);
        var side = typed == "long" ? new string('x', 121) : typed;
        var answer = await form.SubmitAsync(new() { ["Input.Dish"] = "Poha", ["Input.Side"] = side });
        Assert.Equal([$"Input_Side: {message}"], answer.Errors);
        Assert.Empty(await before.ChangesAsync());
    }

    [Theory]
    [InlineData("2026-03-12", "Date", "2026-03-20")]
    [InlineData("2026-03-12", "Date", "2026-03-11")]
    [InlineData("2026-03-12", "Meal", "dinner")]
    [InlineData("2026-03-20", "Date", "2026-03-14")]
    public async Task A_meal_leaves_no_past_day_and_goes_to_none(string stands, string field, string typed)
    {
        var id = await app.PlanAsync(DateOnly.Parse(stands, System.Globalization.CultureInfo.InvariantCulture), "Stays on its day");
        var form = await (await Head).GetAsync($"/menus/{id}/edit");
        var before = await Rows.ReadAsync(app.Database);
        var answer = await form.SubmitAsync(new() { [$"Input.{field}"] = typed });
        Assert.Equal(["Input_Date: Past meals keep their day, and no meal can move to a past day."], answer.Errors);
        Assert.Empty(await before.ChangesAsync());
    }

    [Fact]
    public async Task A_meal_that_is_past_is_not_cancelled()
    {
        var id = await app.PlanAsync(new DateOnly(2026, 3, 14), "Eaten already");
        var form = await (await Head).GetAsync($"/menus/{id}/cancel");
        var before = await Rows.ReadAsync(app.Database);
        var answer = await form.SubmitAsync(new() { ["Input.Reason"] = "No gas" });
        Assert.Equal(["Input_Reason: A past meal cannot be cancelled. Edit it if something is wrong."], answer.Errors);
        Assert.Empty(await before.ChangesAsync());
    }

    [Theory]
    [InlineData("Dish")]
    [InlineData("Side")]
    public async Task A_dish_that_goes_out_of_use_in_the_same_moment_is_not_planned(string field)
    {
        var both = await app.PlanAsync(new DateOnly(2026, 3, 1), "Going out of use");
        var dish = (await app.MenuAsync(both)).DishId;
        var form = await (await Head).GetAsync("/menus/add?day=2026-03-23");
        var admin = await app.SignInAsync(Cast.Admin);
        var archive = $"/menus/dishes/{dish}/archive";
        app.Meanwhile.Before("SELECT FROM dishes", async () => Assert.Equal(302, (await admin.PostAsync(archive)).Status));
        var answer = await form.SubmitAsync(new() { ["Input.Dish"] = "Another one", [$"Input.{field}"] = "Going out of use" });
        Assert.True(app.Meanwhile.IsOver);
        Assert.Equal(["Input_Dish: Someone else just archived that dish. Choose another."], answer.Errors);
        Assert.Equal((0, 0), (await CountAsync(Monday), await app.CountDishesAsync("Another one")));
    }

    [Fact]
    public async Task A_dish_that_somebody_adds_in_the_same_moment_is_taken_when_it_is_saved_once_more()
    {
        var form = await (await Head).GetAsync("/menus/add?day=2026-03-23");
        app.Meanwhile.Before("INSERT INTO dishes", () => app.NewDishAsync("Thought of twice"));
        var answer = await form.SubmitAsync(new() { ["Input.Dish"] = "thought of TWICE" });
        Assert.True(app.Meanwhile.IsOver);
        Assert.Equal(["Input_Dish: Someone else just added that dish. Save again."], answer.Errors);
        Assert.Equal((0, 1), (await CountAsync(Monday), await app.CountDishesAsync("Thought of twice")));
        Assert.Equal(302, (await answer.SubmitAsync([])).Status);
        Assert.Equal((1, 1), (await CountAsync(Monday), await app.CountDishesAsync("Thought of twice")));
    }

    private Task<int> CountAsync(DateOnly day) => app.ReadAsync("North", db => db.Menus.CountAsync(menu => menu.Date == day));
}
