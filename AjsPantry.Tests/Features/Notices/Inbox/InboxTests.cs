using AjsPantry.Features.Notices;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Tests.Features.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Notices.Inbox;

public sealed class InboxTests(PeopleApp app) : IClassFixture<PeopleApp>
{
    [Fact]
    public async Task An_empty_inbox_says_what_will_come()
    {
        var page = await (await app.SignInAsync(await app.NewAsync())).GetAsync("/inbox");
        Assert.Equal("Nothing for you yet", page.Answer);
        Assert.Null(page.Document.QuerySelector(".topbar .count"));
        Assert.Contains("will show here", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_opens_its_place_and_is_read_from_then_on()
    {
        var person = await app.NewAsync();
        var visitor = await app.SignInAsync(person);
        await app.TellAsync(NoticeActs.Draft(NoticeActs.Subject(), title: "Read me", path: "/expenses?month=2026-02"), [person]);
        await app.TellAsync(NoticeActs.Draft(NoticeActs.Subject(), title: "<b>not bold"), [person]);
        var inbox = await visitor.GetAsync("/inbox");
        Assert.Equal("2 new notifications", inbox.Answer);
        Assert.Equal("Inbox, 2 new", inbox.Document.QuerySelector(".topbar .icon-btn[href='/inbox']")!.GetAttribute("aria-label"));
        Assert.Equal("2 new", inbox.Document.QuerySelector(".side a[href='/inbox'] .count")!.TextContent);
        Assert.Null(inbox.Document.QuerySelector("main li b"));
        var form = inbox.Document.QuerySelectorAll("main form[action$='/open']")
            .Single(form => form.TextContent.Contains("Read me", StringComparison.Ordinal)).GetAttribute("action")!;
        Assert.Equal("/expenses?month=2026-02", (await inbox.SubmitAsync([], $"form[action='{form}']")).Location);
        // A second time leads there again, and the first reading counts.
        Assert.Equal("/expenses?month=2026-02", (await inbox.SubmitAsync([], $"form[action='{form}']")).Location);
        var after = await visitor.GetAsync("/inbox");
        Assert.Equal("1 new notification", after.Answer);
        Assert.Single(after.Document.QuerySelectorAll("li.unread"));
    }

    [Fact]
    public async Task Looking_at_the_address_of_a_notice_reads_nothing()
    {
        var person = await app.NewAsync();
        await app.TellAsync(NoticeActs.Draft(NoticeActs.Subject()), [person]);
        var id = await IdOfOnlyAsync(person);
        var visitor = await app.SignInAsync(person);
        Assert.Equal("/inbox", (await visitor.GetAsync($"/inbox/{id}/open")).Location);
        Assert.Equal("1 new notification", (await visitor.GetAsync("/inbox")).Answer);
    }

    [Fact]
    public async Task All_can_be_marked_as_read_at_once_and_nobody_elses()
    {
        var person = await app.NewAsync();
        var other = await app.NewAsync();
        foreach (var _ in Enumerable.Range(0, 3))
            await app.TellAsync(NoticeActs.Draft(NoticeActs.Subject()), [person, other]);
        var visitor = await app.SignInAsync(person);
        Assert.Equal("/inbox", (await (await visitor.GetAsync("/inbox")).SubmitAsync([], "form[action*='handler=All']")).Location);
        Assert.Equal("You have read everything", (await visitor.GetAsync("/inbox")).Answer);
        Assert.Equal("3 new notifications", (await (await app.SignInAsync(other)).GetAsync("/inbox")).Answer);
    }

    [Fact]
    public async Task Nobody_opens_what_another_was_told()
    {
        var person = await app.NewAsync();
        await app.TellAsync(NoticeActs.Draft(NoticeActs.Subject()), [person]);
        var id = await IdOfOnlyAsync(person);
        foreach (var other in (Person[])[Cast.Member, Cast.Head, Cast.Admin, Cast.OtherFloorMember, Cast.OtherTenantAdmin])
        {
            Assert.Equal(404, (await (await app.SignInAsync(other)).PostAsync($"/inbox/{id}/open")).Status);
            Assert.Equal(404, (await (await app.SignInAsync(other)).GetAsync($"/inbox/{id}/open")).Status);
        }

        Assert.StartsWith("/sign-in", (await app.Visit().GetAsync("/inbox")).Location, StringComparison.Ordinal);
        Assert.Equal(403, (await (await app.SignInAsync(Cast.Operator)).GetAsync("/inbox")).Status);
        Assert.Null((await (await app.SignInAsync(Cast.Operator)).GetAsync("/account")).Document.QuerySelector("a[href='/inbox']"));
    }

    [Theory]
    [InlineData("//evil.example/x")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("")]
    public async Task A_path_that_leads_elsewhere_leads_back_to_the_inbox(string path)
    {
        var person = await app.NewAsync();
        await app.TellAsync(NoticeActs.Draft(NoticeActs.Subject(), path: path), [person]);
        Assert.Equal("/inbox", (await (await app.SignInAsync(person)).PostAsync($"/inbox/{await IdOfOnlyAsync(person)}/open")).Location);
    }

    [Fact]
    public async Task Pages_have_twenty_the_newest_first_and_cost_the_same()
    {
        var person = await app.NewAsync();
        var visitor = await app.SignInAsync(person);
        await app.TellAsync(NoticeActs.Draft(NoticeActs.Subject(), title: "News 0"), [person]);
        Assert.InRange(await CommandsAsync(visitor), 1, 2);
        var id = await app.IdAsync(person);
        await app.InTenantAsync("North", async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            db.Notices.AddRange(Enumerable.Range(1, 44).Select(number => new Notice
            {
                MemberId = id,
                Kind = NoticeKind.Event,
                SubjectId = Guid.NewGuid(),
                Step = "told",
                Title = $"News {number}",
                Text = "",
                Path = "/",
                CreatedAt = TestClock.Beginning.AddMinutes(number),
            }));
            await db.SaveChangesAsync();
        });
        Assert.InRange(await CommandsAsync(visitor), 1, 2);
        var first = await visitor.GetAsync("/inbox");
        Assert.Equal("45 new notifications", first.Answer);
        Assert.Equal(["News 44", "News 25"], Ends(first));
        Assert.Equal(["News 24", "News 5"], Ends(await visitor.GetAsync("/inbox?p=2")));
        var last = await visitor.GetAsync("/inbox?p=3");
        Assert.Equal(["News 4", "News 0"], Ends(last));
        Assert.Equal("/inbox?p=2", Assert.Single(last.Document.QuerySelectorAll("nav[aria-label=Pages] a")).GetAttribute("href"));
        foreach (var nonsense in (string[])["0", "-1", "x", "99999999999"])
            Assert.Equal(404, (await visitor.GetAsync($"/inbox?p={nonsense}")).Status);
    }

    private static string[] Ends(WebPage page)
    {
        var titles = page.Document.QuerySelectorAll("main .cover").Select(button => button.LastChild!.TextContent.Trim()).ToList();
        return [titles[0], titles[^1]];
    }

    private async Task<int> CommandsAsync(Visitor visitor)
    {
        await visitor.GetAsync("/inbox");
        app.Commands.Clear();
        await visitor.GetAsync("/inbox");
        return app.Commands.All.Count(command => !command.Contains("set_config", StringComparison.Ordinal));
    }

    private async Task<Guid> IdOfOnlyAsync(Person person)
    {
        var id = await app.IdAsync(person);
        return await app.ReadAsync(
            "North", db => db.Notices.Where(notice => notice.MemberId == id).Select(notice => notice.Id).SingleAsync());
    }
}
