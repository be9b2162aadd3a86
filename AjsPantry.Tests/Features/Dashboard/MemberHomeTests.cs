using AjsPantry.Tests.Features.Feedback.Ideas;
using AjsPantry.Tests.Features.Feedback.Ratings;
using AjsPantry.Tests.Features.Fines;
using AjsPantry.Tests.Features.Menus;
using AjsPantry.Tests.Features.Menus.Events;
using AjsPantry.Tests.Features.Notices;
using AjsPantry.Tests.Features.People;
using AjsPantry.Tests.Features.Procurement;
using AjsPantry.Tests.Features.Requests;

namespace AjsPantry.Tests.Features.Dashboard;

/// <summary>Every card of the home page of somebody who keeps no books.</summary>
public sealed class MemberHomeTests(PantryApp app) : IClassFixture<PantryApp>
{
    private static readonly DateOnly Today = TestClock.Today;

    /// <summary>08:30 of the day, when breakfast is still to be eaten.</summary>
    private void Morning() => app.Clock.AdjustTime(TestClock.Beginning.AddHours(-6));

    [Fact]
    public async Task Where_nothing_is_there_yet_three_cards_say_so_and_no_other_is_shown()
    {
        foreach (var person in (Person[])[Cast.OtherTenantMember, Cast.OtherTenantTeaManager])
        {
            var home = await app.HomeAsync(person);
            Assert.Equal(["answer", "meals", "bought"], home.Headings());
            Assert.Equal("No bills yet this month", home.Answer);
            Assert.Equal("Suggest a meal", home.Document.QuerySelector(".note-door .btn-mark")!.TextContent);
            Assert.Equal(7, home.Document.QuerySelectorAll(".strip li").Length);
            Assert.Empty(home.Document.QuerySelectorAll(".strip .mine"));
            Assert.Equal(["· Tomorrow No meal yet", "· Tue 17 Mar No meal yet"], home.Lines("meals"));
            Assert.Contains("Nothing bought yet", home.Card("bought"), StringComparison.Ordinal);
            Assert.Contains("Your pantry head records what is bought.", home.Card("bought"), StringComparison.Ordinal);
            Assert.EndsWith("₹0.00 in March, ₹0.00 in February", home.Card("bought"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_table_shows_today_and_tomorrow_who_cooks_and_what_is_missing()
    {
        Morning();
        await TestServer.WriteAsync(
            app.Database, $"UPDATE tenants SET meals = ARRAY['breakfast', 'dinner'] WHERE id = '{Cast.TenantId("North")}'");
        var mine = await app.NewRoomAsync("Own room", 1, Cast.Member);
        var next = await app.NewRoomAsync("Next room", 1, Cast.Head);
        await app.PlanAsync(Today, "Poha", side: "Chutney", room: mine);
        await app.PlanAsync(Today.AddDays(2), "Far away");
        await app.TurnAsync(Today.AddDays(1), next);
        var home = await app.HomeAsync(Cast.Member);
        Assert.Equal("Poha with Chutney", home.Answer);
        Assert.Contains("Breakfast today, cooked by Own room.", home.Card("answer"), StringComparison.Ordinal);
        Assert.Equal(
            [
                "Own room Today, breakfast, Own room Poha with Chutney You cook", "· Today, the rest of the day No meal yet",
                "Next room Tomorrow No meal yet. Next room is next.",
            ],
            home.Lines("meals"));
        Assert.Contains("you cook", Assert.Single(home.Document.QuerySelectorAll(".strip .mine")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_on_which_nobody_cooks_says_why()
    {
        var floor = await app.FloorAsync("North", 1);
        await TestServer.WriteAsync(app.Database, $"""
            INSERT INTO leave_days (tenant_id, id, floor_id, date, reason)
            SELECT tenant_id, gen_random_uuid(), id, '2026-03-16', 'Eid' FROM floors WHERE id = '{floor.Id}'
            """);
        var home = await app.HomeAsync(Cast.Member);
        Assert.Equal(["· Tomorrow No cooking: Eid", "· Tue 17 Mar No meal yet"], home.Lines("meals"));
    }

    [Fact]
    public async Task The_two_latest_meals_are_rated_here_and_the_others_are_counted()
    {
        var own = await app.NewRoomAsync("Own room", 1, Cast.Member);
        var other = await app.NewRoomAsync("Other room", 1, Cast.Head);
        var latest = await app.PlanAsync(Today, "Poha");
        var before = await app.PlanAsync(Today.AddDays(-1), "Dosa", side: "Sambar", room: other);
        await app.PlanAsync(Today.AddDays(-2), "Cooked by themselves", room: own);
        await app.SayAsync(await app.PlanAsync(Today.AddDays(-3), "Rated already"), Cast.Member, 4);
        await app.PlanAsync(Today.AddDays(-4), "Idli");
        var home = await app.HomeAsync(Cast.Member);
        Assert.Equal(
            [$"rate-{latest}", $"rate-{before}"], home.Headings().Where(heading => heading.StartsWith("rate-", StringComparison.Ordinal)));
        Assert.StartsWith(
            "How was today’s Poha? Breakfast, Sun 15 Mar. One tap is enough.", home.Card($"rate-{latest}"), StringComparison.Ordinal);
        var card = home.Card($"rate-{before}");
        Assert.StartsWith(
            "How was yesterday’s Dosa? With Sambar, breakfast, Sat 14 Mar, cooked by Other room.", card, StringComparison.Ordinal);
        Assert.EndsWith("1 more meal to rate", card, StringComparison.Ordinal);
        Assert.DoesNotContain("rate-", string.Concat((await app.HomeAsync(Cast.OtherFloorMember)).Headings()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_theirs_to_buy_is_counted_and_the_first_four_are_named()
    {
        await app.NeedAsync("Somebody else's", assignee: Cast.Head);
        await app.NeedAsync("Nobody's");
        var id = await app.NeedAsync("Paneer", assignee: Cast.Member, quantity: 1.5m);
        await TestServer.WriteAsync(
            app.Database, $"UPDATE shopping_items SET priority = 'High', needed_by = '2026-03-17' WHERE id = '{id}'");
        var one = await app.HomeAsync(Cast.Member);
        Assert.StartsWith("1 thing for you to buy", one.Card("mine-to-buy"), StringComparison.Ordinal);
        Assert.Equal(["Paneer 1.5 kg, by Tue 17 Mar Urgent"], one.Lines("mine-to-buy"));
        for (var item = 1; item <= 4; item++)
            await app.NeedAsync($"Thing {item}", assignee: Cast.Member);
        var five = await app.HomeAsync(Cast.Member);
        Assert.StartsWith("5 things for you to buy", five.Card("mine-to-buy"), StringComparison.Ordinal);
        Assert.Equal(4, five.Lines("mine-to-buy").Count);
        Assert.Equal("Paneer 1.5 kg, by Tue 17 Mar Urgent", five.Lines("mine-to-buy")[0]);
    }

    [Fact]
    public async Task What_is_asked_and_what_is_owed_share_a_card_that_is_called_after_what_is_in_it()
    {
        var request = await app.OpenRequestAsync();
        var asked = await app.HomeAsync(Cast.Member);
        Assert.StartsWith("Your requests", asked.Card("mine-asked"), StringComparison.Ordinal);
        Assert.Equal(["Something else 17–19 Mar Waiting"], asked.Lines("mine-asked"));
        var room = await app.NewRoomAsync("Own room", 1, Cast.Member);
        await app.FineAsync("Broken cup");
        await app.FineAsync("Open window", room: room, amount: 20);
        await app.FineAsync("Paid one", state: AjsPantry.Features.Fines.FineState.Paid);
        await app.FineAsync("Another's", Cast.Head);
        var both = await app.HomeAsync(Cast.Member);
        Assert.StartsWith("Requests and fines", both.Card("mine-asked"), StringComparison.Ordinal);
        Assert.Equal(
            ["Broken cup Fine of Sun 15 Mar ₹50.00", "Open window Fine of Sun 15 Mar, Own room ₹20.00", "Something else 17–19 Mar Waiting"],
            both.Lines("mine-asked").Order(StringComparer.Ordinal));
        await TestServer.WriteAsync(
            app.Database, $"UPDATE requests SET state = 'Cancelled', decided_at = created_at WHERE id = '{request}'");
        Assert.StartsWith("Your fines", (await app.HomeAsync(Cast.Member)).Card("mine-asked"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_comes_up_ideas_and_announcements_have_cards_of_their_own()
    {
        await app.AddEventAsync(Today.AddDays(1), "Milad");
        await app.AddEventAsync(Today.AddDays(14), "Guests", floor: null);
        await app.AddEventAsync(Today.AddDays(15), "Too far");
        await app.AddEventAsync(Today.AddDays(1), "Upstairs", floor: 2);
        await app.IdeaAsync("Nobody's favourite", Cast.Head);
        await app.IdeaAsync("Cheese", Cast.Head, null, Cast.TeaManager);
        await app.IdeaAsync("Sweets", Cast.TeaManager, null, Cast.Member, Cast.Head);
        await app.AnnouncedAsync("The lift stands still", "Take the stairs");
        var home = await app.HomeAsync(Cast.Member);
        Assert.Equal(["Milad Tomorrow", "Guests Sun 29 Mar"], home.Lines("coming"));
        var ideas = home.Lines("ideas");
        Assert.Equal(2, ideas.Count);
        Assert.EndsWith($"Sweets {Cast.TeaManager.Name}", ideas[0], StringComparison.Ordinal);
        Assert.EndsWith($"Cheese {Cast.Head.Name}", ideas[1], StringComparison.Ordinal);
        Assert.StartsWith("From your floor", home.Card("news"), StringComparison.Ordinal);
        Assert.Contains(
            $"The lift stands still Take the stairs {Cast.Head.Name}, ", Assert.Single(home.Lines("news")), StringComparison.Ordinal);
        Assert.Equal(
            ["Guests Sun 29 Mar", "Upstairs Tomorrow"],
            (await app.HomeAsync(Cast.OtherFloorMember)).Lines("coming").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_last_three_bills_are_named_and_the_two_months_added_up()
    {
        for (var day = 0; day < 4; day++)
            await app.RecordAsync("North", 1, BillActs.One(100 + day, $"{day}", $"Shop {day}", Today.AddDays(-day)));
        await app.RecordAsync("North", 1, BillActs.One(40, "5", date: Today.AddMonths(-1)));
        var home = await app.HomeAsync(Cast.Member);
        Assert.Equal("₹406.00 spent this month", home.Answer);
        Assert.StartsWith("Last bought", home.Card("bought"), StringComparison.Ordinal);
        Assert.Equal(
            ["Shop 0 Sun 15 Mar, Milk ₹100.00", "Shop 1 Sat 14 Mar, Milk ₹101.00", "Shop 2 Fri 13 Mar, Milk ₹102.00"],
            home.Lines("bought"));
        Assert.EndsWith("₹406.00 in March, ₹40.00 in February", home.Card("bought"), StringComparison.Ordinal);
    }
}
