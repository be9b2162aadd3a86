using AjsPantry.Tests.Features.People;

namespace AjsPantry.Tests.Features.Menus.Board;

/// <summary>The list of all meals.</summary>
public sealed class AllMealsTests(PantryApp app) : IClassFixture<PantryApp>
{
    [Fact]
    public async Task Meals_are_found_page_by_page_and_cancelled_ones_say_why()
    {
        var head = await app.SignInAsync(Cast.Head);
        for (var day = 0; day < 23; day++)
            await app.PlanAsync(new DateOnly(2026, 5, 1).AddDays(day), $"Listed {day:00}", side: day == 5 ? "Rare pickle" : null);
        Assert.Equal(302,
            (await (await head.GetAsync($"/menus/{await app.PlanAsync(new DateOnly(2026, 5, 30), "Listed cancelled")}/cancel"))
                .SubmitAsync(new() { ["Input.Reason"] = "No gas" })).Status);
        await app.PlanAsync(new DateOnly(2026, 5, 30), "Other floor's listed", floor: 2);

        var first = await (await app.SignInAsync(Cast.Member)).GetAsync("/menus/all?q=LISTED");
        Assert.Equal("24 meals found", first.Answer);
        Assert.Equal(20, first.Document.QuerySelectorAll(".list > li").Length);
        Assert.Equal("Listed cancelled", first.Document.QuerySelector(".list li del")!.TextContent);
        Assert.Contains("Cancelled: No gas", first.Text, StringComparison.Ordinal);
        var second = await head.GetAsync(first.Document.QuerySelector("nav[aria-label=Pages] a")!.GetAttribute("href")!);
        Assert.Contains("21–24 of 24", second.Text, StringComparison.Ordinal);
        Assert.Contains("Listed 00", second.Text, StringComparison.Ordinal);
        Assert.Equal("1 meal found", (await head.GetAsync("/menus/all?q=rare")).Answer);
        Assert.Equal("No meals found", (await (await app.SignInAsync(Cast.OtherTenantHead)).GetAsync("/menus/all?q=listed")).Answer);
        Assert.Equal("1 meal found", (await (await app.SignInAsync(Cast.Admin)).GetAsync("/menus/all?q=listed&floor=2")).Answer);
    }

    [Theory]
    [InlineData("?p=2147483647")]
    [InlineData("?q=%25%00%5C_'")]
    public async Task Whatever_the_address_says_there_is_a_list(string query) =>
        Assert.Equal(200, (await (await app.SignInAsync(Cast.Member)).GetAsync("/menus/all" + query)).Status);

    [Fact]
    public async Task The_list_asks_as_often_however_long_it_is()
    {
        var member = await app.SignInAsync(Cast.Member);
        await app.PlanAsync(new DateOnly(2026, 6, 1), "Counted", room: await app.NewRoomAsync("Counted room"));
        await member.GetAsync("/menus/all");
        app.Commands.Clear();
        await member.GetAsync("/menus/all?q=counted");
        var one = app.Commands.All.Count;
        await app.PlanAsync(new DateOnly(2026, 6, 2), "Counted too", room: await app.NewRoomAsync("Other counted room"));
        app.Commands.Clear();
        await member.GetAsync("/menus/all?q=counted");
        Assert.Equal(one, app.Commands.All.Count);
    }
}
