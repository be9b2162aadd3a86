using AjsPantry.Features.Feedback.Insights;
using AjsPantry.Features.Menus.Dishes.Missed;
using AjsPantry.Features.Shared;
using AjsPantry.Features.Shared.Charts;
using AjsPantry.Tests.Features.Feedback.Ideas;
using AjsPantry.Tests.Features.Feedback.Ratings;
using AjsPantry.Tests.Features.Menus;
using AjsPantry.Tests.Features.People;
using CsCheck;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Features.Feedback.Insights;

/// <summary>How dishes and rooms are liked month by month, and what was liked and not served for a while.</summary>
public sealed class InsightTests(PantryApp app) : IClassFixture<PantryApp>
{
    private static readonly DateOnly Today = TestClock.Today;

    private static LikedDish Liked(string name, int daysAgo, int sum, int count, int? next = null) =>
        new(null, name, Today.AddDays(-daysAgo), next is { } days ? Today.AddDays(days) : null, new Score(sum, count));

    [Fact]
    public void Missed_is_what_was_liked_by_enough_and_is_neither_recent_nor_planned()
    {
        var missed = MissedDishes.Of(
            [Liked("Recent", 27, 50, 10), Liked("Planned", 60, 50, 10, next: 3), Liked("Few", 60, 10, 2), Liked("Plain", 60, 37, 10),
                Liked("Good", 28, 38, 10), Liked("Best", 40, 49, 10), new LikedDish(null, "Never", null, null, new Score(50, 10))], Today);
        Assert.Equal(["Best", "Good"], missed.Select(dish => dish.Name));
    }

    [Fact]
    public void Missed_dishes_stand_in_order_and_are_few()
    {
        Gen.Select(Gen.Int[0, 200], Gen.Int[0, 40], Gen.Int[1, 5]).List[0, 30].Sample(rows =>
        {
            var missed = MissedDishes.Of(
                rows.Select((row, index) => Liked($"{index}", row.Item1, row.Item2 * row.Item3, row.Item2)), Today);
            return missed.Count <= MissedDishes.Most
                && missed.Zip(missed.Skip(1))
                    .All(pair =>
                        (decimal)pair.First.Score.Sum / pair.First.Score.Count >= (decimal)pair.Second.Score.Sum / pair.Second.Score.Count);
        }, iter: 500);
    }

    [Fact]
    public void The_columns_of_a_chart_stand_on_each_other_and_fill_no_more_than_its_height()
    {
        Gen.Int[0, 1000].Array[12].Array[1, 4].Sample(figures =>
        {
            MonthsSeries[] series = [.. figures.Select((
                row, index) => new MonthsSeries($"{index}", [.. row.Select(figure => (decimal?)figure)]))];
            var months = MonthsChart.YearUntil(new DateOnly(2026, 3, 1));
            var top = MonthsChart.Highest(months, series);
            if (top == 0)
                return true;
            var chart = new MonthsChart("x", "", months, series, top, 0, figure => $"{figure}");
            return chart.Columns().GroupBy(part => part.X)
                .All(column =>
                    Math.Abs(column.Sum(part => decimal.Parse(part.Height, System.Globalization.CultureInfo.InvariantCulture))) <= 100.05m);
        }, iter: 200);
    }

    [Fact]
    public async Task A_dish_tells_its_months_its_spread_its_cooks_and_its_ideas()
    {
        var room = await app.NewRoomAsync("Insight room");
        var meal = await app.PlanAsync(Today.AddDays(-40), "Insight idli", room: room);
        await app.SayAsync(meal, Cast.Member, 5);
        await app.SayAsync(meal, Cast.Head, 4);
        await app.SayAsync(await app.PlanAsync(Today.AddDays(-80), "Insight idli", room: room), Cast.Member, 3);
        var dish = await DishOfAsync(meal);
        await app.IdeaAsync("Softer, please", Cast.Member, dish);
        var member = await app.SignInAsync(Cast.Member);
        var page = await member.GetAsync($"/feedback/dishes/{dish}");
        Assert.Equal("Insight idli: 4.0 of 5", page.Answer);
        foreach (var words in (string[])["2 meals in 12 months", "3 ratings", "Insight room", "Softer, please", "As a table"])
            Assert.Contains(words, page.Text, StringComparison.Ordinal);
        var ofRoom = await member.GetAsync($"/feedback/rooms/{room}");
        foreach (var cooking in (AngleSharp.Dom.IElement[])[page.Document.QuerySelector("[aria-labelledby=meals]")!,
            ofRoom.Document.QuerySelector("[aria-labelledby=meals]")!])
        {
            Assert.Equal(2, cooking.QuerySelectorAll("rect").Length);
            Assert.Equal("1 meal in each of 2 months.", cooking.QuerySelector("h2")!.TextContent);
            // One meal is the most, and no line stands for half of one.
            Assert.Equal("1", Assert.Single(cooking.QuerySelectorAll(".axis")).TextContent);
            Assert.Equal("Meals", cooking.QuerySelectorAll("th")[1].TextContent);
        }

        Assert.Equal("Insight room: 4.0 of 5", ofRoom.Answer);
        Assert.Contains("Insight idli", ofRoom.Text, StringComparison.Ordinal);
        // What the links of the page lead to opens.
        foreach (var link in page.Document.QuerySelectorAll("main a[href^='/']").Select(link => link.GetAttribute("href")!).Distinct())
            Assert.Equal(200, (await member.GetAsync(link)).Status);

        foreach (var address in (string[])[$"/feedback/dishes/{dish}", $"/feedback/rooms/{room}"])
        {
            app.Commands.Clear();
            await member.GetAsync(address);
            Assert.InRange(app.Commands.All.Count, 1, 4);
            Assert.Equal(302, (await app.Visit().GetAsync(address)).Status);
            Assert.Equal(404, (await (await app.SignInAsync(Cast.OtherTenantMember)).GetAsync(address)).Status);
            Assert.Equal(404, (await member.GetAsync(address[..^1] + "x")).Status);
            Assert.Equal(404, (await member.GetAsync(address[..^36] + Guid.NewGuid())).Status);
            Assert.Equal(403, (await (await app.SignInAsync(Cast.Operator)).GetAsync(address)).Status);
        }

        // Dishes are the tenant's; what another floor thought of one is not told here.
        Assert.Equal("Nobody has rated Insight idli yet",
            (await (await app.SignInAsync(Cast.OtherFloorMember)).GetAsync($"/feedback/dishes/{dish}")).Answer);
        Assert.Equal(404, (await (await app.SignInAsync(Cast.OtherFloorMember)).GetAsync($"/feedback/rooms/{room}")).Status);
    }

    [Fact]
    public async Task One_month_alone_is_told_without_a_chart()
    {
        var meal = await app.PlanAsync(Today.AddDays(-3), "Insight once");
        await app.SayAsync(meal, Cast.Member, 5);
        var page = await (await app.SignInAsync(Cast.Member)).GetAsync($"/feedback/dishes/{await DishOfAsync(meal)}");
        Assert.Equal(("Insight once: 5.0 of 5", 0), (page.Answer, page.Document.QuerySelectorAll(".chart").Length));
        Assert.Contains("1 rating", page.Document.QuerySelector("[aria-labelledby=spread]")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3", null)]
    [InlineData("1 2", "Most in February: 2 meals.")]
    [InlineData("2 1 2", "Most in January and March: 2 meals each.")]
    [InlineData("2 2", "2 meals in each of 2 months.")]
    [InlineData("2 1 2 2", "Most in 3 months: 2 meals each.")]
    public void The_months_with_the_most_meals_are_named_though_they_are_several(string meals, string? finding)
    {
        MonthOfMeals[] served = [.. meals.Split(' ')
            .Select((
                count, month) => new MonthOfMeals(2026, month + 1, int.Parse(count, System.Globalization.CultureInfo.InvariantCulture)))];
        Assert.Equal(finding, new InsightView("Dosa", new(2025, 5, 1), null, null, served, []).Cooking?.Finding);
    }

    [Fact]
    public async Task The_planner_and_the_dishes_propose_what_was_liked_and_not_served_for_a_while()
    {
        var meal = await app.PlanAsync(Today.AddDays(-50), "Missed dhokla");
        foreach (var person in (Person[])[Cast.Member, Cast.Head, Cast.TeaManager])
            await app.SayAsync(meal, person, 5);
        foreach (var address in (string[])["/menus/plan", "/menus/dishes"])
        {
            var page = await (await app.SignInAsync(Cast.Head)).GetAsync(address);
            Assert.Contains(
                "Missed dhokla", page.Document.QuerySelector("[aria-labelledby=missed]")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_missed_dish_goes_into_the_first_free_row_without_a_script_and_nothing_typed_is_lost()
    {
        var meal = await app.PlanAsync(Today.AddDays(-60), "Missed pongal");
        foreach (var person in (Person[])[Cast.Member, Cast.Head, Cast.TeaManager])
            await app.SayAsync(meal, person, 5);
        var page = await (await app.SignInAsync(Cast.Head)).GetAsync($"/menus/plan?week={Today.AddDays(7):yyyy-MM-dd}");
        Assert.NotNull(page.Document.QuerySelector("button[name=propose][value='Missed pongal']"));
        var rows = page.Document.QuerySelectorAll("[data-dish]").Select(dish => dish.GetAttribute("name")!).ToList();
        var filled = await page.SubmitAsync(
            new() { ["propose"] = "Missed pongal", [rows[0]] = "Typed before" }, "#plan", "handler=Propose");
        Assert.Equal(["Typed before", "Missed pongal", ""], rows.Take(3).Select(row => filled.Value(row) ?? ""));
        // What was never missed is not taken from an address.
        var junk = await page.SubmitAsync(new() { ["propose"] = "Anything else" }, "#plan", "handler=Propose");
        Assert.Equal((200, ""), (junk.Status, junk.Value(rows[0]) ?? ""));
    }

    [Theory]
    [InlineData(new[] { 9 }, "3.0 of 5 in February.")]
    [InlineData(new[] { 9, 9 }, "Always 3.0 of 5.")]
    [InlineData(new[] { 9, 12 }, "4.0 of 5 in March, the best month so far.")]
    [InlineData(new[] { 12, 9 }, "3.0 in March. Best: 4.0, last in February\u00a02026.")]
    [InlineData(new int[0], "No ratings in these months.")]
    public void A_trend_says_what_its_picture_shows(int[] sumsOfThree, string finding)
    {
        var months = MonthsChart.YearUntil(new DateOnly(2026, 12, 1));
        var stars = sumsOfThree.Select((sum, index) => new MonthStars(2026, index + 2, sum, 3))
            .ToLookup(month => new DateOnly(month.Year, month.Month, 1));
        Assert.Equal(finding, StarsChart.Of("x", months, stars, "Dosa").Finding);
    }

    private Task<Guid> DishOfAsync(Guid meal) =>
        app.ReadAsync("North",
            db => db.Set<AjsPantry.Features.Menus.Menu>().Where(menu => menu.Id == meal).Select(menu => menu.DishId).SingleAsync());
}
