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
    public async Task Each_person_is_told_once_and_another_step_or_occasion_again()
    {
        var subject = NoticeActs.Subject();
        var person = await app.NewAsync();
        foreach (var _ in Enumerable.Range(0, 3))
            await app.TellAsync(NoticeActs.Draft(subject), [person, person, Cast.Head]);
        Assert.Equal([Cast.Head.Number, person.Number], await app.ToldAsync(subject));
        await app.TellAsync(NoticeActs.Draft(subject, occasion: "again"), [person]);
        await app.TellAsync(NoticeActs.Draft(subject, step: "over"), [person]);
        Assert.Equal([person.Number], await app.ToldAsync(subject, "told", "again"));
        Assert.Equal([person.Number], await app.ToldAsync(subject, "over"));
    }

    [Fact]
    public async Task Two_tellings_in_one_unit_of_work_tell_once()
    {
        var subject = NoticeActs.Subject();
        var id = await app.IdAsync(await app.NewAsync());
        await app.InTenantAsync("North", async services =>
        {
            var notify = services.GetRequiredService<Notify>();
            await notify.TellAsync(NoticeActs.Draft(subject), [id], CancellationToken.None);
            await notify.TellAsync(NoticeActs.Draft(subject), [id], CancellationToken.None);
            await services.GetRequiredService<PantryDb>().SaveChangesAsync();
        });
        Assert.Single(await app.ToldAsync(subject));
    }

    [Fact]
    public async Task Whoever_acts_whoever_is_switched_off_and_whoever_belongs_elsewhere_is_not_told()
    {
        var subject = NoticeActs.Subject();
        var off = await app.NewAsync();
        await app.ChangeMemberAsync(off, member => member.DeactivatedAt = TestClock.Beginning);
        await app.TellAsync(NoticeActs.Draft(subject), [Cast.Member, Cast.Head, off, Cast.OtherTenantMember], by: Cast.Head);
        Assert.Equal([Cast.Member.Number], await app.ToldAsync(subject));
        Assert.Equal([Cast.Member.Email], (await app.MailsAsync(subject)).Select(mail => mail.Address));
    }

    [Fact]
    public async Task What_is_not_saved_was_not_told()
    {
        var subject = NoticeActs.Subject();
        var id = await app.IdAsync(Cast.Member);
        await app.InTenantAsync(
            "North", services => services.GetRequiredService<Notify>().TellAsync(NoticeActs.Draft(subject), [id], CancellationToken.None));
        Assert.Empty(await app.ToldAsync(subject));
    }

    [Fact]
    public async Task Everything_comes_both_ways_until_somebody_chooses_otherwise()
    {
        var person = await app.NewWithMailAsync();
        var subject = NoticeActs.Subject();
        await app.TellAsync(NoticeActs.Draft(subject), [person]);
        Assert.Single(await app.MailsAsync(subject));
        Assert.Equal(1, await NewIn(person));

        await app.ChooseAsync(person, noInbox: [], noMail: [NoticeKind.Tea]);
        var noMail = NoticeActs.Subject();
        await app.TellAsync(NoticeActs.Draft(noMail), [person]);
        Assert.Empty(await app.MailsAsync(noMail));
        Assert.Equal(2, await NewIn(person));

        await app.ChooseAsync(person, noInbox: [NoticeKind.Tea], noMail: []);
        var noInbox = NoticeActs.Subject();
        foreach (var _ in Enumerable.Range(0, 2))
            await app.TellAsync(NoticeActs.Draft(noInbox), [person]);
        Assert.Single(await app.MailsAsync(noInbox));
        Assert.Equal(2, await NewIn(person));
        var inbox = await (await app.SignInAsync(person)).GetAsync("/inbox");
        Assert.Equal(2, inbox.Document.QuerySelectorAll("main li.item").Length);

        await app.TellAsync(NoticeActs.Draft(NoticeActs.Subject(), NoticeKind.Announcement), [person]);
        Assert.Equal(3, await NewIn(person));
    }

    [Fact]
    public async Task Mail_waits_for_the_end_of_quiet_hours_and_the_inbox_does_not()
    {
        var person = await app.NewWithMailAsync();
        var subject = NoticeActs.Subject();
        // It is 14:30 in Kolkata.
        await app.ChooseAsync(person, [], [], new TimeOnly(13, 0), new TimeOnly(15, 0));
        await app.TellAsync(NoticeActs.Draft(subject), [person]);
        var mail = Assert.Single(await app.MailsAsync(subject));
        Assert.Equal(TestClock.Beginning.AddMinutes(30), mail.NextTryAt);
        Assert.Equal(TestClock.Beginning.AddDays(2), mail.ExpiresAt);
        Assert.Equal(1, await NewIn(person));
    }

    [Fact]
    public async Task Admins_get_the_floor_in_their_link_and_others_the_plain_one()
    {
        var subject = NoticeActs.Subject();
        await app.TellAsync(NoticeActs.Draft(subject, path: "/menus?week=2026-03-16", floor: 2), [Cast.Admin, Cast.OtherFloorMember]);
        var paths = await app.ReadAsync("North",
            db => db.Notices.Where(notice => notice.SubjectId == subject).Select(notice => notice.Path).OrderBy(path => path)
                .ToListAsync());
        Assert.Equal(["/menus?week=2026-03-16", "/menus?week=2026-03-16&floor=2"], paths);
    }

    [Fact]
    public async Task Long_news_are_cut_where_no_letter_is_halved()
    {
        var subject = NoticeActs.Subject();
        await app.TellAsync(NoticeActs.Draft(subject, title: new string('a', Notice.LongestTitle - 1) + "😀😀"), [Cast.Member]);
        Assert.Equal(new string('a', Notice.LongestTitle - 1),
            await app.ReadAsync(
                "North", db => db.Notices.Where(notice => notice.SubjectId == subject).Select(notice => notice.Title).SingleAsync()));
    }

    /// <summary>What the bell says.</summary>
    private async Task<int> NewIn(Person person)
    {
        var page = await (await app.SignInAsync(person)).GetAsync("/account");
        return int.Parse(
            page.Document.QuerySelector(".topbar .count")?.TextContent ?? "0", System.Globalization.CultureInfo.InvariantCulture);
    }
}
