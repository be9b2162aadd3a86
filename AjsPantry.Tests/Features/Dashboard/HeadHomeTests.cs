using AjsPantry.Features.Loans;
using AjsPantry.Tests.Features.Expenses.MonthEnd;
using AjsPantry.Tests.Features.Feedback.Ratings;
using AjsPantry.Tests.Features.Loans;
using AjsPantry.Tests.Features.Menus;
using AjsPantry.Tests.Features.Procurement;
using AjsPantry.Tests.Features.Requests;
using AjsPantry.Tests.Features.TeaTasks;

namespace AjsPantry.Tests.Features.Dashboard;

/// <summary>The figures and cards that only a pantry head's home page has; what needs the head is read in HeadToDosTests.</summary>
public sealed class HeadHomeTests(PantryApp app) : IClassFixture<PantryApp>
{
    private static readonly DateOnly Today = TestClock.Today;

    [Fact]
    public async Task Where_nothing_is_there_yet_every_card_says_what_to_do()
    {
        var home = await app.HomeAsync(Cast.OtherTenantHead);
        Assert.Equal(["answer", "meals", "bought"], home.Headings());
        Assert.Equal("One thing needs you, South", home.Answer);
        Assert.Contains("Nothing is planned for tomorrow. Nobody is away.", home.Card("answer"), StringComparison.Ordinal);
        Assert.Equal(
            [
                "7 of the next 7 days have no meal yet No cook is assigned yet. Plan meals",
            ],
            home.Lines("answer"));
        Assert.Equal(
            [
                "Spent in March ₹0.00 without a budget. Allocate money", "To buy 0 nothing is missing",
                "Last meal – nobody rated the last two weeks’ meals", "Away today 0 of 3 everybody is here",
            ],
            home.Tiles());
        Assert.StartsWith("The next seven days", home.Card("meals"), StringComparison.Ordinal);
        Assert.Equal(7, home.Lines("meals").Count);
        Assert.All(home.Lines("meals"), line => Assert.EndsWith("No meal yet Open", line, StringComparison.Ordinal));
        Assert.Contains(
            "Record the first bill after shopping.", home.Card("bought"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_nothing_needs_the_head_the_meal_is_the_answer_and_bills_are_what_is_left()
    {
        // 08:30, when breakfast is still to be eaten.
        app.Clock.AdjustTime(TestClock.Beginning.AddHours(-6));
        for (var day = 0; day < 7; day++)
            await app.PlanAsync(Today.AddDays(day), $"Dish {day}");
        var home = await app.HomeAsync(Cast.Head);
        Assert.Equal("Dish 0", home.Answer);
        Assert.Contains("Dish 0 today. Nobody is away.", home.Card("answer"), StringComparison.Ordinal);
        Assert.Equal("Record a bill", Assert.Single(home.Document.QuerySelectorAll(".note-door .btn-mark")).TextContent);
        Assert.Equal("· Today, breakfast Dish 0", home.Lines("meals")[0]);
        Assert.Equal("· Sat 21 Mar, breakfast Dish 6", home.Lines("meals")[^1]);
    }

    [Fact]
    public async Task The_budget_is_shown_with_what_is_left_of_it_and_of_its_days()
    {
        var floor = await app.FloorAsync("North", 1);
        await app.AllocateAsync(floor, 1000, Today.AddDays(-14), Today.AddDays(5));
        await app.RecordAsync("North", 1, BillActs.One(250));
        var home = await app.HomeAsync(Cast.Head);
        Assert.Equal("Left until Fri 20 Mar ₹750.00 25% spent, 70% of the days gone, 6 days left", home.Tiles()[0]);
        await app.RecordAsync("North", 1, BillActs.One(800, "1002"));
        home = await app.HomeAsync(Cast.Head);
        Assert.StartsWith("Over budget until Fri 20 Mar ₹50.00 105% spent", home.Tiles()[0], StringComparison.Ordinal);
        Assert.NotNull(home.Document.QuerySelector(".tile .fig.over"));
    }

    [Fact]
    public async Task What_is_to_buy_is_reckoned_at_the_price_last_paid()
    {
        await app.NeedAsync("Unknown thing");
        Assert.Equal("To buy 1 no price known yet", (await app.HomeAsync(Cast.Head)).Tiles()[1]);
        await app.NeedAsync("Paneer", boughtBy: Cast.Member, price: 300);
        var id = await app.NeedAsync("Paneer", quantity: 1);
        await TestServer.WriteAsync(app.Database, $"UPDATE shopping_items SET needed_by = '2026-03-17' WHERE id = '{id}'");
        Assert.Equal(
            "To buy 2 about ₹150.00, 1 without a known price; 1 needed by Tue 17 Mar", (await app.HomeAsync(Cast.Head)).Tiles()[1]);
    }

    [Fact]
    public async Task The_last_rated_meal_is_shown_with_the_words_of_whoever_liked_it_least()
    {
        var meal = await app.PlanAsync(Today.AddDays(-1), "Dosa");
        await app.SayAsync(meal, Cast.Member, 5, "Crisp");
        Assert.Equal("Dosa, yesterday 5.0 of 5 from 1 rating. 5 stars: “Crisp”", (await app.HomeAsync(Cast.Head)).Tiles()[2]);
        await app.SayAsync(meal, Cast.TeaManager, 1, new string('x', 41));
        Assert.Equal(
            $"Dosa, yesterday 3.0 of 5 from 2 ratings. 1 star: “{new string('x', 39)}…”", (await app.HomeAsync(Cast.Head)).Tiles()[2]);
    }

    [Fact]
    public async Task Who_is_away_is_named()
    {
        await MealActs.AwayAsync(app, Cast.TeaManager, Today, Today.AddDays(1));
        await MealActs.AwayAsync(app, Cast.Member, Today.AddDays(1), Today.AddDays(1));
        var home = await app.HomeAsync(Cast.Head);
        Assert.Equal($"Away today 1 of 3 {Cast.TeaManager.Name}", home.Tiles()[3]);
        Assert.Contains("One of 3 is away.", home.Card("answer"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_is_in_the_note_all_of_it_and_nowhere_else()
    {
        await app.OpenRequestAsync();
        await app.WishAsync(Today.AddDays(3), "Biryani", Cast.Member);
        await app.LoanAsync("A degchi", lender: 2, state: LoanState.Offered, quantity: 1, unit: "pcs");
        await app.LoanAsync("Flour", lender: 2, due: Today.AddDays(-1));
        await app.LoanAsync("Not due yet", lender: 2, due: Today);
        await app.ReturnAsync(await app.LoanAsync("Rice"));
        await app.DutyAsync(Today, null);
        await app.RecordAsync("North", 1, BillActs.One(100, date: new DateOnly(2026, 2, 10)));
        var note = (await app.HomeAsync(Cast.Head)).Lines("answer");
        string[] beginnings =
            ["Nobody makes tea today", "7 of the next 7 days", "1 request waits", "February is not closed", "1 suggested meal",
                "3 loans to confirm"];
        Assert.Equal(beginnings.Length, note.Count);
        Assert.All(beginnings.Index(), each => Assert.StartsWith(each.Item, note[each.Index], StringComparison.Ordinal));
    }
}
