using AjsPantry.Infrastructure.Hosting;
using AjsPantry.Infrastructure.Identity.Sessions;
using AjsPantry.Infrastructure.Mail;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Tests.Infrastructure.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Infrastructure.Hosting;

public sealed class CleanUpTests(PantryApp app) : IClassFixture<PantryApp>
{
    [Theory]
    [InlineData("North")]
    [InlineData("Platform")]
    public async Task Sessions_go_three_months_after_their_end_and_not_before(string tenant)
    {
        // Lifetimes of a tenant that set none: 15 minutes or 14 days without use, 30 days in all.
        await AddAsync(tenant, "over: started", startedDays: 120.1, seenDays: 0, shared: false);
        await AddAsync(tenant, "kept: started", startedDays: 119.9, seenDays: 0, shared: false);
        await AddAsync(tenant, "over: own", startedDays: 110, seenDays: 104.1, shared: false);
        await AddAsync(tenant, "kept: own", startedDays: 110, seenDays: 103.9, shared: false);
        await AddAsync(tenant, "over: shared", startedDays: 91, seenDays: 90.1, shared: true);
        await AddAsync(tenant, "kept: shared", startedDays: 91, seenDays: 89.9, shared: true);
        await RunAsync();
        var left = await app.ReadAsync(
            tenant, db => db.Sessions.Where(session => session.Device.Contains(": ")).Select(session => session.Device).ToListAsync());
        Assert.Equal(["kept: own", "kept: shared", "kept: started"], left.Order());
    }

    [Fact]
    public async Task Old_mails_lose_their_texts_and_later_go_but_never_while_they_wait()
    {
        await AddMailAsync("sent", days: 31, sent: true);
        await AddMailAsync("given up", days: 31, attempts: MailDrain.MostTries);
        await AddMailAsync("waiting", days: 31);
        await AddMailAsync("fresh", days: 29, sent: true);
        await AddMailAsync("ancient", days: 366, sent: true);
        await RunAsync();
        var mails = await app.ReadAsync(
            "North", db => db.Set<OutboxMail>().ToDictionaryAsync(mail => mail.Cause, mail => mail.Text + mail.Html));
        Assert.Equal(
            new Dictionary<string, string> { ["sent"] = "", ["given up"] = "", ["waiting"] = "texthtml", ["fresh"] = "texthtml" }, mails);
    }

    [Fact]
    public async Task Runs_of_jobs_go_after_three_months()
    {
        await app.QueueAsync("North", Work.Reports, "old", change: run => run.QueuedAt = app.Clock.GetUtcNow().AddDays(-90.1));
        await app.QueueAsync("North", Work.Reports, "kept", change: run => run.QueuedAt = app.Clock.GetUtcNow().AddDays(-89.9));
        await RunAsync();
        Assert.Equal("kept", Assert.Single(await app.RunsAsync(Cast.TenantId("North"))).Period);
    }

    [Fact]
    public async Task What_a_suspended_residence_keeps_grows_old_too()
    {
        await AddMailAsync("sent", days: 31, sent: true);
        await AddAsync("North", "over: started", startedDays: 120.1, seenDays: 0, shared: false);
        await TestServer.ExecuteAsync(TestServer.AsSuperuser(app.Database),
            $"UPDATE tenants SET suspended_at = now(), suspend_reason = 'A test' WHERE id = '{Cast.TenantId("North")}'");
        await RunAsync();
        Assert.Equal("", await app.ReadAsync("North", db => db.Set<OutboxMail>().Select(mail => mail.Text).SingleAsync()));
        Assert.False(await app.ReadAsync("North", db => db.Sessions.AnyAsync(session => session.Device == "over: started")));
    }

    [Fact]
    public async Task Running_it_again_changes_nothing()
    {
        await RunAsync();
        var before = await app.ReadAsync("North", db => db.Sessions.CountAsync());
        await RunAsync();
        Assert.Equal(before, await app.ReadAsync("North", db => db.Sessions.CountAsync()));
    }

    private async Task RunAsync()
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CleanUp>().RunAsync(CancellationToken.None);
    }

    private Task<int> AddAsync(
        string tenant, string device, double startedDays, double seenDays, bool shared) => app.InTenantAsync(tenant, async services =>
    {
        var db = services.GetRequiredService<PantryDb>();
        var now = app.Clock.GetUtcNow();
        db.Sessions.Add(new Session
        {
            KeyHash = Guid.NewGuid().ToByteArray(),
            MemberId = await db.Members.Select(member => member.Id).FirstAsync(),
            SecurityStamp = "",
            SharedDevice = shared,
            Method = "pwd",
            StartedAt = now.AddDays(-startedDays),
            LastSeenAt = now.AddDays(-seenDays),
            Device = device,
            Address = "",
        });
        return await db.SaveChangesAsync();
    });

    private Task<int> AddMailAsync(string cause, int days, bool sent = false, int attempts = 0) => app.InTenantAsync("North", services =>
    {
        var db = services.GetRequiredService<PantryDb>();
        var then = app.Clock.GetUtcNow().AddDays(-days);
        db.Add(new OutboxMail
        {
            Cause = cause,
            Address = "somebody@pantry.test",
            Subject = "",
            Text = "text",
            Html = "html",
            HasSecret = false,
            CreatedAt = then,
            NextTryAt = then,
            SentAt = sent ? then : null,
            Attempts = attempts,
        });
        return db.SaveChangesAsync();
    });
}
