using AjsPantry.Features.Notices;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Tests.Features.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Notices;

/// <summary>Notices that leave again: withdrawn, or old.</summary>
public sealed class NoticesTakenBackTests(PeopleApp app) : IClassFixture<PeopleApp>
{
    [Fact]
    public async Task What_is_taken_back_leaves_inboxes_and_outbox_and_can_be_told_anew()
    {
        var subject = NoticeActs.Subject();
        var reader = await app.NewWithMailAsync();
        var other = await app.NewWithMailAsync();
        await app.TellAsync(NoticeActs.Draft(subject), [reader, other]);
        await app.ReadAsync(reader, subject);
        await SentAsync(reader, subject);
        await app.WithdrawAsync(notify => notify.WithdrawAsync(subject, CancellationToken.None));
        // What was read and sent cannot be taken back.
        Assert.Equal([reader.Number], await app.ToldAsync(subject));
        Assert.NotNull(Assert.Single(await app.MailsAsync(subject)).SentAt);
        await app.TellAsync(NoticeActs.Draft(subject), [reader, other]);
        Assert.Equal(2, (await app.ToldAsync(subject)).Length);
        Assert.Equal(2, (await app.MailsAsync(subject)).Count);
    }

    [Fact]
    public async Task What_came_by_mail_only_can_be_told_anew_when_the_mail_had_not_left()
    {
        var subject = NoticeActs.Subject();
        var waiting = await app.NewWithMailAsync();
        var gone = await app.NewWithMailAsync();
        foreach (var person in (Person[])[waiting, gone])
            await app.ChooseAsync(person, noInbox: [NoticeKind.Tea], noMail: []);
        await app.TellAsync(NoticeActs.Draft(subject), [waiting, gone]);
        await SentAsync(gone, subject);
        await app.WithdrawAsync(notify => notify.WithdrawAsync(subject, "told", CancellationToken.None));
        Assert.Equal([gone.Number], await app.ToldAsync(subject));
    }

    [Fact]
    public async Task Taking_back_and_telling_again_in_one_unit_of_work_tells()
    {
        var subject = NoticeActs.Subject();
        var person = await app.NewWithMailAsync();
        await app.TellAsync(NoticeActs.Draft(subject, title: "Old"), [person]);
        var id = await app.IdAsync(person);
        await app.InTenantAsync("North", async services =>
        {
            var notify = services.GetRequiredService<Notify>();
            await notify.WithdrawAsync(NoticeActs.Draft(subject).About, CancellationToken.None);
            await notify.TellAsync(NoticeActs.Draft(subject, title: "New"), [id], CancellationToken.None);
            await services.GetRequiredService<PantryDb>().SaveChangesAsync();
        });
        Assert.Equal("New",
            await app.ReadAsync(
                "North", db => db.Notices.Where(notice => notice.SubjectId == subject).Select(notice => notice.Title).SingleAsync()));
        Assert.Equal("New", Assert.Single(await app.MailsAsync(subject)).Subject);
    }

    [Fact]
    public async Task Only_what_is_named_is_taken_back()
    {
        var subject = NoticeActs.Subject();
        var other = NoticeActs.Subject();
        foreach (var news in (NoticeDraft[])[NoticeActs.Draft(subject), NoticeActs.Draft(subject, occasion: "again"),
            NoticeActs.Draft(subject, step: "over"), NoticeActs.Draft(other)])
            await app.TellAsync(news, [Cast.Member]);
        async Task<int> LeftAsync(Func<Notify, Task> withdraw)
        {
            await app.WithdrawAsync(withdraw);
            return (await app.ToldAsync(subject)).Length;
        }

        Assert.Equal(3, await LeftAsync(notify => notify.WithdrawAsync(subject, "tol", CancellationToken.None)));
        Assert.Equal(2, await LeftAsync(notify => notify.WithdrawAsync(NoticeActs.Draft(subject).About, CancellationToken.None)));
        Assert.Equal(1, await LeftAsync(notify => notify.WithdrawAsync(subject, "told", CancellationToken.None)));
        Assert.Equal(0, await LeftAsync(notify => notify.WithdrawAsync(subject, CancellationToken.None)));
        Assert.Single(await app.ToldAsync(other));
    }

    [Fact]
    public async Task What_is_half_a_year_old_is_forgotten_and_nothing_younger()
    {
        var subject = NoticeActs.Subject();
        await app.TellAsync(NoticeActs.Draft(subject), [Cast.Member]);
        Assert.Equal("nothing to delete", await ForgetAsync("2026-09-11"));
        Assert.Single(await app.ToldAsync(subject));
    }

    [Fact]
    public async Task What_is_older_than_half_a_year_is_forgotten()
    {
        var subject = NoticeActs.Subject();
        var id = await app.IdAsync(Cast.Member);
        await app.InTenantAsync("North", async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            db.Notices
                .Add(new Notice
                {
                    MemberId = id,
                    Kind = NoticeKind.Tea,
                    SubjectId = subject,
                    Step = "told",
                    Title = "Old",
                    Text = "",
                    Path = "/",
                    CreatedAt = TestClock.Beginning.AddDays(-400)
                });
            await db.SaveChangesAsync();
        });
        Assert.Equal("1 deleted", await ForgetAsync("2026-03-15"));
        Assert.Empty(await app.ToldAsync(subject));
    }

    private Task<string> ForgetAsync(string period) => app.InTenantAsync("North", async services =>
        await services.GetServices<AjsPantry.Infrastructure.Jobs.TenantJob>().OfType<ForgetNotices>().Single()
            .RunAsync(period, CancellationToken.None));

    private Task SentAsync(Person person, Guid subject) => app.InTenantAsync("North", async services =>
    {
        var db = services.GetRequiredService<PantryDb>();
        var notices = db.Notices.Where(notice => notice.SubjectId == subject);
        (await services.GetRequiredService<PantryDb>().Set<AjsPantry.Infrastructure.Mail.OutboxMail>()
            .SingleAsync(mail => mail.Address == person.Email && notices.Any(notice => notice.Id == mail.NoticeId))).SentAt =
                TestClock.Beginning;
        await db.SaveChangesAsync();
    });
}
