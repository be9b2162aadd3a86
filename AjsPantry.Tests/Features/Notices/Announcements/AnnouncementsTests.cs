using AjsPantry.Features.Notices.Announcements;
using AjsPantry.Tests.Features.People;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Features.Notices.Announcements;

/// <summary>Announcing to a floor and to everybody. Titles tell tests apart.</summary>
public sealed class AnnouncementsTests(PeopleApp app) : IClassFixture<PeopleApp>
{
    private const string Address = "/announcements";

    [Fact]
    public async Task A_head_tells_the_own_floor_and_nobody_else()
    {
        var id = await AnnouncedAsync(Cast.Head, "The lift stands still", "First line\n<b>second</b> line");
        var told = await app.ToldAsync(id);
        Assert.Contains(Cast.Member.Number, told);
        Assert.Contains(Cast.TeaManager.Number, told);
        foreach (var other in (Person[])[Cast.Head, Cast.Admin, Cast.OtherFloorMember])
            Assert.DoesNotContain(other.Number, told);
        foreach (var address in (string[])["/", Address])
        {
            Assert.Contains("The lift stands still", (await OpenAsync(Cast.Member, address)).Text, StringComparison.Ordinal);
            foreach (var other in (Person[])[Cast.OtherFloorMember, Cast.OtherTenantMember, Cast.OtherTenantAdmin])
                Assert.DoesNotContain("The lift stands still", (await OpenAsync(other, address)).Text, StringComparison.Ordinal);
        }

        Assert.Contains("<b>second</b>", (await OpenAsync(Cast.Member)).Text, StringComparison.Ordinal);
        Assert.Null((await OpenAsync(Cast.Member)).Document.QuerySelector($"main a[href*='{id}'], main a[href$='/add']"));
    }

    [Fact]
    public async Task An_admin_tells_everybody_or_one_floor()
    {
        var all = await AnnouncedAsync(Cast.Admin, "Guests on Sunday", to: "all");
        var told = await app.ToldAsync(all);
        foreach (var person in (Person[])[Cast.Member, Cast.Head, Cast.OtherFloorMember])
            Assert.Contains(person.Number, told);
        var second = await AnnouncedAsync(Cast.Admin, "Only the second floor", to: "2");
        Assert.DoesNotContain(Cast.Member.Number, await app.ToldAsync(second));
        Assert.Contains("Only the second floor", (await OpenAsync(Cast.OtherFloorMember)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Only the second floor", (await OpenAsync(Cast.Member)).Text, StringComparison.Ordinal);
        // What all are told is not a head's to change.
        foreach (var page in (string[])["edit", "archive"])
        {
            Assert.Equal(404, (await OpenAsync(Cast.Head, $"{Address}/{all}/{page}")).Status);
            Assert.Equal(404,
                (await (await app.SignInAsync(Cast.Head)).PostAsync($"{Address}/{all}/{page}",
                    new() { ["Input.Title"] = "Mine", ["Input.Text"] = "Mine", ["Input.Until"] = "2026-03-20" })).Status);
        }

        var form = await OpenAsync(Cast.Admin, $"{Address}/add");
        Assert.Equal(["Input_To: Choose who gets it."], (await SendAsync(form, "Nowhere", "Text", to: "77")).Errors);
    }

    [Theory]
    [InlineData("", "Text", "2026-03-20", "Input_Title: Write it in one line.")]
    [InlineData("Title", " \u200b\n ", "2026-03-20", "Input_Text: Write the text.")]
    [InlineData("Title", "Text", "2026-03-14", "Input_Until: That day is past. Choose today or a later day.")]
    [InlineData("Title", "Text", "2027-03-17", "Input_Until: That is more than a year ahead. Choose an earlier day.")]
    [InlineData("Title", "Text", "soon", "Input_Until: Choose the last day on which it shows.")]
    public async Task What_makes_no_sense_is_refused_at_its_field_and_stays(string title, string text, string until, string message)
    {
        var answer = await SendAsync(await OpenAsync(Cast.Head, $"{Address}/add"), title, text, until);
        Assert.Equal([message], answer.Errors);
        Assert.Equal((title, until), (answer.Value("Input.Title"), answer.Value("Input.Until")));
        Assert.Equal([$"Input_Text: Use 2000 characters at most."],
            (await SendAsync(await OpenAsync(Cast.Head, $"{Address}/add"), "Title", new string('x', 2001))).Errors);
    }

    [Fact]
    public async Task A_form_sent_twice_announces_once()
    {
        var page = await OpenAsync(Cast.Head, $"{Address}/add");
        foreach (var answer in await Task.WhenAll(SendAsync(page, "Sent twice", "Text"), SendAsync(page, "Sent twice", "Text")))
            Assert.Equal(302, answer.Status);
        Assert.Equal(302, (await SendAsync(page, "Sent twice", "Text")).Status);
        Assert.Equal(
            1, await app.ReadAsync("North", db => db.Announcements.CountAsync(announcement => announcement.Title == "Sent twice")));
    }

    [Fact]
    public async Task The_form_of_somebody_else_announces_nothing_and_shows_nothing_of_theirs()
    {
        var page = await OpenAsync(Cast.Head, $"{Address}/add");
        Assert.Equal(302, (await SendAsync(page, "Sent by the head", "Text of the head")).Status);
        var form = await OpenAsync(Cast.OtherFloorHead, $"{Address}/add");
        var before = await Rows.ReadAsync(app.Database);
        var used = page.Value("Input.SubmissionId")!;
        var answer = await form.SubmitAsync(
            new() { ["Input.SubmissionId"] = used, ["Input.Title"] = "Own title", ["Input.Text"] = "Own text" });
        Assert.Equal(200, answer.Status);
        Assert.Contains(
            "This form was already used. Open a new form and copy what you typed below.", answer.Text, StringComparison.Ordinal);
        Assert.Equal("Own title", answer.Value("Input.Title"));
        Assert.DoesNotContain("of the head", answer.Text, StringComparison.Ordinal);
        Assert.Empty(await before.ChangesAsync());
    }

    [Fact]
    public async Task It_is_changed_without_telling_again_and_the_slower_of_two_sees_both()
    {
        var id = await AnnouncedAsync(Cast.Head, "Before", "Old text");
        var told = await app.ToldAsync(id);
        var one = await OpenAsync(Cast.Head, $"{Address}/{id}/edit");
        var other = await OpenAsync(Cast.Admin, $"{Address}/{id}/edit?floor=1");
        Assert.Equal(302, (await SendAsync(one, "After", "Theirs")).Status);
        var late = await SendAsync(other, "Mine", "My text");
        Assert.Equal("After", late.Answer);
        Assert.Contains("Theirs", late.Text, StringComparison.Ordinal);
        Assert.Equal("My text", late.Value("Input.Text")!.Trim());
        Assert.Equal(302, (await late.SubmitAsync([])).Status);
        Assert.Equal("Mine", (await FindAsync(id)).Title);
        Assert.Equal(told, await app.ToldAsync(id));
        Assert.Equal(3, (await app.TrailAsync(id)).Count);
    }

    [Fact]
    public async Task It_can_be_put_away_and_shown_again()
    {
        var id = await AnnouncedAsync(Cast.Head, "Put me away");
        var page = await OpenAsync(Cast.Head, $"{Address}/{id}/archive");
        Assert.Equal("Archive “Put me away”?", page.Answer);
        foreach (var _ in Enumerable.Range(0, 2))
            Assert.Equal(302, (await page.SubmitAsync([])).Status);
        Assert.Empty(await app.ToldAsync(id));
        Assert.DoesNotContain("Put me away", (await OpenAsync(Cast.Member)).Text, StringComparison.Ordinal);
        Assert.Contains("Put me away", (await OpenAsync(Cast.Member, $"{Address}?earlier=yes")).Text, StringComparison.Ordinal);
        Assert.Equal(302, (await SendAsync(await OpenAsync(Cast.Head, $"{Address}/{id}/edit"), "Put me away", "Back")).Status);
        Assert.Contains("Put me away", (await OpenAsync(Cast.Member)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_those_of_the_floor_change_it()
    {
        var id = await AnnouncedAsync(Cast.Head, "Mine alone");
        foreach (var (person, status) in ((Person, int)[])[(Cast.Member, 403), (Cast.TeaManager, 403), (Cast.Operator, 403),
            (Cast.OtherFloorHead, 404), (Cast.OtherTenantHead, 404), (Cast.OtherTenantAdmin, 404)])
        {
            foreach (var page in (string[])["edit", "archive"])
            {
                Assert.Equal(status, (await OpenAsync(person, $"{Address}/{id}/{page}")).Status);
                Assert.Equal(status,
                    (await (await app.SignInAsync(person)).PostAsync($"{Address}/{id}/{page}",
                        new() { ["Input.Title"] = "Stolen", ["Input.Text"] = "x", ["Input.Until"] = "2026-03-20" })).Status);
            }
        }

        Assert.Equal("Mine alone", (await FindAsync(id)).Title);
        Assert.StartsWith("/sign-in", (await app.Visit().GetAsync(Address)).Location, StringComparison.Ordinal);
        Assert.Equal(403, (await OpenAsync(Cast.Member, $"{Address}/add")).Status);
        Assert.Equal(404, (await OpenAsync(Cast.Head, $"{Address}/{Guid.NewGuid()}/edit")).Status);
    }

    [Fact]
    public async Task Home_shows_three_at_most_pinned_first_until_their_last_day()
    {
        await AnnouncedAsync(Cast.OtherTenantHead, "Pinned", pinned: true, until: "2026-03-15");
        foreach (var number in Enumerable.Range(1, 4))
            await AnnouncedAsync(Cast.OtherTenantHead, $"News {number}");
        var visitor = await app.SignInAsync(Cast.OtherTenantMember);
        var home = await visitor.GetAsync("/");
        var shown = home.Document.QuerySelectorAll("section[aria-labelledby=news] li b").Select(title => title.TextContent).ToList();
        Assert.Equal("Pinned", shown[0]);
        Assert.Equal(3, shown.Count);
        app.Commands.Clear();
        await visitor.GetAsync(Address);
        Assert.InRange(app.Commands.All.Count(command => !command.Contains("set_config", StringComparison.Ordinal)), 1, 4);
    }

    private async Task<WebPage> OpenAsync(Person person, string address = Address) =>
        await (await app.SignInAsync(person)).GetAsync(address);

    private static Task<WebPage> SendAsync(
        WebPage page, string title, string text, string until = "2026-03-20", string? to = null, bool pinned = false)
    {
        Dictionary<string,
            string> values = new()
            {
                ["Input.Title"] = title,
                ["Input.Text"] = text,
                ["Input.Until"] = until,
                ["Input.Pinned"] = pinned ? "true" : "false"
            };
        if (to is not null)
            values["Input.To"] = to;
        return page.SubmitAsync(values);
    }

    private async Task<Guid> AnnouncedAsync(
        Person by, string title, string text = "Text", string until = "2026-03-20", string? to = null, bool pinned = false)
    {
        var answer = await SendAsync(await OpenAsync(by, $"{Address}/add"), title, text, until, to, pinned);
        Assert.True(answer.Status == 302, string.Join(' ', answer.Errors));
        return await app.ReadAsync(by.Tenant,
            db => db.Announcements.Where(announcement => announcement.Title == title).Select(announcement => announcement.Id)
                .SingleAsync());
    }

    private Task<Announcement> FindAsync(Guid id) =>
        app.ReadAsync("North", db => db.Announcements.AsNoTracking().SingleAsync(announcement => announcement.Id == id));
}
