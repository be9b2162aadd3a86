using AjsPantry.Features.Notices;
using AjsPantry.Features.Platform.Operations;
using AjsPantry.Tests.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Platform.Operations;

/// <summary>
/// What operators see of the installation, and what they are told. The tests share the installation, so each has its own kinds of trouble.
/// </summary>
/// <summary>An application whose pages nobody else opens, so that its times are those of one class.</summary>
public sealed class OperationsApp : PantryApp
{
    protected override bool IsShared => false;
}

public sealed class OperationsTests(OperationsApp app) : IClassFixture<OperationsApp>
{
    private const string Page = "/platform/operations";

    private Task NoteAsync(string kind, double hoursAgo, bool succeeded = true, string detail = "") =>
        TestServer.ExecuteAsync(TestServer.AsOps(app.Database), FormattableString.Invariant(
        $"INSERT INTO maintenance_runs (kind, started_at, finished_at, succeeded, detail) VALUES ('{kind}', '{TestClock.Beginning.AddHours(-hoursAgo - 0.1):O}', '{TestClock.Beginning.AddHours(-hoursAgo):O}', {succeeded}, '{detail}')"));

    private async Task<List<Notice>> ToldAsync() =>
        await app.ReadAsync(Cast.Operator.Tenant,
            db => db.Notices.AsNoTracking().Where(notice => notice.Kind == NoticeKind.Operations).OrderBy(notice => notice.CreatedAt)
                .ToListAsync());

    private async Task<string?> AnswerAsync() => (await (await app.SignInAsync(Cast.Operator)).GetAsync(Page)).Answer;

    private Task LookAsync() =>
        app.InTenantAsync(Cast.Operator.Tenant, services => services.GetRequiredService<Watch>().RunAsync(CancellationToken.None));

    [Fact]
    public async Task Operators_are_told_once_when_trouble_begins_and_once_when_it_is_over()
    {
        Assert.Equal("No backup has been made yet", (await (await app.SignInAsync(Cast.Operator)).GetAsync(Page)).Answer);
        await NoteAsync("restore_drill", 1);
        await NoteAsync("backup", 50, detail: "440 people");
        await NoteAsync("backup", 2, succeeded: false, detail: "The disk is full");
        var page = await (await app.SignInAsync(Cast.Operator)).GetAsync(Page);
        Assert.Equal("The last good backup is 50 hours old", page.Answer);
        Assert.Contains("Failed", page.Text, StringComparison.Ordinal);
        Assert.Contains("The disk is full", page.Text, StringComparison.Ordinal);

        // Two nodes that look at the same moment, and one a little later.
        await Task.WhenAll(LookAsync(), LookAsync());
        await LookAsync();
        Assert.Equal(["The last good backup is 50 hours old"], (await ToldAsync()).Select(notice => notice.Title));
        await NoteAsync("backup", 0.5);
        await Task.WhenAll(LookAsync(), LookAsync());
        await LookAsync();
        Assert.Equal(["The last good backup is 50 hours old", "Over: The last good backup is 50 hours old"],
            (await ToldAsync()).Select(notice => notice.Title).Order().Reverse()
                .OrderBy(title => title.StartsWith("Over", StringComparison.Ordinal)));
        // Nor is all well while the backups lie in one place only.
        await NoteAsync("second_copy", 0.4, succeeded: false);
        Assert.Equal("No second copy of the backups has been made yet", await AnswerAsync());
        await NoteAsync("second_copy", 0.3);
        Assert.Equal("All is well", await AnswerAsync());
        await NoteAsync("second_copy", 0.2, succeeded: false);
        Assert.Equal("The last second copy of the backups failed", await AnswerAsync());
    }

    [Fact]
    public async Task Only_operators_look_and_only_scripts_note()
    {
        Assert.Equal(302, (await app.Visit().GetAsync(Page)).Status);
        foreach (var person in (Person[])[Cast.Admin, Cast.Head, Cast.Member])
            Assert.Equal(403, (await (await app.SignInAsync(person)).GetAsync(Page)).Status);
        foreach (var sql in (string[])["INSERT INTO maintenance_runs (kind, started_at, finished_at, succeeded) VALUES ('backup', now(), now(), true)", "DELETE FROM maintenance_runs", "DELETE FROM alerts"])
            Assert.Equal(Sql.NotAllowed, await app.RefusalAsync("North", sql));
        foreach (var sql in (string[])["DELETE FROM maintenance_runs", "UPDATE maintenance_runs SET succeeded = true"])
            Assert.Equal(Sql.NotAllowed, await Sql.RefusalAsync(TestServer.AsOps(app.Database), null, sql));
        // The figures over all residences are for the platform's own tenant.
        Assert.Empty(await app.AsAppAsync("North", "SELECT stuck_mails FROM platform_watch(now())"));
        Assert.Single(await app.AsAppAsync(Cast.Operator.Tenant, "SELECT stuck_mails FROM platform_watch(now())"));
    }

    [Fact]
    public async Task Mails_of_a_suspended_residence_are_no_trouble()
    {
        const string due = "SELECT coalesce(to_char(mail_due_since, 'YYYY-MM-DD'), 'none') FROM platform_watch('2026-03-15 09:00Z')";
        // Mails of other tests may be due as well, none as early as this one.
        var without = await app.AsAppAsync(Cast.Operator.Tenant, due);
        await TestServer.ExecuteAsync(TestServer.AsSuperuser(app.Database), $"""
            INSERT INTO outbox_mails (tenant_id, id, cause, address, subject, text, html, has_secret, created_at, attempts, next_try_at)
            VALUES ('{Cast.TenantId("South")}', gen_random_uuid(), 'suspended', 'a@b.example', 'S', 'T', 'H', false, '2026-03-14 09:00Z', 0, '2026-03-14 09:00Z')
            """);
        Assert.Equal(["2026-03-14"], await app.AsAppAsync(Cast.Operator.Tenant, due));
        await TestServer.ExecuteAsync(TestServer.AsSuperuser(app.Database),
            $"UPDATE tenants SET suspended_at = now(), suspend_reason = 'Unpaid' WHERE id = '{Cast.TenantId("South")}'");
        Assert.Equal(without, await app.AsAppAsync(Cast.Operator.Tenant, due));
        Assert.NotEqual(["2026-03-14"], without);
    }

    [Fact]
    public async Task The_page_says_how_long_pages_take()
    {
        var visitor = await app.SignInAsync(Cast.Operator);
        await visitor.GetAsync("/platform");
        Assert.Equal(404, (await visitor.GetAsync($"/platform/{Guid.CreateVersion7()}")).Status);
        var page = await visitor.GetAsync(Page);
        var pages = page.Document.QuerySelectorAll("tbody th").Select(cell => cell.TextContent).ToList();
        Assert.Contains("Platform / Index", pages);
        // What is shown instead of a page is no page of its own.
        Assert.DoesNotContain("Shared / Status", pages);
        app.Commands.Clear();
        await visitor.GetAsync(Page);
        Assert.InRange(app.Commands.All.Count, 1, 8);
    }

    [Fact]
    public async Task The_page_says_when_nobody_would_be_told()
    {
        // The tests send no mail, so nobody is.
        Assert.Contains("Nobody gets an email about problems", (await (await app.SignInAsync(Cast.Operator)).GetAsync(Page)).Text,
            StringComparison.Ordinal);
        Assert.DoesNotContain(
            "The installation", (await (await app.SignInAsync(Cast.Member)).GetAsync("/account/notices")).Text, StringComparison.Ordinal);
    }
}
