using System.Text.RegularExpressions;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Tests.Features.Expenses.MonthEnd;
using AjsPantry.Tests.Features.Menus;
using AjsPantry.Tests.Features.Procurement;
using AjsPantry.Tests.Features.Requests;

namespace AjsPantry.Tests.Features.Dashboard;

/// <summary>
/// A figure that stands on a home page and on the page it leads to is one figure. The books have what is odd in them: prices under
/// other spellings and in a trolley, a budget in its last days, an older month that is open, more than twenty requests, days off.
/// </summary>
public sealed partial class SameFiguresTests(PantryApp app) : IClassFixture<PantryApp>
{
    private static readonly DateOnly Today = TestClock.Today;

    private async Task FillAsync()
    {
        var floor = await app.FloorAsync("North", 1);
        await app.AllocateAsync(floor, 5000, Today.AddDays(-26), Today.AddDays(1), alertAt: 50);
        await app.RecordAsync(
            "North", 1, BillActs.One(120, "B-1", date: Today.AddMonths(-2)) with { Lines = [BillActs.Line("Basmati RICE", 2, "kg", 120)] });
        await app.RecordAsync("North", 1, BillActs.One(3000, "B-2", date: Today, item: "Oil"));
        await app.NeedAsync("basmati rice", quantity: 3);
        await app.NeedAsync("Paneer", boughtBy: Cast.Member, price: 90, quantity: 1);
        await app.NeedAsync("Paneer", assignee: Cast.Member, quantity: 0.333m);
        await app.NeedAsync("Never bought");
        await app.PlanAsync(Today.AddDays(2), "Dosa");
        await app.PlanAsync(Today.AddDays(5), "Idli");
        for (var at = 0; at < 23; at++)
            await app.OpenRequestAsync();
        await MealActs.AwayAsync(app, Cast.TeaManager, Today, Today.AddDays(1));
    }

    private async Task<WebPage> PageAsync(Person person, string path) =>
        await (await app.SignInAsync(person)).GetAsync(person.Role == Role.Admin ? $"{path}?floor=1" : path);

    private static string Found(string text, Regex pattern) =>
        pattern.Match(text) is { Success: true } match ? match.Groups[1].Value : $"{pattern} is not in: {text}";

    [Fact]
    public async Task A_heads_home_says_what_its_pages_say()
    {
        await FillAsync();
        var home = await app.HomeAsync(Cast.Head);
        var tiles = string.Join(" | ", home.Tiles());
        var shopping = await PageAsync(Cast.Head, "/shopping");
        var expenses = await PageAsync(Cast.Head, "/expenses");
        var budgets = await PageAsync(Cast.Head, "/expenses/budgets");
        var requests = await PageAsync(Cast.Head, "/requests");
        Assert.Equal("209.97", Found(tiles, Cost()));
        Assert.Equal(Found(shopping.Text, Cost()), Found(tiles, Cost()));
        Assert.Equal(Found(shopping.Answer, ToBuy()), Found(tiles, TileToBuy()));
        Assert.Equal("1", Found(tiles, WithoutPrice()));
        Assert.Equal("1", Found(shopping.Text, NoPriceKnown()));
        Assert.Equal(Found(expenses.Text, Gone()), Found(tiles, Gone()));
        Assert.Equal("92", Found(tiles, Gone()));
        Assert.Equal(Found(expenses.Text, Used()), Found(tiles, Used()));
        Assert.Equal(Found(budgets.Text, Used()), Found(tiles, Used()));
        Assert.Contains(Found(tiles, Left()), expenses.Answer, StringComparison.Ordinal);
        Assert.Contains(Found(tiles, Left()), budgets.Answer, StringComparison.Ordinal);
        Assert.Equal(Found(requests.Answer, Waiting()), Found(home.Card("answer"), Waiting()));
        Assert.Equal("23", Found(home.Card("answer"), Waiting()));
        // The month that is to be closed is the same one everywhere.
        Assert.Contains("January is not closed", expenses.Text, StringComparison.Ordinal);
        Assert.Contains("January is not closed", home.Card("answer"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_admins_home_says_what_the_pages_of_a_floor_say_and_shows_which_days_are_open()
    {
        await FillAsync();
        var home = await app.HomeAsync(Cast.Admin);
        var row = home.Document.QuerySelector("table.floors tbody tr")!;
        var shopping = await PageAsync(Cast.Admin, "/shopping");
        var expenses = await PageAsync(Cast.Admin, "/expenses");
        Assert.StartsWith(
            Found(shopping.Answer, ToBuy()), row.QuerySelector("td[data-l='To buy']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Found(expenses.Text, Used()), Found(row.QuerySelector("svg.meter")!.GetAttribute("aria-label")!, UsedInWords()));
        Assert.Contains("₹3,000.00", row.QuerySelector("td[data-l='Spent in March']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("₹3,000.00", expenses.Text, StringComparison.Ordinal);
        var week = row.QuerySelector("svg.seven")!;
        Assert.Equal(["off", "off", "on", "off", "off", "on", "off"], week.QuerySelectorAll("rect").Select(rect => rect.ClassName));
        Assert.Equal(
            "2 of 7 days planned; open: Sun 15 Mar, Mon 16 Mar, Wed 18 Mar, Thu 19 Mar, Sat 21 Mar",
            week.GetAttribute("aria-label")!.Replace('\u00a0', ' '));
    }

    [Fact]
    public async Task All_reports_are_in_only_where_all_are_counted_as_in()
    {
        for (var day = 0; day < 3; day++)
        {
            await app.PlanAsync(Today.AddDays(day), $"Dish {day}");
            await app.PlanAsync(Today.AddDays(day), $"Dish {day} too", floor: 2);
        }

        var floor = await app.FloorAsync("North", 1);
        await app.RecordAsync("North", 1, BillActs.One(10, date: ClosedMonthActs.February));
        var missing = await app.HomeAsync(Cast.Admin);
        Assert.Equal("Reports in 0 of 1 for February", missing.Tiles()[3]);
        Assert.DoesNotContain("All reports", missing.Text, StringComparison.Ordinal);
        await app.ConfirmAsync(floor, await app.CloseAsync(floor, ClosedMonthActs.February));
        var home = await app.HomeAsync(Cast.Admin);
        Assert.Equal("Reports in 1 of 1 for February", home.Tiles()[3]);
        Assert.Contains("All reports for February are in, and nobody waits for you.", home.Text, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"[Aa]bout ₹([\d,.]+\d)")]
    private static partial Regex Cost();

    [GeneratedRegex(@"^(\d+) things? to buy")]
    private static partial Regex ToBuy();

    [GeneratedRegex(@"To buy (\d+)")]
    private static partial Regex TileToBuy();

    [GeneratedRegex(@"(\d+) without a known price")]
    private static partial Regex WithoutPrice();

    [GeneratedRegex(@"(\d+) items? ha(?:s|ve) no known price")]
    private static partial Regex NoPriceKnown();

    [GeneratedRegex(@"(\d+)% of the days gone")]
    private static partial Regex Gone();

    [GeneratedRegex(@"(\d+)% spent")]
    private static partial Regex Used();

    [GeneratedRegex(@"(\d+) percent")]
    private static partial Regex UsedInWords();

    [GeneratedRegex(@"(₹[\d,.]+\d) \d+% spent")]
    private static partial Regex Left();

    [GeneratedRegex(@"(\d+) requests? waits?")]
    private static partial Regex Waiting();
}
