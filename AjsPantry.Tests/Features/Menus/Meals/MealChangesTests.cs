namespace AjsPantry.Tests.Features.Menus.Meals;

/// <summary>Meals that are planned already: moved, changed, cancelled.</summary>
public sealed class MealChangesTests(PantryApp app) : IClassFixture<PantryApp>
{
    private Task<Visitor> Head => app.SignInAsync(Cast.Head);

    [Fact]
    public async Task A_meal_moves_and_changes_and_the_second_of_two_is_told()
    {
        var id = await app.PlanAsync(new DateOnly(2026, 4, 27), "Moving dish");
        var mine = await (await Head).GetAsync($"/menus/{id}/edit");
        var theirs = await (await Head).GetAsync($"/menus/{id}/edit");
        Assert.Equal(302, (await theirs.SubmitAsync(new() { ["Input.Date"] = "2026-04-28", ["Input.Side"] = "Pickle" })).Status);
        var answer = await mine.SubmitAsync(new() { ["Input.Dish"] = "Another dish" });
        Assert.Contains("They saved Moving dish with Pickle on Tue 28 Apr", answer.Text, StringComparison.Ordinal);
        Assert.Equal("Another dish", answer.Value("Input.Dish"));
        Assert.Equal(302, (await answer.SubmitAsync([])).Status);
        Assert.Contains("Another dish", (await (await Head).GetAsync("/menus?week=2026-04-27")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_meal_does_not_move_onto_another_or_into_the_past()
    {
        var id = await app.PlanAsync(new DateOnly(2026, 5, 4), "First dish");
        await app.PlanAsync(new DateOnly(2026, 5, 5), "Second dish");
        var page = await (await Head).GetAsync($"/menus/{id}/edit");
        Assert.StartsWith("Input_Date: This meal is already planned",
            Assert.Single((await page.SubmitAsync(new() { ["Input.Date"] = "2026-05-05" })).Errors), StringComparison.Ordinal);
        Assert.StartsWith("Input_Date: Past meals keep their day",
            Assert.Single((await page.SubmitAsync(new() { ["Input.Date"] = "2026-03-14" })).Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_past_meal_is_put_right_but_neither_moved_nor_cancelled()
    {
        var id = await app.PlanAsync(new DateOnly(2026, 3, 12), "Past dish");
        var edit = await (await Head).GetAsync($"/menus/{id}/edit");
        Assert.Single((await edit.SubmitAsync(new() { ["Input.Date"] = "2026-03-20" })).Errors);
        Assert.Equal(302, (await edit.SubmitAsync(new() { ["Input.Dish"] = "What it really was" })).Status);
        var cancel = await (await (await Head).GetAsync($"/menus/{id}/cancel")).SubmitAsync(new() { ["Input.Reason"] = "Oops" });
        Assert.StartsWith("Input_Reason: A past meal cannot", Assert.Single(cancel.Errors), StringComparison.Ordinal);
        Assert.Contains("What it really was", (await (await Head).GetAsync("/menus?week=2026-03-08")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_meal_stays_in_the_books_and_frees_its_day()
    {
        var id = await app.PlanAsync(new DateOnly(2026, 5, 11), "Cancelled dish");
        var page = await (await Head).GetAsync($"/menus/{id}/cancel");
        Assert.Equal(["Input_Reason: Write the reason. Everybody can read it."], (await page.SubmitAsync([])).Errors);
        foreach (var _ in Enumerable.Range(0, 2))
            Assert.Equal(302, (await page.SubmitAsync(new() { ["Input.Reason"] = "No gas" })).Status);
        Assert.Contains("No gas", (await (await app.SignInAsync(Cast.Member)).GetAsync($"/menus/{id}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Cancelled dish", (await (await Head).GetAsync("/menus?week=2026-05-11")).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await (await Head).GetAsync($"/menus/{id}/edit")).Status);
        Assert.Equal(302, (await app.AddMealAsync("2026-05-11", "Instead")).Status);
    }
}
