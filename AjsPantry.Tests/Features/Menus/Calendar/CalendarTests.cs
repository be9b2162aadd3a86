using AjsPantry.Features.Menus.CookingTurns.Days;
using AjsPantry.Features.Menus.CookingTurns.Rota;
using AjsPantry.Features.Menus.Suggestions;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Tests.Features.Menus.Events;
using AjsPantry.Tests.Features.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Menus.Calendar;

/// <summary>The tests' today is Sunday 15 March 2026. Every test has months of its own.</summary>
public sealed class CalendarTests(PantryApp app) : IClassFixture<PantryApp>
{
    [Fact]
    public async Task A_month_shows_meals_turns_days_without_cooking_events_and_ideas()
    {
        var mine = await app.NewRoomAsync("Calendar mine", 1, Cast.Member);
        var theirs = await app.NewRoomAsync("Calendar theirs");
        await app.PlanAsync(new DateOnly(2026, 4, 1), "Calendar poha", side: "Calendar chutney", room: theirs);
        await AddAsync(floor => Turn(floor, new(2026, 4, 1), mine), floor => Turn(floor, new(2026, 4, 2), mine),
            floor => Turn(floor, new(2026, 4, 3), theirs));
        await AddAsync(floor => new LeaveDay { FloorId = floor, Date = new(2026, 4, 6), Reason = "Founders' day" });
        await app.AddEventAsync(new DateOnly(2026, 4, 2), "Quran evening", text: "Bring dates");
        await app.AddEventAsync(new DateOnly(2026, 4, 2), "Of the other floor", floor: 2);
        await app.AddEventAsync(new DateOnly(2026, 4, 30), "For everybody", floor: null);
        await SuggestAsync(new(2026, 4, 3), "Calendar dhokla");

        var page = await (await app.SignInAsync(Cast.Member)).GetAsync("/calendar?month=2026-04&day=2026-04-02");
        Assert.Equal("You cook on Thu 2 Apr", page.Answer);
        Assert.Contains("Your cooking days in April: Thu 2.", page.Text, StringComparison.Ordinal);
        Assert.Equal(["2"], page.Document.QuerySelectorAll(".cell.mine .n").Select(number => number.TextContent));
        Assert.Contains("Calendar poha with Calendar chutney", Cell(page, "2026-04-01"), StringComparison.Ordinal);
        Assert.Contains("Calendar theirs", Cell(page, "2026-04-01"), StringComparison.Ordinal);
        Assert.Contains("no cooking", Cell(page, "2026-04-06"), StringComparison.Ordinal);
        Assert.Contains("1 suggestion", Cell(page, "2026-04-03"), StringComparison.Ordinal);
        Assert.Contains("For everybody", Cell(page, "2026-04-30"), StringComparison.Ordinal);
        Assert.Contains("Calendar mine, your turn The turn of this room. Quran evening", Day(page), StringComparison.Ordinal);
        Assert.Contains("Bring dates", Day(page), StringComparison.Ordinal);
        Assert.DoesNotContain("Of the other floor", page.Text, StringComparison.Ordinal);
        Assert.Contains("Suggested by North Member 1", Day(await (await app.SignInAsync(Cast.Head)).GetAsync("/calendar?day=2026-04-03")),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_in_full_shows_the_meal_with_its_cook_and_notes_and_the_reason_of_the_turn()
    {
        var room = await app.NewRoomAsync("Day room");
        var meal = await app.PlanAsync(new DateOnly(2026, 5, 5), "Day upma", room: room);
        await app.InTenantAsync("North",
            services => services.GetRequiredService<PantryDb>().Set<AjsPantry.Features.Menus.Menu>().Where(menu => menu.Id == meal)
                .ExecuteUpdateAsync(set => set.SetProperty(menu => menu.Notes, "<script>alert(1)</script>")));
        await AddAsync(floor => Turn(floor, new(2026, 5, 5), room));
        var page = await (await app.SignInAsync(Cast.Member)).GetAsync("/calendar?day=2026-05-05");
        Assert.Contains("Day upma Breakfast, Day room <script>alert(1)</script> Day room’s turn The turn of this room.", Day(page),
            StringComparison.Ordinal);
        Assert.Equal($"/menus/{meal}", page.Document.QuerySelector("#day a.cover")!.GetAttribute("href"));
        Assert.Null(page.Document.QuerySelector("main script"));
        Assert.Equal(
            "Tue 5 May", page.Document.QuerySelector(".cell[aria-current] .visually-hidden")!.TextContent.Trim().Replace('\u00a0', ' '));
    }

    [Fact]
    public async Task Those_who_plan_are_led_to_the_form_of_the_open_meal_and_members_are_not()
    {
        const string Day = "/calendar?day=2026-06-09";
        var link = (await (await app.SignInAsync(Cast.Admin)).GetAsync(Day + "&floor=2")).Document
            .QuerySelector("#day a[href^='/menus/add']");
        Assert.Equal("/menus/add?day=2026-06-09&meal=breakfast&floor=2", link!.GetAttribute("href"));
        Assert.Null((await (await app.SignInAsync(Cast.Member)).GetAsync(Day)).Document.QuerySelector("#day a[href^='/menus/add']"));
        Assert.Equal("/calendar/events/add?day=2026-06-09&floor=2",
            link.ParentElement!.QuerySelector("a[href*='/events/add']")!.GetAttribute("href"));
        var member = (await (await app.SignInAsync(Cast.Member)).GetAsync(Day)).Document;
        Assert.Empty(member.QuerySelectorAll("main a[href*='/events/add']"));
        Assert.NotNull(member.QuerySelector("#day a[href='/menus/suggestions/add?day=2026-06-09']"));
        Assert.Null((await (await app.SignInAsync(Cast.Member)).GetAsync("/calendar?day=2026-03-14")).Document
            .QuerySelector("#day a[href^='/menus/suggestions/add']"));
        Assert.Null((await (await app.SignInAsync(Cast.Head)).GetAsync("/calendar?day=2026-03-14")).Document
            .QuerySelector("#day a[href^='/menus/add']"));
    }

    [Fact]
    public async Task The_present_month_names_the_days_to_come_and_a_reason_that_says_no_more_is_left_out()
    {
        var room = await app.NewRoomAsync("Once", 1, Cast.Member);
        foreach (var day in (DateOnly[])[new(2026, 3, 10), new(2026, 3, 20), new(2026, 4, 2)])
            await app.TurnAsync(day, room, "Once’s turn.");
        var page = await (await app.SignInAsync(Cast.Member)).GetAsync("/calendar?day=2026-03-20");
        Assert.Contains("Your next cooking days: Fri 20 Mar, Thu 2 Apr.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Once’s turn", Day(page), StringComparison.Ordinal);
        await app.AwayAsync(Cast.Member, new(2026, 3, 20), new(2026, 3, 20));
        Assert.Contains("Your next cooking days: Thu 2 Apr.",
            (await (await app.SignInAsync(Cast.Member)).GetAsync("/calendar")).Text.Replace('\u00a0', ' '), StringComparison.Ordinal);
        var turn = (await (await app.SignInAsync(Cast.Head)).GetAsync("/menus/turns/day?day=2026-03-20")).Document
            .QuerySelector(".page-head")!;
        Assert.DoesNotContain("Once’s turn", turn.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Today_and_its_week_are_marked_and_the_months_beside_are_one_tap_away()
    {
        var page = await (await app.SignInAsync(Cast.Member)).GetAsync("/calendar");
        Assert.Equal("15", Assert.Single(page.Document.QuerySelectorAll(".cell.now .n")).TextContent);
        Assert.Equal(["9", "10", "11", "12", "13", "14", "15"],
            page.Document.QuerySelectorAll(".cell.week-now .n").Select(number => number.TextContent));
        Assert.Equal(["/calendar?month=2026-02", "/calendar?month=2026-04"],
            page.Document.QuerySelectorAll(".month-nav a").Select(link => link.GetAttribute("href")));
        Assert.Equal(42, page.Document.QuerySelectorAll(".cell").Length);
        Assert.Contains(page.Document.QuerySelectorAll(".side a"), link => link.GetAttribute("href") == "/calendar");
        Assert.DoesNotContain(page.Document.QuerySelectorAll(".tabs a"), link => link.GetAttribute("href") == "/calendar");
    }

    [Fact]
    public async Task Weekdays_carry_their_words()
    {
        await app.InTenantAsync("South",
            services =>
                services.GetRequiredService<PantryDb>().Tenants
                    .ExecuteUpdateAsync(set => set.SetProperty(tenant => tenant.DayLabels, ["", "", "bread", "", "", "", ""])));
        var page = await (await app.SignInAsync(Cast.OtherTenantMember)).GetAsync("/calendar?day=2026-03-17");
        // Once, above its column, and to those who hear the days with each.
        Assert.Equal("Bread", Assert.Single(page.Document.QuerySelectorAll(".month .h small")).TextContent);
        Assert.Equal(6,
            page.Document.QuerySelectorAll(".cell .visually-hidden")
                .Count(day => day.TextContent.EndsWith(", bread", StringComparison.Ordinal)));
        Assert.Contains("Bread", Day(page), StringComparison.Ordinal);
        Assert.Contains("Bread", (await (await app.SignInAsync(Cast.OtherTenantMember)).GetAsync("/menus?week=2026-03-17")).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Visitors_sign_in_first_and_operators_have_no_calendar()
    {
        Assert.StartsWith("/sign-in", (await app.Visit().GetAsync("/calendar")).Location, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(403, (await (await app.SignInAsync(Cast.Operator)).GetAsync("/calendar")).Status);
    }

    [Fact]
    public async Task A_page_sends_as_many_commands_however_much_stands_on_it()
    {
        var counts = new List<int>();
        foreach (var day in Enumerable.Range(1, 3))
        {
            foreach (var (person, query) in new[] { (Cast.Member, ""), (Cast.Admin, "&floor=1") })
            {
                var visitor = await app.SignInAsync(person);
                await visitor.GetAsync("/calendar?month=2026-09" + query);
                var before = app.Commands.All.Count;
                Assert.Equal(200, (await visitor.GetAsync($"/calendar?month=2026-09&day=2026-09-01{query}")).Status);
                counts.Add(app.Commands.All.Count - before);
            }

            await app.PlanAsync(new DateOnly(2026, 9, day), $"Budget {day}");
            await app.AddEventAsync(new DateOnly(2026, 9, day), $"Budget event {day}");
            await SuggestAsync(new(2026, 9, day), $"Budget idea {day}");
        }

        // With the first meal it also asks what is known of the dish of the chosen day.
        Assert.Equal(counts[2..4], counts[^2..]);
    }

    private static string Cell(WebPage page, string day) => page.Document.QuerySelector($".cell[href*='day={day}']")!.TextContent;

    /// <summary>The chosen day in full, each piece of text apart.</summary>
    private static string Day(WebPage page) =>
        System.Text.RegularExpressions.Regex.Replace(
            string.Join(' ',
                page.Document.QuerySelectorAll("#day h2, #day p, #day .panel-head > .muted, #day .body > *")
                    .Select(part => part.TextContent)), @"\s+", " ");

    private static Duty Turn(Guid floor, DateOnly day, Guid room) =>
        new() { FloorId = floor, Date = day, RoomId = room, Turn = null, Origin = DutyOrigin.Given, Reason = "The turn of this room." };

    private async Task AddAsync(params Func<Guid, object>[] rows)
    {
        var floor = (await app.FloorAsync("North", 1)).Id;
        await app.InTenantAsync("North", async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            db.AddRange(rows.Select(row => row(floor)));
            await db.SaveChangesAsync();
        });
    }

    private async Task SuggestAsync(DateOnly day, string dish)
    {
        var member = await app.IdAsync(Cast.Member);
        await AddAsync(floor =>
            new MealSuggestion
            {
                SubmissionId = Guid.NewGuid(),
                FloorId = floor,
                MemberId = member,
                Date = day,
                Dish = dish,
                CreatedAt = TestClock.Beginning
            });
    }
}
