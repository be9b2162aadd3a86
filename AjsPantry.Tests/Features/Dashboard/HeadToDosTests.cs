using AjsPantry.Features.Loans;
using AjsPantry.Features.TeaTasks;
using AjsPantry.Tests.Features.Expenses.MonthEnd;
using AjsPantry.Tests.Features.Loans;
using AjsPantry.Tests.Features.Menus;
using AjsPantry.Tests.Features.People;
using AjsPantry.Tests.Features.Requests;
using AjsPantry.Tests.Features.TeaTasks;

namespace AjsPantry.Tests.Features.Dashboard;

/// <summary>What needs a pantry head. All meals are planned, so that a test reads its own lines alone.</summary>
public sealed class HeadToDosTests(PantryApp app) : IClassFixture<PantryApp>
{
    private static readonly DateOnly Today = TestClock.Today;

    private async Task PlanAllAsync(int from = 0)
    {
        for (var day = from; day < 7; day++)
            await app.PlanAsync(Today.AddDays(day), $"Dish {day}");
    }

    /// <summary>The lines above the one that is always there; everything they lead to opens.</summary>
    private async Task<IReadOnlyList<string>> NeedsAsync()
    {
        var visitor = await app.SignInAsync(Cast.Head);
        var home = await visitor.GetAsync("/");
        foreach (var link in home.Document.QuerySelectorAll(".needs a").Select(link => link.GetAttribute("href")!))
            Assert.True((await visitor.GetAsync(link)).Status == 200, link);
        return [.. home.Lines("answer")];
    }

    [Fact]
    public async Task Days_without_a_meal_name_the_room_that_is_next()
    {
        await PlanAllAsync(from: 2);
        await app.TurnAsync(Today, await app.NewRoomAsync("Room 1", 1, Cast.Member));
        await app.TurnAsync(Today.AddDays(1), await app.NewRoomAsync("Room 2", 1, Cast.TeaManager));
        Assert.Equal(["Sun 15 Mar and Mon 16 Mar have no meal yet Room 1 and Room 2 are next. Plan meals"], await NeedsAsync());
        await app.PlanAsync(Today, "Poha");
        Assert.Equal(["Mon 16 Mar has no meal yet Room 2 is next. Plan meals"], await NeedsAsync());
    }

    [Fact]
    public async Task A_room_whose_people_are_all_away_when_it_cooks_is_told_until_somebody_else_cooks()
    {
        await PlanAllAsync();
        var room = await app.NewRoomAsync("Away room", 1, Cast.Member, Cast.TeaManager);
        await app.TurnAsync(Today.AddDays(2), room);
        await MealActs.AwayAsync(app, Cast.Member, Today.AddDays(2), Today.AddDays(3));
        Assert.Empty(await NeedsAsync());
        await MealActs.AwayAsync(app, Cast.TeaManager, Today.AddDays(1), Today.AddDays(2));
        Assert.Equal(["Away room cooks on Tue 17 Mar, and nobody is there Choose who cooks instead. Choose"], await NeedsAsync());
        Assert.NotNull((await app.HomeAsync(Cast.Head)).Document.QuerySelector(".needs a[href='/menus/turns/day?day=2026-03-17']"));
        await app.PlanAsync(Today.AddDays(2), "Cooked by others", room: await app.NewRoomAsync("Present room"));
        Assert.Empty(await NeedsAsync());
    }

    [Fact]
    public async Task A_room_that_cooks_though_nobody_lives_there_is_told()
    {
        await PlanAllAsync();
        await app.TurnAsync(Today.AddDays(2), await app.NewRoomAsync("Empty room"));
        Assert.Equal(["Empty room cooks on Tue 17 Mar, and nobody is there Choose who cooks instead. Choose"], await NeedsAsync());
    }

    [Fact]
    public async Task Tea_that_nobody_makes_is_given_to_somebody()
    {
        await PlanAllAsync();
        await app.DutyAsync(Today.AddDays(1), null);
        await app.DutyAsync(Today, Cast.Member);
        Assert.Equal(["Nobody makes tea tomorrow Morning Choose somebody"], await NeedsAsync());
    }

    [Fact]
    public async Task Tea_that_no_rota_planned_is_planned()
    {
        await PlanAllAsync();
        await app.SlotAsync();
        await app.DutyAsync(Today.AddDays(2), Cast.Member);
        Assert.Equal(["Nobody makes tea today Morning Plan tea"], await NeedsAsync());
        // It proposes the day that is missing, not the days after the last one.
        Assert.NotNull((await app.HomeAsync(Cast.Head)).Document.QuerySelector(".needs a[href='/tea/plan/make?day=2026-03-15']"));
    }

    [Fact]
    public async Task One_request_is_told_whole_and_several_with_who_asks()
    {
        await PlanAllAsync();
        await app.OpenRequestAsync();
        Assert.Equal([$"1 request waits for your answer {Cast.Member.Name} asks for something, 17–19 Mar Decide"], await NeedsAsync());
        await app.AskedAsync(Cast.TeaManager, Today.AddDays(9), Today.AddDays(9));
        Assert.Equal([$"2 requests wait for your answer From {Cast.Member.Name} and {Cast.TeaManager.Name} Decide"], await NeedsAsync());
    }

    [Fact]
    public async Task A_budget_is_told_when_it_is_nearly_spent_and_when_it_is_more_than_spent()
    {
        await PlanAllAsync();
        await app.AllocateAsync(await app.FloorAsync("North", 1), 100, Today.AddDays(-14), Today.AddDays(16), alertAt: 80);
        await app.RecordAsync("North", 1, BillActs.One(79));
        Assert.Empty(await NeedsAsync());
        await app.RecordAsync("North", 1, BillActs.One(11, "1002"));
        Assert.Equal(["90% of the budget is spent ₹10.00 is left until Tue 31 Mar. See the budget"], await NeedsAsync());
        await app.RecordAsync("North", 1, BillActs.One(60, "1003"));
        Assert.Equal(["₹50.00 over the budget The budget runs until Tue 31 Mar. See the budget"], await NeedsAsync());
    }

    [Fact]
    public async Task Last_month_has_its_report_and_then_is_closed()
    {
        await PlanAllAsync();
        await app.RecordAsync("North", 1, BillActs.One(100, date: ClosedMonthActs.February));
        Assert.Equal(["February is not closed 1 bill, ₹100.00 Check and close"], await NeedsAsync());
        await app.MakeReportAsync("North", 1, ClosedMonthActs.February);
        Assert.Equal(["February is not closed 1 bill, ₹100.00 Check and close"], await NeedsAsync());
        await app.CloseAsync(await app.FloorAsync("North", 1), ClosedMonthActs.February);
        Assert.Empty(await NeedsAsync());
    }

    [Fact]
    public async Task Suggestions_tea_to_confirm_and_loans_come_last()
    {
        await PlanAllAsync();
        await app.WishAsync(Today.AddDays(3), "Biryani", Cast.Member);
        await app.DutyAsync(Today.AddDays(-2), Cast.Member, TeaState.Done);
        await app.LoanAsync("A degchi", lender: 2, state: LoanState.Offered, quantity: 1, unit: "pcs");
        List<string> expected =
        [
            "1 suggested meal waits for your answer Biryani, Wed 18 Mar Answer",
            "1 tea to confirm Marked as made, not confirmed yet. Confirm",
            "Floor 2 lends you A degchi Did it arrive? Open it",
        ];
        Assert.Equal(expected, await NeedsAsync());
        await app.LoanAsync("Flour", lender: 2, due: Today.AddDays(-1));
        var loans = (await NeedsAsync())[^1];
        Assert.StartsWith("2 loans to confirm", loans, StringComparison.Ordinal);
        Assert.EndsWith("See them", loans, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_loan_that_is_late_says_since_when()
    {
        await PlanAllAsync();
        await app.LoanAsync("Flour", lender: 2, due: Today.AddDays(-1));
        Assert.Equal(["Overdue: “Flour”, Floor 2 Sat 14 Mar Open it"], await NeedsAsync());
    }

    [Fact]
    public async Task The_most_urgent_come_first_and_none_is_left_out()
    {
        await app.DutyAsync(Today, null);
        await app.DutyAsync(Today.AddDays(-2), Cast.Member, TeaState.Done);
        await app.OpenRequestAsync();
        await app.RecordAsync("North", 1, BillActs.One(100, date: ClosedMonthActs.February));
        await app.WishAsync(Today.AddDays(3), "Biryani", Cast.Member);
        var needs = await NeedsAsync();
        string[] beginnings =
            ["Nobody makes tea today", "7 of the next 7 days", "1 request waits", "February is not closed", "1 suggested meal",
                "1 tea to confirm"];
        Assert.Equal(beginnings.Length, needs.Count);
        Assert.All(beginnings.Index(), each => Assert.StartsWith(each.Item, needs[each.Index], StringComparison.Ordinal));
        Assert.Equal("Six things need you, North", (await app.HomeAsync(Cast.Head)).Answer);
        // A day that is far off waits longer than a person does.
        await app.PlanAsync(Today, "Poha");
        await app.PlanAsync(Today.AddDays(1), "Dosa");
        needs = await NeedsAsync();
        Assert.StartsWith("1 request waits", needs[1], StringComparison.Ordinal);
        Assert.StartsWith("5 of the next 7 days", needs[2], StringComparison.Ordinal);
    }
}
