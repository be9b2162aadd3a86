using AjsPantry.Features.Menus.Events;
using AjsPantry.Features.Notices;
using AjsPantry.Tests.Features.Dashboard;
using AjsPantry.Tests.Features.People;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AjsPantry.Tests.Features.Menus.Events;

/// <summary>Events that begin at a time, and events of several days. The tests' today is Sunday 15 March 2026.</summary>
public sealed class EventTimesTests(PantryApp app) : IClassFixture<PantryApp>
{
    private const string Add = "/calendar/events/add";

    private Task<Visitor> Head => app.SignInAsync(Cast.Head);

    [Fact]
    public async Task An_event_has_a_time_and_says_it_wherever_it_stands()
    {
        var answer = await AddAsync("2026-03-18", "", "19:30");
        Assert.Equal("/calendar?day=2026-03-18", answer.Location);
        var special = await ReadAsync();
        Assert.Equal((new TimeOnly(19, 30), (DateOnly?)null), (special.At, special.Until));
        Assert.Contains("Wed 18 Mar, 19:30, by", Plain(await answer.FollowAsync(), "#day"), StringComparison.Ordinal);
        Assert.Contains(
            "Event Wed 18 Mar, 19:30", Plain(await GetAsync($"/calendar/events/{special.Id}"), ".crumb"), StringComparison.Ordinal);
        Assert.Equal(
            ["Majlis Wed 18 Mar, 19:30"], (await app.HomeAsync(Cast.Member)).Lines("coming").Select(line => line.Replace('\u00a0', ' ')));
        Assert.Equal("Majlis, Wed 18 Mar, 19:30", (await ToldAsync()).Title.Replace('\u00a0', ' '));
        Assert.Equal("19:30", (await (await Head).GetAsync($"/calendar/events/{special.Id}/edit")).Value("Input.At"));
    }

    [Fact]
    public async Task An_event_of_several_days_stands_on_each_of_them()
    {
        await AddAsync("2026-03-30", "2026-04-02", "");
        foreach (var day in (string[])["2026-03-30", "2026-04-01", "2026-04-02"])
            Assert.Contains("Mon 30 Mar – Thu 2 Apr, by", Plain(await GetAsync($"/calendar?day={day}"), "#day"), StringComparison.Ordinal);
        Assert.DoesNotContain("Majlis", Plain(await GetAsync("/calendar?day=2026-04-03"), "#day"), StringComparison.Ordinal);
        // A month in which it only ends has it too.
        Assert.Equal(4, (await GetAsync("/calendar?month=2026-04")).Document.QuerySelectorAll(".cell .event").Length);
        var id = (await ReadAsync()).Id;
        Assert.Equal("2026-04-02", (await (await Head).GetAsync($"/calendar/events/{id}/edit")).Value("Input.Until"));
    }

    [Fact]
    public async Task A_last_day_that_is_the_first_says_nothing()
    {
        Assert.Equal(302, (await AddAsync("2026-03-18", "2026-03-18", "")).Status);
        Assert.Null((await ReadAsync()).Until);
    }

    [Theory]
    [InlineData(
        "2026-03-18", "2026-03-17", "", "Input_Until: The last day is before the first one. Choose a later day, or leave it empty.")]
    [InlineData("2026-03-18", "2026-04-18", "", "Input_Until: An event lasts 31 days at most. Choose an earlier last day.")]
    [InlineData("2026-03-18", "9999-12-31", "", "Input_Until: An event lasts 31 days at most. Choose an earlier last day.")]
    [InlineData("2026-03-18", "soon", "", "Input_Until: Choose the last day, or leave it empty.")]
    [InlineData("2026-03-18", "", "late", "Input_At: Write the time as 20:00, or leave it empty.")]
    [InlineData("2026-03-18", "", "25:00", "Input_At: Write the time as 20:00, or leave it empty.")]
    public async Task What_cannot_be_is_said_at_its_field_and_stays(string date, string until, string at, string error)
    {
        var answer = await AddAsync(date, until, at);
        Assert.Equal([error], answer.Errors);
        Assert.Equal(date, answer.Value("Input.Date"));
    }

    [Fact]
    public async Task Thirty_one_days_are_the_most_and_the_database_holds_to_it()
    {
        Assert.Equal(302, (await AddAsync("2026-03-18", "2026-04-17", "6:05")).Status);
        Assert.Equal(new TimeOnly(6, 5), (await ReadAsync()).At);
        foreach (var until in (string[])["2026-03-18", "2026-03-17", "2026-04-18"])
            await Assert.ThrowsAsync<PostgresException>(() =>
                TestServer.WriteAsync(app.Database, $"UPDATE special_events SET until = '{until}' WHERE title = 'Majlis'"));
    }

    [Fact]
    public async Task Another_time_is_told_once_for_each_change()
    {
        await AddAsync("2026-03-18", "", "");
        var id = (await ReadAsync()).Id;
        async Task<string> ChangedAsync(string field, string value)
        {
            Assert.Equal(
                302, (await (await (await Head).GetAsync($"/calendar/events/{id}/edit")).SubmitAsync(new() { [field] = value })).Status);
            var told = await ToldAsync();
            return $"{told.Title} {told.Text}".Replace('\u00a0', ' ');
        }

        Assert.Equal("Majlis is now on Wed 18 Mar, 20:00 Before, it was on Wed 18 Mar.", await ChangedAsync("Input.At", "20:00"));
        Assert.Equal("Majlis is now on Wed 18 Mar – Fri 20 Mar, from 20:00 Before, it was on Wed 18 Mar, 20:00.",
            await ChangedAsync("Input.Until", "2026-03-20"));
        Assert.Equal("Majlis is now on Wed 18 Mar – Fri 20 Mar Before, it was on Wed 18 Mar – Fri 20 Mar, from 20:00.",
            await ChangedAsync("Input.At", ""));
        var trail = await (await app.SignInAsync(Cast.Admin)).GetAsync($"/administration/audit?of={id}");
        Assert.Contains("Time of day", trail.Text, StringComparison.Ordinal);
        Assert.Contains("20:00", trail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_begun_and_lasts_is_still_coming_up_and_is_news()
    {
        await app.AddEventAsync(TestClock.Today.AddDays(-2), "Begun", until: TestClock.Today.AddDays(1), at: new TimeOnly(9, 0));
        await app.AddEventAsync(TestClock.Today.AddDays(-3), "Over", until: TestClock.Today.AddDays(-1));
        await app.AddEventAsync(TestClock.Today.AddDays(1), "Several", until: TestClock.Today.AddDays(3));
        var lines = (await app.HomeAsync(Cast.Member)).Lines("coming").Select(line => line.Replace('\u00a0', ' '));
        Assert.Equal(["Begun Until tomorrow", "Several Tomorrow – Wed 18 Mar"], lines);
        await AddAsync("2026-03-14", "2026-03-16", "");
        Assert.Equal("Majlis, Sat 14 Mar – Mon 16 Mar", (await ToldAsync()).Title.Replace('\u00a0', ' '));
    }

    private async Task<WebPage> AddAsync(string date, string until, string at) =>
        await (await (await Head).GetAsync(Add))
            .SubmitAsync(new() { ["Input.Title"] = "Majlis", ["Input.Date"] = date, ["Input.Until"] = until, ["Input.At"] = at });

    private async Task<WebPage> GetAsync(string address) => await (await app.SignInAsync(Cast.Member)).GetAsync(address);

    private Task<SpecialEvent> ReadAsync() =>
        app.ReadAsync("North", db => db.SpecialEvents.AsNoTracking().SingleAsync(special => special.Title == "Majlis"));

    /// <summary>What the member was told of the event last.</summary>
    private async Task<Notice> ToldAsync()
    {
        var id = await app.IdAsync(Cast.Member);
        var special = await ReadAsync();
        return await app.ReadAsync("North",
            db => db.Notices.AsNoTracking()
                .SingleAsync(notice => notice.MemberId == id && notice.Path == $"/calendar/events/{special.Id}"));
    }

    private static string Plain(WebPage page, string part) =>
        string.Join(' ', page.Document.QuerySelector(part)!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
