using AjsPantry.Features.Notices;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Tests.Features.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Notices;

/// <summary>What really leaves by mail, and how its receiver ends it.</summary>
public sealed class NoticeMailTests(MailApp app) : IClassFixture<MailApp>
{
    [Fact]
    public async Task A_notice_leaves_as_text_and_html_with_its_link_and_both_ways_to_stop_it()
    {
        var subject = NoticeActs.Subject();
        await app.TellAsync(NoticeActs.Draft(subject, title: "You make tea tomorrow & after", path: "/menus"), [Cast.Member]);
        await app.DrainAsync();
        var mail = Assert.Single(app.Post.To(Cast.Member.Email), mail => mail.Subject == "You make tea tomorrow & after");
        Assert.Equal("/menus", MailApp.PathIn(mail));
        var stop = mail.Headers["List-Unsubscribe"]!.Trim();
        Assert.StartsWith($"<{MailApp.Address}/notices/stop/", stop, StringComparison.Ordinal);
        Assert.DoesNotContain(' ', stop);
        Assert.Equal("List-Unsubscribe=One-Click", mail.Headers["List-Unsubscribe-Post"]);
        Assert.Contains(stop.Trim('<', '>'), mail.TextBody, StringComparison.Ordinal);
        Assert.Contains(stop.Trim('<', '>'), mail.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("Ready by 06:30.", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("Ready by 06:30.", mail.HtmlBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_work_cut_off_in_the_middle_and_done_again_tells_each_person_once()
    {
        var subject = NoticeActs.Subject();
        Person[] people = [Cast.OtherFloorMember, Cast.OtherFloorHead, Cast.OtherFloorTeaManager];
        var ids = new List<Guid>();
        foreach (var person in people)
            ids.Add(await app.IdAsync(person));
        // The first try saves one person and dies before the others.
        await app.InTenantAsync("North", async services =>
        {
            await services.GetRequiredService<Notify>()
                .TellAsync(NoticeActs.Draft(subject, title: $"{subject}"), [ids[0]], CancellationToken.None);
            await services.GetRequiredService<PantryDb>().SaveChangesAsync();
            await services.GetRequiredService<Notify>()
                .TellAsync(NoticeActs.Draft(subject, title: $"{subject}"), ids, CancellationToken.None);
        });
        await app.DrainAsync();
        foreach (var _ in Enumerable.Range(0, 2))
            await app.TellAsync(NoticeActs.Draft(subject, title: $"{subject}"), people);
        await Task.WhenAll(app.DrainAsync(), app.DrainAsync());
        foreach (var person in people)
            Assert.Single(app.Post.To(person.Email), mail => mail.Subject == $"{subject}");
        Assert.Equal(3, (await app.ToldAsync(subject)).Length);
    }

    [Fact]
    public async Task What_is_no_news_any_more_is_not_sent()
    {
        var subject = NoticeActs.Subject();
        await app.TellAsync(NoticeActs.Draft(subject, title: $"{subject}"), [Cast.TeaManager]);
        await app.InTenantAsync("North", async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            var mail = await db.Set<AjsPantry.Infrastructure.Mail.OutboxMail>().SingleAsync(mail => mail.Subject == $"{subject}");
            db.Entry(mail).Property(row => row.ExpiresAt).CurrentValue = app.Clock.GetUtcNow();
            await db.SaveChangesAsync();
        });
        await app.DrainAsync();
        Assert.DoesNotContain(app.Post.To(Cast.TeaManager.Email), mail => mail.Subject == $"{subject}");
        Assert.Contains("Too old to send", (await (await app.SignInAsync(Cast.Admin)).GetAsync("/administration/outbox")).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_asks_first_and_then_stops_its_kind_for_its_person()
    {
        var path = await app.StopPathAsync(Cast.OtherTenantMember, NoticeKind.Swap);
        var visitor = app.Visit();
        var page = await visitor.GetAsync(path);
        Assert.Equal("Stop emails about swaps?", page.Answer);
        Assert.Contains($"{Cast.OtherTenantMember.Name} of South House", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Cast.OtherTenantMember.Email, page.Document.Source.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(await NoMailAsync(Cast.OtherTenantMember));

        var done = await page.SubmitAsync([]);
        Assert.Equal("No more emails about swaps", done.Answer);
        Assert.Equal(["Swap"], await NoMailAsync(Cast.OtherTenantMember));
        Assert.Equal("No more emails about swaps", (await visitor.GetAsync(path)).Answer);
        var subject = NoticeActs.Subject();
        await app.TellAsync(NoticeActs.Draft(subject, NoticeKind.Swap), [Cast.OtherTenantMember]);
        Assert.Empty(await app.MailsAsync(subject, "South"));
    }

    [Fact]
    public async Task Mail_programs_stop_with_one_post_without_cookies_or_token_and_take_back_what_waits()
    {
        var subject = NoticeActs.Subject();
        await app.TellAsync(NoticeActs.Draft(subject, NoticeKind.Event), [Cast.OtherTenantHead]);
        Assert.Single(await app.MailsAsync(subject, "South"));
        var path = await app.StopPathAsync(Cast.OtherTenantHead, NoticeKind.Event);
        foreach (var _ in Enumerable.Range(0, 2))
            Assert.Equal(200, (await app.Visit().PostBlindlyAsync(path, new() { ["List-Unsubscribe"] = "One-Click" })).Status);
        Assert.Equal(["Event"], await NoMailAsync(Cast.OtherTenantHead));
        Assert.Empty(await app.MailsAsync(subject, "South"));
        var trail = await app.ReadAsync("South",
            db => db.AuditEntries.Where(entry => entry.Thing == nameof(NoticeSettings) && entry.ActorName == Cast.OtherTenantHead.Name)
                .ToListAsync());
        Assert.Single(trail);
    }

    [Fact]
    public async Task A_link_acts_in_its_own_tenant_whoever_is_signed_in()
    {
        var path = await app.StopPathAsync(Cast.OtherTenantTeaManager, NoticeKind.Tea);
        var north = await app.SignInAsync(Cast.Admin);
        Assert.Equal("No more emails about tea", (await (await north.GetAsync(path)).SubmitAsync([])).Answer);
        Assert.Equal(["Tea"], await NoMailAsync(Cast.OtherTenantTeaManager));
        Assert.Empty(await NoMailAsync(Cast.Admin));
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("a.b.c")]
    public async Task A_link_that_was_not_made_here_is_not_found(string token)
    {
        Assert.Equal(404, (await app.Visit().GetAsync($"/notices/stop/{token}")).Status);
        Assert.Equal(404, (await app.Visit().PostBlindlyAsync($"/notices/stop/{token}")).Status);
    }

    private async Task<string[]> NoMailAsync(Person person)
    {
        var id = await app.IdAsync(person);
        return await app.ReadAsync(person.Tenant,
            async db => (await db.NoticeSettings.AsNoTracking().SingleOrDefaultAsync(settings => settings.MemberId == id))?.NoMail ?? []);
    }
}
