using System.Net;
using System.Text;
using AjsPantry.Features.Menus.Calendar;
using AjsPantry.Features.Menus.CookingTurns.Days;
using AjsPantry.Features.Menus.Events;
using AjsPantry.Features.Menus.Suggestions;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Tests.Features.Menus.Events;
using AjsPantry.Tests.Features.People;
using AjsPantry.Tests.Features.TeaTasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Menus.Calendar;

/// <summary>The tests' today is Sunday 15 March 2026. Every test has people and days of its own.</summary>
public sealed class FeedTests(PeopleApp app) : IClassFixture<PeopleApp>
{
    [Fact]
    public async Task A_program_reads_the_persons_turns_and_meals_and_the_floors_events()
    {
        var person = await app.NewAsync();
        var mine = await app.NewRoomAsync("Feed mine", 1, person);
        var theirs = await app.NewRoomAsync("Feed theirs");
        var meal = await app.PlanAsync(new DateOnly(2026, 4, 1), "Feed poha", side: "Feed; chutney, hot", room: mine);
        await app.PlanAsync(new DateOnly(2026, 4, 2), "Feed not mine", room: theirs);
        await TurnAsync(new(2026, 4, 1), mine);
        await TurnAsync(new(2026, 4, 5), mine);
        await TurnAsync(new(2026, 4, 3), theirs);
        var special = await app.AddEventAsync(new DateOnly(2026, 4, 4), "સાંજની મજલિસ, with everybody of the residence and their guests",
            text: "Bring dates;\nand \\ plates");
        await app.AddEventAsync(new DateOnly(2026, 4, 4), "Feed other floor", floor: 2);
        foreach (var edge in (int[])[-ReadFeed.DaysBack - 1, -ReadFeed.DaysBack, ReadFeed.DaysAhead, ReadFeed.DaysAhead + 1])
            await app.AddEventAsync(new DateOnly(2026, 3, 15).AddDays(edge), $"Edge {edge}");

        var answer = await app.Visit().Client.GetAsync(await app.LinkAsync(person));
        Assert.Equal(
            (HttpStatusCode.OK, "text/calendar; charset=utf-8"), (answer.StatusCode, answer.Content.Headers.ContentType!.ToString()));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        var text = Encoding.UTF8.GetString(bytes);
        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.Contains("X-WR-CALNAME:AJS Pantry\\, North House", text, StringComparison.Ordinal);
        Assert.Contains("REFRESH-INTERVAL;VALUE=DURATION:PT6H", text, StringComparison.Ordinal);

        var events = FeedActs.Read(text);
        var cooked = Assert.Single(events, each => each.Uid == $"meal-{meal:N}@ajs-pantry");
        Assert.Equal(("You cook breakfast: Feed poha with Feed; chutney, hot", new DateOnly(2026, 4, 1), false),
            (cooked.Summary, cooked.DtStart!.Date, cooked.DtStart.HasTime));
        Assert.Equal($"turn-20260405-{await app.IdAsync(person):N}@ajs-pantry",
            Assert.Single(events, each => each.Summary == "Your cooking turn: Feed mine").Uid);
        var told = Assert.Single(events, each => each.Uid == $"event-{special:N}@ajs-pantry");
        Assert.Equal(("સાંજની મજલિસ, with everybody of the residence and their guests", "Bring dates;\nand \\ plates"),
            (told.Summary, told.Description));
        Assert.NotNull(told.LastModified);
        Assert.DoesNotContain(events,
            each => each.Summary!.Contains("theirs", StringComparison.Ordinal)
                || each.Summary.Contains("not mine", StringComparison.Ordinal)
                || each.Summary.Contains("other floor", StringComparison.Ordinal));
        Assert.Equal(["Edge -90", "Edge 120"],
            events.Where(each => each.Summary!.StartsWith("Edge", StringComparison.Ordinal)).Select(each => each.Summary));
        Assert.Equal(events.Count, events.Select(each => each.Uid).Distinct().Count());
    }

    [Fact]
    public async Task A_turn_and_its_meal_are_one_entry_and_none_where_others_cook()
    {
        var person = await app.NewAsync();
        var mine = await app.NewRoomAsync("One entry", 1, person);
        var theirs = await app.NewRoomAsync("Others cook");
        foreach (var day in (int[])[6, 7, 8, 9])
            await TurnAsync(new(2026, 4, day), mine);
        await app.PlanAsync(new DateOnly(2026, 4, 6), "Own meal", room: mine);
        await app.PlanAsync(new DateOnly(2026, 4, 7), "Of others", room: theirs);
        await app.PlanAsync(new DateOnly(2026, 4, 8), "Of nobody yet");
        await app.PlanAsync(new DateOnly(2026, 4, 10), "Besides the turns", room: mine);
        var events = await app.ReadAsync(await app.LinkAsync(person));
        Assert.Equal(
            ["6 You cook breakfast: Own meal", "8 Your cooking turn: Of nobody yet", "9 Your cooking turn: One entry",
                "10 You cook breakfast: Besides the turns"],
            events.Where(each => each.DtStart!.Date.Month == 4 && each.DtStart.Date.Day is >= 6 and <= 10)
                .Select(each => $"{each.DtStart!.Date.Day} {each.Summary}"));
    }

    [Fact]
    public async Task Tea_at_a_time_reminds_half_an_hour_before_and_events_have_their_times_and_days()
    {
        var person = await app.NewAsync();
        await app.DutyAsync(new DateOnly(2026, 4, 14), person, slot: await app.SlotAsync("Early; tea", new TimeOnly(6, 45)));
        await app.DutyAsync(new DateOnly(2026, 4, 15), person, slot: await app.SlotAsync("Any time"));
        await app.AddEventAsync(new DateOnly(2026, 4, 14), "Timed", at: new TimeOnly(20, 0));
        await app.AddEventAsync(new DateOnly(2026, 4, 14), "Three days", until: new DateOnly(2026, 4, 16));
        await app.AddEventAsync(
            new DateOnly(2026, 4, 14), "Three days from eight", until: new DateOnly(2026, 4, 16), at: new TimeOnly(20, 0));
        await app.AddEventAsync(new DateOnly(2026, 3, 15).AddDays(-ReadFeed.DaysBack - 3), "Ends within",
            until: new DateOnly(2026, 3, 15).AddDays(-ReadFeed.DaysBack));
        var link = await app.LinkAsync(person);
        var text = (await app.Visit().Client.GetStringAsync(link)).Replace("\r\n ", "", StringComparison.Ordinal);
        // 06:45 in Kolkata is 01:15 in UTC.
        Assert.Contains("DTSTART:20260414T011500Z\r\nDTEND:20260414T014500Z\r\nSUMMARY:You make tea: Early\\; tea\\, 06:45\r\n", text,
            StringComparison.Ordinal);
        Assert.Contains(
            "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT30M\r\nDESCRIPTION:You make tea: Early\\; tea\\, 06:45\r\nEND:VALARM\r\nEND:VEVENT", text, StringComparison.Ordinal);
        Assert.Contains("DTSTART;VALUE=DATE:20260415\r\nDTEND;VALUE=DATE:20260416\r\nSUMMARY:You make tea: Any time\r\n", text,
            StringComparison.Ordinal);
        Assert.Contains("DTSTART:20260414T143000Z\r\nDTEND:20260414T153000Z\r\nSUMMARY:Timed\r\n", text, StringComparison.Ordinal);
        Assert.Contains(
            "DTSTART;VALUE=DATE:20260414\r\nDTEND;VALUE=DATE:20260417\r\nSUMMARY:Three days\r\n", text, StringComparison.Ordinal);
        Assert.Contains(
            "DTSTART:20260414T143000Z\r\nDTEND:20260416T183000Z\r\nSUMMARY:Three days from eight\r\n", text, StringComparison.Ordinal);
        Assert.Contains("SUMMARY:Ends within\r\n", text, StringComparison.Ordinal);
        var read = FeedActs.Read(text);
        Assert.Equal(["You make tea: Early; tea, 06:45"], read.Where(each => each.Alarms.Count > 0).Select(each => each.Summary));
        var admin = await app.ReadAsync(await app.LinkAsync(await app.NewAsync(floor: null, AjsPantry.Infrastructure.Rights.Role.Admin)));
        Assert.Contains("Ends within", admin.Select(each => each.Summary));
    }

    [Fact]
    public async Task Ideas_are_nobodys_plans_and_cancelled_things_are_gone()
    {
        var person = await app.NewAsync();
        var id = await app.IdAsync(person);
        var special = await app.AddEventAsync(new DateOnly(2026, 5, 1), "Gone soon");
        await SaveAsync(floor =>
            new MealSuggestion
            {
                SubmissionId = Guid.NewGuid(),
                FloorId = floor,
                MemberId = id,
                Date = new(2026, 5, 1),
                Dish = "An idea",
                CreatedAt = TestClock.Beginning
            });
        var link = await app.LinkAsync(person);
        Assert.Contains("Gone soon", (await app.ReadAsync(link)).Select(each => each.Summary));
        await app.InTenantAsync("North",
            services => services.GetRequiredService<PantryDb>().SpecialEvents.Where(each => each.Id == special)
                .ExecuteUpdateAsync(set => set.SetProperty(each => each.CancelledAt, TestClock.Beginning)));
        Assert.DoesNotContain(await app.ReadAsync(link), each => each.Summary is "Gone soon" or "An idea");
    }

    [Fact]
    public async Task Admins_have_the_events_of_every_floor()
    {
        var admin = await app.NewAsync(floor: null, AjsPantry.Infrastructure.Rights.Role.Admin);
        await app.AddEventAsync(new DateOnly(2026, 5, 4), "On the second", floor: 2);
        await app.AddEventAsync(new DateOnly(2026, 5, 4), "For all", floor: null);
        var summaries = (await app.ReadAsync(await app.LinkAsync(admin))).Select(each => each.Summary).ToList();
        Assert.Contains("On the second", summaries);
        Assert.Contains("For all", summaries);
    }

    [Fact]
    public async Task What_has_not_changed_is_not_sent_again()
    {
        var person = await app.NewAsync(floor: 2);
        var link = await app.LinkAsync(person);
        var client = app.Visit().Client;
        var tag = (await client.GetAsync(link)).Headers.ETag!;
        Assert.Equal(HttpStatusCode.NotModified, (await AgainAsync()).StatusCode);
        await app.AddEventAsync(new DateOnly(2026, 5, 7), "New since", floor: 2);
        Assert.Equal(HttpStatusCode.OK, (await AgainAsync()).StatusCode);

        async Task<HttpResponseMessage> AgainAsync()
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, link);
            request.Headers.IfNoneMatch.Add(tag);
            return await client.SendAsync(request);
        }
    }

    private Task TurnAsync(DateOnly day, Guid room) =>
        SaveAsync(floor =>
            new Duty
            {
                FloorId = floor,
                Date = day,
                RoomId = room,
                Turn = null,
                Origin = DutyOrigin.Given,
                Reason = "The turn of this room."
            });

    private async Task SaveAsync(Func<Guid, object> row)
    {
        var floor = (await app.FloorAsync("North", 1)).Id;
        await app.InTenantAsync("North", async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            db.Add(row(floor));
            await db.SaveChangesAsync();
        });
    }
}
