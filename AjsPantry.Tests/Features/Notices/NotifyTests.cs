using AjsPantry.Features.Notices;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Tests.Features.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Notices;

/// <summary>Who is told what, once. Each test has people and causes of its own.</summary>
public sealed class NotifyTests(PeopleApp app) : IClassFixture<PeopleApp>
{
    [Fact]
    public async Task Each_person_is_told_a_cause_once_and_another_cause_again()
    {
        var (cause, person) = (News.Cause(), await app.NewAsync());
        foreach (var _ in Enumerable.Range(0, 3))
            await app.TellAsync(News.Draft(cause), [person, person, Cast.Head]);
        Assert.Equal([Cast.Head.Number, person.Number], await app.ToldAsync(cause));
        await app.TellAsync(News.Draft(cause + "again"), [person]);
        Assert.Equal([person.Number], await app.ToldAsync(cause + "again"));
    }

    [Fact]
    public async Task Two_tellings_in_one_unit_of_work_tell_once()
    {
        var (cause, id) = (News.Cause(), await app.IdAsync(await app.NewAsync()));
        await app.InTenantAsync("North", async services =>
        {
            var notify = services.GetRequiredService<Notify>();
            await notify.TellAsync(News.Draft(cause), [id], CancellationToken.None);
            await notify.TellAsync(News.Draft(cause), [id], CancellationToken.None);
            await services.GetRequiredService<PantryDb>().SaveChangesAsync();
        });
        Assert.Single(await app.ToldAsync(cause));
    }

    [Fact]
    public async Task Whoever_acts_whoever_is_switched_off_and_whoever_belongs_elsewhere_is_not_told()
    {
        var (cause, off) = (News.Cause(), await app.NewAsync());
        await app.ChangeMemberAsync(off, member => member.DeactivatedAt = TestClock.Beginning);
        await app.TellAsync(News.Draft(cause), [Cast.Member, Cast.Head, off, Cast.OtherTenantMember], by: Cast.Head);
        Assert.Equal([Cast.Member.Number], await app.ToldAsync(cause));
        Assert.Equal([Cast.Member.Email], (await app.MailsAsync(cause)).Select(mail => mail.Address));
    }

    [Fact]
    public async Task What_is_not_saved_was_not_told()
    {
        var (cause, id) = (News.Cause(), await app.IdAsync(Cast.Member));
        await app.InTenantAsync("North", services => services.GetRequiredService<Notify>().TellAsync(News.Draft(cause), [id], CancellationToken.None));
        Assert.Empty(await app.ToldAsync(cause));
    }

    [Fact]
    public async Task Everything_comes_both_ways_until_somebody_chooses_otherwise()
    {
        var (person, cause) = (await NewWithMailAsync(), News.Cause());
        await app.TellAsync(News.Draft(cause), [person]);
        Assert.Single(await app.MailsAsync(cause));
        Assert.Equal(1, await NewIn(person));

        await app.ChooseAsync(person, noInbox: [], noMail: [NoticeKind.Tea]);
        var noMail = News.Cause();
        await app.TellAsync(News.Draft(noMail), [person]);
        Assert.Empty(await app.MailsAsync(noMail));
        Assert.Equal(2, await NewIn(person));

        await app.ChooseAsync(person, noInbox: [NoticeKind.Tea], noMail: []);
        var noInbox = News.Cause();
        foreach (var _ in Enumerable.Range(0, 2))
            await app.TellAsync(News.Draft(noInbox), [person]);
        Assert.Single(await app.MailsAsync(noInbox));
        Assert.Equal(2, await NewIn(person));
        var inbox = await (await app.SignInAsync(person)).GetAsync("/inbox");
        Assert.Equal(2, inbox.Document.QuerySelectorAll("main li.item").Length);

        await app.TellAsync(News.Draft(News.Cause(), NoticeKind.Announcement), [person]);
        Assert.Equal(3, await NewIn(person));
    }

    [Fact]
    public async Task Mail_waits_for_the_end_of_quiet_hours_and_the_inbox_does_not()
    {
        var (person, cause) = (await NewWithMailAsync(), News.Cause());
        // It is 14:30 in Kolkata.
        await app.ChooseAsync(person, [], [], new TimeOnly(13, 0), new TimeOnly(15, 0));
        await app.TellAsync(News.Draft(cause), [person]);
        var mail = Assert.Single(await app.MailsAsync(cause));
        Assert.Equal(TestClock.Beginning.AddMinutes(30), mail.NextTryAt);
        Assert.Equal(TestClock.Beginning.AddDays(2), mail.ExpiresAt);
        Assert.Equal(1, await NewIn(person));
    }

    [Fact]
    public async Task Admins_get_the_floor_in_their_link_and_others_the_plain_one()
    {
        var cause = News.Cause();
        await app.TellAsync(News.Draft(cause, path: "/menus?week=2026-03-16", floor: 2), [Cast.Admin, Cast.OtherFloorMember]);
        var paths = await app.ReadAsync("North", db => db.Notices.Where(notice => notice.Cause == cause).Select(notice => notice.Path).OrderBy(path => path).ToListAsync());
        Assert.Equal(["/menus?week=2026-03-16", "/menus?week=2026-03-16&floor=2"], paths);
    }

    [Fact]
    public async Task Long_news_are_cut_where_no_letter_is_halved()
    {
        var cause = News.Cause();
        await app.TellAsync(News.Draft(cause, title: new string('a', Notice.LongestTitle - 1) + "😀😀"), [Cast.Member]);
        Assert.Equal(new string('a', Notice.LongestTitle - 1), await app.ReadAsync("North", db => db.Notices.Where(notice => notice.Cause == cause).Select(notice => notice.Title).SingleAsync()));
    }

    [Fact]
    public async Task What_is_taken_back_leaves_inboxes_and_outbox_and_can_be_told_anew()
    {
        var (prefix, reader, other) = (News.Cause(), await NewWithMailAsync(), await NewWithMailAsync());
        await app.TellAsync(News.Draft(prefix + "a"), [reader, other]);
        await ReadAsync(reader, prefix + "a");
        await SentAsync(reader, prefix + "a");
        await app.WithdrawAsync(prefix);
        // What was read and sent cannot be taken back.
        Assert.Equal([reader.Number], await app.ToldAsync(prefix + "a"));
        Assert.NotNull(Assert.Single(await app.MailsAsync(prefix + "a")).SentAt);
        await app.TellAsync(News.Draft(prefix + "a"), [reader, other]);
        Assert.Equal(2, (await app.ToldAsync(prefix + "a")).Length);
        Assert.Equal(2, (await app.MailsAsync(prefix + "a")).Count);
    }

    [Fact]
    public async Task What_came_by_mail_only_can_be_told_anew_when_the_mail_had_not_left()
    {
        var (cause, waiting, gone) = (News.Cause(), await NewWithMailAsync(), await NewWithMailAsync());
        foreach (var person in (Person[])[waiting, gone])
            await app.ChooseAsync(person, noInbox: [NoticeKind.Tea], noMail: []);
        await app.TellAsync(News.Draft(cause), [waiting, gone]);
        await SentAsync(gone, cause);
        await app.WithdrawAsync(cause);
        Assert.Equal([gone.Number], await app.ToldAsync(cause));
    }

    [Fact]
    public async Task Taking_back_and_telling_again_in_one_unit_of_work_tells()
    {
        var (cause, person) = (News.Cause(), await NewWithMailAsync());
        await app.TellAsync(News.Draft(cause, title: "Old"), [person]);
        var id = await app.IdAsync(person);
        await app.InTenantAsync("North", async services =>
        {
            var notify = services.GetRequiredService<Notify>();
            await notify.WithdrawAsync(cause, CancellationToken.None);
            await notify.TellAsync(News.Draft(cause, title: "New"), [id], CancellationToken.None);
            await services.GetRequiredService<PantryDb>().SaveChangesAsync();
        });
        Assert.Equal("New", await app.ReadAsync("North", db => db.Notices.Where(notice => notice.Cause == cause).Select(notice => notice.Title).SingleAsync()));
        Assert.Equal("New", Assert.Single(await app.MailsAsync(cause)).Subject);
    }

    [Fact]
    public async Task Marks_of_patterns_in_a_cause_take_back_nothing_else()
    {
        var cause = News.Cause();
        await app.TellAsync(News.Draft(cause + "abc"), [Cast.Member]);
        await app.WithdrawAsync(cause + "a%");
        await app.WithdrawAsync(cause + "a_c");
        Assert.Single(await app.ToldAsync(cause + "abc"));
    }

    [Fact]
    public async Task What_is_half_a_year_old_is_forgotten_and_nothing_younger()
    {
        var cause = News.Cause();
        await app.TellAsync(News.Draft(cause), [Cast.Member]);
        Assert.Equal("nothing to delete", await ForgetAsync("2026-09-11"));
        Assert.Single(await app.ToldAsync(cause));
    }

    [Fact]
    public async Task What_is_older_than_half_a_year_is_forgotten()
    {
        var (cause, id) = (News.Cause(), await app.IdAsync(Cast.Member));
        await app.InTenantAsync("North", async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            db.Notices.Add(new Notice { MemberId = id, Kind = NoticeKind.Tea, Cause = cause, Title = "Old", Text = "", Path = "/", CreatedAt = TestClock.Beginning.AddDays(-400) });
            await db.SaveChangesAsync();
        });
        Assert.Equal("1 deleted", await ForgetAsync("2026-03-15"));
        Assert.Empty(await app.ToldAsync(cause));
    }

    private Task<string> ForgetAsync(string period) => app.InTenantAsync("North", async services =>
        await services.GetServices<AjsPantry.Infrastructure.Jobs.TenantJob>().OfType<ForgetNotices>().Single().RunAsync(await News.TenantAsync(services), period, CancellationToken.None));

    private async Task<Person> NewWithMailAsync()
    {
        var person = await app.NewAsync();
        await app.ChangeMemberAsync(person, member => (member.Email, member.NormalizedEmail) = (person.Email, person.Email.ToUpperInvariant()));
        return person;
    }

    /// <summary>What the bell says.</summary>
    private async Task<int> NewIn(Person person)
    {
        var page = await (await app.SignInAsync(person)).GetAsync("/account");
        return int.Parse(page.Document.QuerySelector(".topbar .count")?.TextContent ?? "0", System.Globalization.CultureInfo.InvariantCulture);
    }

    private async Task ReadAsync(Person person, string cause)
    {
        var id = await app.IdAsync(person);
        var notice = await app.ReadAsync("North", db => db.Notices.Where(notice => notice.MemberId == id && notice.Cause == cause).Select(notice => notice.Id).SingleAsync());
        Assert.Equal(302, (await (await app.SignInAsync(person)).PostAsync($"/inbox/{notice}/open")).Status);
    }

    private Task SentAsync(Person person, string cause) => app.InTenantAsync("North", async services =>
    {
        var db = services.GetRequiredService<PantryDb>();
        var causes = await db.Notices.Where(notice => notice.Cause == cause).Select(notice => "notice:" + notice.Id).ToListAsync();
        (await services.GetRequiredService<PantryDb>().Set<AjsPantry.Infrastructure.Mail.OutboxMail>().SingleAsync(mail => mail.Address == person.Email && causes.Contains(mail.Cause))).SentAt = TestClock.Beginning;
        await db.SaveChangesAsync();
    });
}
