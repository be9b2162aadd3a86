using AjsPantry.Infrastructure.Mail;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Tests.Features.Notices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Administration.Outbox;

public sealed class OutboxPageTests(MailApp app) : IClassFixture<MailApp>
{
    private const string Address = "/administration/outbox";

    [Fact]
    public async Task Every_state_reads_in_words_and_only_secrets_keep_their_text()
    {
        await AddAsync("waits", mail => { });
        await AddAsync("sent", mail => mail.SentAt = TestClock.Beginning);
        await AddAsync("tried", mail => (mail.Attempts, mail.Error, mail.NextTryAt) = (2, "451 later", TestClock.Beginning.AddMinutes(5)));
        await AddAsync("given up", mail => (mail.Attempts, mail.Error) = (MailDrain.MostTries, "550 <nobody> here"));
        await AddAsync("secret", mail => { }, hasSecret: true);
        await AddAsync("erased", mail => (mail.SentAt, mail.Text) = (TestClock.Beginning, ""));
        var page = await OpenAsync();
        Assert.Contains("Waiting", Row(page, "waits"), StringComparison.Ordinal);
        Assert.Contains("The text of waits", Row(page, "waits"), StringComparison.Ordinal);
        Assert.Contains("sent today 14:30", Row(page, "sent"), StringComparison.Ordinal);
        Assert.Contains("tried 2 times, next today 14:35", Row(page, "tried"), StringComparison.Ordinal);
        Assert.Contains("The mail server said: 451 later", Row(page, "tried"), StringComparison.Ordinal);
        Assert.Contains("550 <nobody> here", Row(page, "given up"), StringComparison.Ordinal);
        Assert.DoesNotContain("The text of secret", Row(page, "secret"), StringComparison.Ordinal);
        Assert.Contains("deleted after four weeks", Row(page, "erased"), StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("main .callout"));
    }

    [Fact]
    public async Task A_mail_that_was_given_up_is_tried_again_and_arrives()
    {
        var id = await AddAsync("again", mail => mail.Attempts = MailDrain.MostTries);
        var visitor = await app.SignInAsync(Cast.Admin);
        var page = await visitor.GetAsync(Address);
        var answer = await page.SubmitAsync([], $"form[action='{Address}/{id}/retry']");
        Assert.Equal("The email will be sent again.", (await answer.FollowAsync()).Toast);
        await app.DrainAsync();
        Assert.Single(app.Post.To("again@pantry.test"));
        // What is sent stays sent, however often somebody asks.
        await visitor.PostAsync($"{Address}/{id}/retry");
        await app.DrainAsync();
        Assert.Single(app.Post.To("again@pantry.test"));
    }

    [Fact]
    public async Task What_is_too_old_or_erased_is_not_offered_again()
    {
        var old = await AddAsync("old", mail => mail.Attempts = MailDrain.MostTries, expires: TestClock.Beginning);
        var erased = await AddAsync("gone", mail => (mail.Attempts, mail.Text) = (MailDrain.MostTries, ""));
        var page = await OpenAsync();
        foreach (var id in (Guid[])[old, erased])
        {
            Assert.Null(page.Document.QuerySelector($"form[action='{Address}/{id}/retry']"));
            await (await app.SignInAsync(Cast.Admin)).PostAsync($"{Address}/{id}/retry");
            Assert.Equal(MailDrain.MostTries,
                await app.ReadAsync(
                    "North", db => db.OutboxMails.Where(mail => mail.Id == id).Select(mail => mail.Attempts).SingleAsync()));
        }
    }

    [Fact]
    public async Task It_is_the_tenants_admins_alone()
    {
        var id = await AddAsync("private", mail => mail.Attempts = MailDrain.MostTries);
        Assert.StartsWith("/sign-in", (await app.Visit().GetAsync(Address)).Location, StringComparison.Ordinal);
        foreach (var person in (Person[])[Cast.Member, Cast.Head, Cast.TeaManager, Cast.Operator])
            Assert.Equal(403, (await (await app.SignInAsync(person)).GetAsync(Address)).Status);
        var other = await app.SignInAsync(Cast.OtherTenantAdmin);
        Assert.Equal("No emails yet", (await other.GetAsync(Address)).Answer);
        Assert.Equal(404, (await other.PostAsync($"{Address}/{id}/retry")).Status);
        Assert.Equal(404, (await (await app.SignInAsync(Cast.Admin)).GetAsync($"{Address}?p=nothing")).Status);
    }

    [Fact]
    public async Task The_page_costs_the_same_however_many_there_are()
    {
        var visitor = await app.SignInAsync(Cast.Admin);
        foreach (var number in Enumerable.Range(1, 25))
            await AddAsync($"many {number}", mail => { });
        await visitor.GetAsync(Address);
        app.Commands.Clear();
        var page = await visitor.GetAsync(Address);
        Assert.InRange(app.Commands.All.Count(command => !command.Contains("set_config", StringComparison.Ordinal)), 1, 2);
        Assert.Equal(20, page.Document.QuerySelectorAll("main li.item").Length);
    }

    private async Task<WebPage> OpenAsync() => await (await app.SignInAsync(Cast.Admin)).GetAsync(Address);

    private static string Row(WebPage page, string subject) =>
        string.Join(' ',
            page.Document.QuerySelectorAll("main li.item")
                .Single(row => row.QuerySelector("b")!.TextContent == subject).TextContent.Split(
                    (char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A mail of North, written now and later than all before.</summary>
    private Task<Guid> AddAsync(string subject, Action<OutboxMail> change, bool hasSecret = false,
        DateTimeOffset? expires = null) => app.InTenantAsync("North", async services =>
    {
        var db = services.GetRequiredService<PantryDb>();
        var mail = new OutboxMail
        {
            Cause = $"outbox:{Guid.NewGuid():N}",
            Address = $"{subject.Replace(' ', '-')}@pantry.test",
            Subject = subject,
            Text = $"The text of {subject}",
            Html = "",
            HasSecret = hasSecret,
            CreatedAt = TestClock.Beginning,
            NextTryAt = TestClock.Beginning,
            ExpiresAt = expires,
        };
        change(mail);
        db.OutboxMails.Add(mail);
        await db.SaveChangesAsync();
        return mail.Id;
    });
}

/// <summary>Without a mail server mail is written all the same, and admins are told why none leaves.</summary>
public sealed class OutboxWithoutServerTests(PantryApp app) : IClassFixture<PantryApp>
{
    [Fact]
    public async Task What_would_be_mailed_is_kept_and_readable_and_the_admin_is_told_why()
    {
        var subject = NoticeActs.Subject();
        await app.TellAsync(NoticeActs.Draft(subject, title: "Kept for you"), [Cast.Member]);
        var page = await (await app.SignInAsync(Cast.Admin)).GetAsync("/administration/outbox");
        Assert.Equal("Emails are kept here, not sent", page.Answer);
        Assert.Contains("Kept here", page.Text, StringComparison.Ordinal);
        Assert.Contains("Ready by 06:30.", page.Text, StringComparison.Ordinal);
        Assert.Contains("No mail server is set up", page.Text, StringComparison.Ordinal);
        Assert.Contains("No mail server is set up", (await (await app.SignInAsync(Cast.Admin)).GetAsync("/administration/jobs")).Text,
            StringComparison.Ordinal);
    }
}
