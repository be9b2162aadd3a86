using AjsPantry.Features.Menus.Events;
using AjsPantry.Features.Notices;
using AjsPantry.Tests.Features.People;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Features.Menus.Events;

/// <summary>The tests' today is Sunday 15 March 2026. Every test has days of its own.</summary>
public sealed class EventsTests(PantryApp app) : IClassFixture<PantryApp>
{
    private const string Add = "/calendar/events/add";

    private Task<Visitor> Head => app.SignInAsync(Cast.Head);

    [Fact]
    public async Task A_head_adds_an_event_and_everybody_of_the_floor_finds_it_and_is_told()
    {
        var answer = await AddAsync(await Head, "  Quran   evening ", "2026-04-02", "Bring dates.\r\n\r\nAfter Maghrib.  ");
        Assert.Equal("/calendar?day=2026-04-02", answer.Location);
        Assert.Equal("Quran evening is on the calendar.", (await answer.FollowAsync()).Toast);
        var special = await ReadAsync("Quran evening");
        Assert.Equal(("Bring dates.\n\nAfter Maghrib.", (await app.FloorAsync("North", 1)).Id), (special.Text, special.FloorId));
        var page = await (await app.SignInAsync(Cast.Member)).GetAsync($"/calendar/events/{special.Id}");
        Assert.Equal("Quran evening", page.Answer);
        Assert.Contains("For Floor 1, by North Pantry head 1.", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("main a.btn-primary"));
        var told = await NoticesAsync(special.Id);
        Assert.Equal(new[] { await app.IdAsync(Cast.Member), await app.IdAsync(Cast.TeaManager) }.Order(),
            told.Select(notice => notice.MemberId).Order());
        Assert.All(told,
            notice =>
                Assert.Equal((NoticeKind.Event, "new", "Quran evening, Thu 2 Apr", $"/calendar/events/{special.Id}"),
                    (notice.Kind, notice.Step, notice.Title.Replace('\u00a0', ' '), notice.Path)));
    }

    [Fact]
    public async Task A_form_sent_several_times_makes_one_event()
    {
        var page = await (await Head).GetAsync(Add);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => page.SubmitAsync(Typed("Sent often", "2026-04-06"))));
        Assert.All(answers, answer => Assert.Equal(302, answer.Status));
        Assert.Equal(2, (await NoticesAsync((await ReadAsync("Sent often")).Id)).Count);
    }

    [Fact]
    public async Task A_form_that_somebody_elses_event_came_from_shows_and_tells_nothing_of_it()
    {
        var page = await (await Head).GetAsync(Add);
        await page.SubmitAsync(Typed("First of the form", "2026-04-05"));
        foreach (var (person, query) in ((Person, string)[])[(Cast.OtherFloorHead, ""), (Cast.Admin, "?floor=1")])
        {
            var other = await (await app.SignInAsync(person)).GetAsync(Add + query);
            var answer = await other.SubmitAsync(
                new(Typed("First of the form", "2026-04-05")) { ["Input.SubmissionId"] = page.Value("Input.SubmissionId")! });
            Assert.Equal(200, answer.Status);
            Assert.Contains("This form was already used for another event. Open a new form and copy what you typed below.", answer.Text,
                StringComparison.Ordinal);
        }

        Assert.Equal("First of the form", (await ReadAsync("First of the form")).Title);
    }

    [Theory]
    [InlineData("", "2026-04-07", "", "Input_Title: Write what it is.")]
    [InlineData("\u200b", "2026-04-07", "", "Input_Title: Write what it is.")]
    [InlineData("Event", "soon", "", "Input_Date: Choose the day.")]
    [InlineData("Event", "9999-12-31", "", "Input_Date: Choose the day.")]
    [InlineData("Event", "2026-02-30", "", "Input_Date: Choose the day.")]
    [InlineData("Event", "2020-01-01", "", "Input_Date: That is more than a year ago. Choose a later day.")]
    public async Task What_cannot_be_is_said_at_its_field_and_stays(string title, string date, string text, string error)
    {
        var answer = await AddAsync(await Head, title, date, text);
        Assert.Equal([error], answer.Errors);
        Assert.Equal((title, date), (answer.Value("Input.Title"), answer.Value("Input.Date")));
    }

    [Fact]
    public async Task Texts_have_their_bounds()
    {
        Assert.Equal(["Input_Title: That is 101 characters. Use 100 at most."],
            (await AddAsync(await Head, new string('x', 101), "2026-04-07")).Errors);
        Assert.Equal(
            ["Input_Text: Use 1000 characters at most."], (await AddAsync(await Head, "Long", "2026-04-07", new string('x', 1001))).Errors);
        Assert.Equal(302, (await AddAsync(await Head, new string('y', 100), "2026-04-07", "a\u0001b" + new string('x', 998))).Status);
    }

    [Fact]
    public async Task Admins_make_events_of_a_floor_or_of_everybody_and_heads_of_their_floor_only()
    {
        var admin = await app.SignInAsync(Cast.Admin);
        var answer = await (await admin.GetAsync(Add + "?floor=2"))
            .SubmitAsync(new(Typed("Everybodys dinner", "2026-04-09")) { ["Input.For"] = EventInput.Everybody });
        Assert.Equal("/calendar?day=2026-04-09&floor=2", answer.Location);
        var special = await ReadAsync("Everybodys dinner");
        Assert.Null(special.FloorId);
        foreach (var person in (Person[])[Cast.Member, Cast.OtherFloorMember, Cast.Admin])
            Assert.Contains("For everybody", (await (await app.SignInAsync(person)).GetAsync($"/calendar/events/{special.Id}")).Text,
                StringComparison.Ordinal);
        Assert.Equal(6, (await NoticesAsync(special.Id)).Count);
        foreach (var page in (string[])["edit", "cancel"])
            Assert.Equal((403, 200),
                ((await (await Head).GetAsync($"/calendar/events/{special.Id}/{page}")).Status,
                    (await admin.GetAsync($"/calendar/events/{special.Id}/{page}")).Status));
        Assert.Equal(403, (await (await Head).PostAsync($"/calendar/events/{special.Id}/cancel")).Status);
        Assert.Equal(403, (await (await Head).PostAsync($"/calendar/events/{special.Id}/edit", Typed("Mine now", "2026-04-09"))).Status);
        Assert.Equal(403,
            (await (await (await Head).GetAsync(Add))
                .SubmitAsync(new(Typed("Not mine to make", "2026-04-09")) { ["Input.For"] = EventInput.Everybody })).Status);

        await (await admin.GetAsync(Add + "?floor=2")).SubmitAsync(Typed("Of the second floor", "2026-04-10"));
        Assert.Equal((await app.FloorAsync("North", 2)).Id, (await ReadAsync("Of the second floor")).FloorId);
    }

    [Fact]
    public async Task An_event_that_moves_is_told_again_and_the_old_day_taken_back()
    {
        await AddAsync(await Head, "Moving event", "2026-04-13");
        var special = await ReadAsync("Moving event");
        var page = await (await Head).GetAsync($"/calendar/events/{special.Id}/edit");
        Assert.Equal(302, (await page.SubmitAsync(new() { ["Input.Text"] = "Now with words" })).Status);
        Assert.All(await NoticesAsync(special.Id), notice => Assert.Equal("new", notice.Step));
        Assert.Equal(302,
            (await (await (await Head).GetAsync($"/calendar/events/{special.Id}/edit"))
                .SubmitAsync(new() { ["Input.Date"] = "2026-04-14" })).Status);
        var told = await NoticesAsync(special.Id);
        Assert.Equal(2, told.Count);
        Assert.All(told,
            notice =>
                Assert.Equal(("moved", "2026-04-14", "Moving event is now on Tue 14 Apr"),
                    (notice.Step, notice.Occasion, notice.Title.Replace('\u00a0', ' '))));
        Assert.Equal("Now with words", (await ReadAsync("Moving event")).Text);
    }

    [Fact]
    public async Task The_second_of_two_sees_what_the_first_saved()
    {
        var id = await app.AddEventAsync(new DateOnly(2026, 4, 16), "Contested");
        var mine = await (await Head).GetAsync($"/calendar/events/{id}/edit");
        var theirs = await (await Head).GetAsync($"/calendar/events/{id}/edit");
        Assert.Equal(302, (await theirs.SubmitAsync(new() { ["Input.Title"] = "Contested, theirs" })).Status);
        var answer = await mine.SubmitAsync(new() { ["Input.Title"] = "Contested, mine" });
        Assert.Contains("They saved Contested, theirs on Thu 16 Apr", answer.Text, StringComparison.Ordinal);
        Assert.Equal("Contested, mine", answer.Value("Input.Title"));
        Assert.Equal(302, (await answer.SubmitAsync([])).Status);
        Assert.Equal(id, (await ReadAsync("Contested, mine")).Id);
    }

    [Fact]
    public async Task A_cancelled_event_leaves_the_calendar_and_stays_in_the_books()
    {
        await AddAsync(await Head, "Called off", "2026-04-20");
        var special = await ReadAsync("Called off");
        var page = await (await Head).GetAsync($"/calendar/events/{special.Id}/cancel");
        Assert.Equal("Cancel Called off?", page.Answer);
        var answers = await Task.WhenAll(page.SubmitAsync([]), page.SubmitAsync([]));
        Assert.All(answers, answer => Assert.Equal($"/calendar/events/{special.Id}", answer.Location));
        Assert.DoesNotContain(
            "Called off", (await (await app.SignInAsync(Cast.Member)).GetAsync("/calendar?day=2026-04-20")).Text, StringComparison.Ordinal);
        Assert.Contains("Cancelled today",
            (await (await app.SignInAsync(Cast.Member)).GetAsync($"/calendar/events/{special.Id}")).Text.Replace('\u00a0', ' '),
            StringComparison.Ordinal);
        Assert.Equal(404, (await (await Head).GetAsync($"/calendar/events/{special.Id}/edit")).Status);
        Assert.Equal(302, (await (await Head).GetAsync($"/calendar/events/{special.Id}/cancel")).Status);
        Assert.All(await NoticesAsync(special.Id),
            notice => Assert.Equal("Called off on Mon 20 Apr is cancelled", notice.Title.Replace('\u00a0', ' ')));
        Assert.Single(await app.TrailAsync(special.Id), entry => entry.Kind == "Changed");
    }

    [Fact]
    public async Task What_is_past_may_be_written_down_and_is_no_news()
    {
        Assert.Equal(302, (await AddAsync(await Head, "Past already", "2026-03-14")).Status);
        Assert.Empty(await NoticesAsync((await ReadAsync("Past already")).Id));
    }

    [Fact]
    public async Task A_foreign_or_unknown_event_is_not_there_and_members_manage_none()
    {
        var id = await app.AddEventAsync(new DateOnly(2026, 4, 23), "Guarded");
        foreach (var path in (string[])["", "/edit", "/cancel"])
        {
            foreach (var person in (Person[])[Cast.OtherFloorHead, Cast.OtherTenantHead, Cast.OtherTenantAdmin])
                Assert.Equal(404, (await (await app.SignInAsync(person)).GetAsync($"/calendar/events/{id}{path}")).Status);
            Assert.Equal(404, (await (await Head).GetAsync($"/calendar/events/{Guid.NewGuid()}{path}")).Status);
            Assert.StartsWith(
                "/sign-in", (await app.Visit().GetAsync($"/calendar/events/{id}{path}")).Location, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(
                path == "" ? 200 : 403, (await (await app.SignInAsync(Cast.TeaManager)).GetAsync($"/calendar/events/{id}{path}")).Status);
        }

        Assert.Equal(404, (await (await app.SignInAsync(Cast.OtherFloorHead)).PostAsync($"/calendar/events/{id}/cancel")).Status);
        Assert.Equal(404,
            (await (await app.SignInAsync(Cast.OtherTenantHead)).PostAsync(
                $"/calendar/events/{id}/edit", Typed("Taken over", "2026-04-23"))).Status);
        Assert.Equal(403, (await (await app.SignInAsync(Cast.Member)).PostAsync($"/calendar/events/{id}/cancel")).Status);
        Assert.Equal(403, (await (await app.SignInAsync(Cast.Member)).GetAsync(Add)).Status);
        Assert.Null((await ReadAsync("Guarded")).CancelledAt);
    }

    private static Dictionary<string, string> Typed(string title, string date, string text = "") =>
        new() { ["Input.Title"] = title, ["Input.Date"] = date, ["Input.Text"] = text };

    private static async Task<WebPage> AddAsync(Visitor visitor, string title, string date, string text = "") =>
        await (await visitor.GetAsync(Add)).SubmitAsync(Typed(title, date, text));

    private Task<SpecialEvent> ReadAsync(string title) =>
        app.ReadAsync("North", db => db.SpecialEvents.AsNoTracking().SingleAsync(special => special.Title == title));

    private Task<List<Notice>> NoticesAsync(Guid id) =>
        app.ReadAsync("North", db => db.Notices.AsNoTracking().Where(notice => notice.Path == $"/calendar/events/{id}").ToListAsync());
}
