using AjsPantry.Features.Menus.CookNotices;
using AjsPantry.Features.Notices;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Tests.Features.People;
using CsCheck;

namespace AjsPantry.Tests.Features.Menus.CookNotices;

/// <summary>What cooks hear of meals that change.</summary>
public sealed class MealChangeNoticesTests(PeopleApp app) : IClassFixture<PeopleApp>
{
    private Task<Visitor> Head => app.SignInAsync(Cast.Head);

    [Fact]
    public async Task Nobody_is_told_of_what_is_past_off_or_of_others()
    {
        var cook = await app.NewAsync();
        var room = await app.NewRoomAsync("Door room", 1, cook);
        await app.AddMealAsync("2026-04-22", "Door dish", room);
        var id = await app.IdAsync("Door dish");
        var address = $"/menus/{id}/tell";
        Assert.Equal(302, (await app.Visit().GetAsync(address)).Status);
        Assert.Equal(403, (await (await app.SignInAsync(cook)).PostAsync(address)).Status);
        Assert.Equal(404, (await (await app.SignInAsync(Cast.OtherTenantHead)).GetAsync(address)).Status);
        Assert.Equal(404, (await (await app.SignInAsync(Cast.Admin)).GetAsync(address + "?floor=2")).Status);
        Assert.Equal(404, (await (await Head).GetAsync($"/menus/{Guid.NewGuid()}/tell")).Status);
        await CancelAsync(id);
        Assert.Equal(404, (await (await Head).GetAsync(address)).Status);
    }

    [Fact]
    public async Task Those_who_were_told_hear_when_it_is_cancelled_and_only_once()
    {
        var cook = await app.NewAsync();
        var room = await app.NewRoomAsync("Cancelled room", 1, cook);
        await app.AddMealAsync("2026-03-25", "Cancelled after telling", room);
        var id = await app.IdAsync("Cancelled after telling");
        await CancelAsync(id);
        await CancelAsync(id);
        Assert.Equal(["You cook Cancelled after telling on Wed 25 Mar", "Cancelled after telling on Wed 25 Mar is cancelled"],
            await TitlesAsync(cook));
    }

    [Fact]
    public async Task A_meal_that_goes_to_others_is_told_to_both_and_a_change_back_is_news_again()
    {
        var first = await app.NewAsync();
        var second = await app.NewAsync();
        var mine = await app.NewRoomAsync("First room", 1, first);
        var theirs = await app.NewRoomAsync("Second room", 1, second);
        await app.AddMealAsync("2026-03-26", "Handed on", mine);
        var id = await app.IdAsync("Handed on");
        async Task ChangeAsync(Dictionary<string, string> values) =>
            Assert.Equal(302, (await (await (await Head).GetAsync($"/menus/{id}/edit")).SubmitAsync(values)).Status);
        await ChangeAsync(new() { ["Input.Room"] = theirs.ToString() });
        await ChangeAsync([]);
        await ChangeAsync(new() { ["Input.Date"] = "2026-03-27", ["Input.Tell"] = "false" });
        await ChangeAsync(new() { ["Input.Room"] = mine.ToString() });
        Assert.Equal(
            ["You cook Handed on on Thu 26 Mar", "You no longer cook on Thu 26 Mar", "You no longer cook on Thu 26 Mar",
                "You cook Handed on on Fri 27 Mar"], await TitlesAsync(first));
        Assert.Equal(
            ["You cook Handed on on Thu 26 Mar", "Handed on moved from Thu 26 Mar to Fri 27 Mar", "You no longer cook on Fri 27 Mar"],
            await TitlesAsync(second));
    }

    [Fact]
    public async Task One_save_of_the_planner_is_one_notice_for_each_cook()
    {
        var cook = await app.NewAsync();
        var both = await app.NewAsync();
        var room = await app.NewRoomAsync("Twice room", 1, cook, both);
        var other = await app.NewRoomAsync("Once room", 1, both);
        await app.TurnAsync(new DateOnly(2026, 4, 6), room);
        await app.TurnAsync(new DateOnly(2026, 4, 7), room);
        await app.TurnAsync(new DateOnly(2026, 4, 8), other);
        var page = await (await Head).GetAsync("/menus/plan?week=2026-04-06");
        Assert.Equal(302,
            (await page.SubmitAsync(
                new()
                {
                    ["Input.Rows[0].Dish"] = "Plan one",
                    ["Input.Rows[1].Dish"] = "Plan two",
                    ["Input.Rows[2].Dish"] = "Plan three"
                })).Status);
        Assert.Equal(["You cook 2 meals, the first on Mon 6 Apr"], await TitlesAsync(cook));
        Assert.Equal(["You cook 3 meals, the first on Mon 6 Apr"], await TitlesAsync(both));
        Assert.Contains(
            "Tue 7 Apr, breakfast: Plan two.", (await app.NoticesAsync(cook)).Single().Text.Replace('\u00a0', ' '),
            StringComparison.Ordinal);
        await CancelAsync(await app.IdAsync("Plan two"));
        Assert.Equal("Plan two on Tue 7 Apr is cancelled", (await TitlesAsync(cook))[^1]);
        await CancelAsync(await app.IdAsync("Plan three"));
        Assert.Equal(2, (await TitlesAsync(cook)).Count);
        Assert.Equal(3, (await TitlesAsync(both)).Count);
    }

    [Fact]
    public async Task A_refused_plan_tells_nobody()
    {
        var cook = await app.NewAsync();
        var room = await app.NewRoomAsync("Refused room", 1, cook);
        await app.TurnAsync(new DateOnly(2026, 4, 13), room);
        var page = await (await Head).GetAsync("/menus/plan?week=2026-04-13");
        await app.PlanAsync(new DateOnly(2026, 4, 14), "In between");
        Assert.Equal(
            200, (await page.SubmitAsync(new() { ["Input.Rows[0].Dish"] = "Refused one", ["Input.Rows[1].Dish"] = "Refused two" })).Status);
        Assert.Empty(await app.NoticesAsync(cook));
    }

    [Fact]
    public void News_of_other_meals_or_of_changed_ones_is_other_news()
    {
        var meals = Gen.Select(Gen.Guid, Gen.UInt).List[1, 15];
        Subject About(IEnumerable<(Guid Id, uint Version)> some) => CookNotice.Of(
            [.. some.Select(meal =>
                new CookedMeal(meal.Id, meal.Version, TestClock.Today, "breakfast", "Poha", "Room 1", null, new Diners(30, 0), []))], 1,
                new TenantView(Guid.Empty, "", "Asia/Kolkata", "en-IN", "INR"), TestClock.Today).About;
        meals.Sample(some =>
        {
            var about = About(some);
            return about.Occasion.Length <= Subject.LongestOccasion && about == About(some) && about.Id == some[0].Item1
                && about != About([(some[0].Item1, some[0].Item2 + 1), .. some.Skip(1)])
                && about != About([.. some, (Guid.NewGuid(), 1)]);
        }, iter: 200);
    }

    private async Task CancelAsync(Guid id) =>
        Assert.Equal(302, (await (await Head).PostAsync($"/menus/{id}/cancel", new() { ["Input.Reason"] = "No gas" })).Status);

    private async Task<List<string>> TitlesAsync(Person person) =>
        (await app.NoticesAsync(person)).ConvertAll(notice => notice.Title.Replace('\u00a0', ' '));
}
