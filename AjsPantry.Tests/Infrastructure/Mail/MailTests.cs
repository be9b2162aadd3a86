using AjsPantry.Infrastructure.Mail;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Infrastructure.Mail;

public sealed class MailTests(MailApp app) : IClassFixture<MailApp>
{
    private static readonly MailLetter Letter = new(
        "Grüße & more", "Hello <you>,", ["First.", "Second."], "Open it", "https://pantry.test/x?a=1&b=2", "Bye.");

    [Fact]
    public async Task A_mail_goes_out_once_as_text_and_html_and_loads_nothing()
    {
        await AddAsync("once");
        await app.DrainAsync();
        await app.DrainAsync();
        var mail = Assert.Single(app.Post.To("once@pantry.test"));
        Assert.Equal("Grüße & more", mail.Subject);
        Assert.Contains("https://pantry.test/x?a=1&b=2", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("Hello &lt;you&gt;", mail.HtmlBody, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", mail.HtmlBody, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", mail.HtmlBody, StringComparison.Ordinal);
        Assert.Equal("auto-generated", mail.Headers["Auto-Submitted"]);
    }

    [Fact]
    public async Task What_somebody_typed_as_address_is_one_address_or_fails_alone()
    {
        foreach (var address in (string[])["a@pantry.test, b@pantry.test", "no address", "after@pantry.test"])
            await AddAsync(address, address);
        await app.DrainAsync();
        Assert.Single(app.Post.To("after@pantry.test"));
        Assert.Empty(app.Post.To("a@pantry.test"));
        Assert.Empty(app.Post.To("b@pantry.test"));
    }

    [Fact]
    public async Task Two_drains_at_once_send_each_mail_once()
    {
        foreach (var number in Enumerable.Range(1, 6))
            await AddAsync($"both{number}");
        await Task.WhenAll(app.DrainAsync(), app.DrainAsync());
        foreach (var number in Enumerable.Range(1, 6))
            Assert.Single(app.Post.To($"both{number}@pantry.test"));
    }

    [Fact]
    public async Task A_drain_killed_before_it_could_mark_sends_the_same_mail_again_under_the_same_id()
    {
        await AddAsync("killed");
        app.Post.Hold = new();
        app.Post.Arrived = new();
        using var kill = new CancellationTokenSource();
        var drain = app.DrainAsync(cancellationToken: kill.Token);
        await app.Post.Arrived.Task;
        await kill.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => drain);
        app.Post.Hold.SetResult();
        app.Post.Hold = null;
        await app.DrainAsync();
        await app.DrainAsync();
        var copies = app.Post.To("killed@pantry.test");
        Assert.Equal(2, copies.Count);
        Assert.Equal(copies[0].MessageId, copies[1].MessageId);
    }

    [Fact]
    public async Task A_refused_mail_waits_longer_each_time_and_goes_out_when_the_server_takes_it()
    {
        await AddAsync("later");
        app.Post.Refuses = true;
        foreach (var minutes in (int[])[1, 5, 15, 60, 60])
        {
            await app.DrainAsync();
            var waiting = await ReadAsync("later");
            Assert.Equal(app.Clock.GetUtcNow().AddMinutes(minutes), waiting.NextTryAt);
            Assert.Contains("later, please", waiting.Error, StringComparison.Ordinal);
            app.Clock.Advance(TimeSpan.FromMinutes(minutes));
        }

        app.Post.Refuses = false;
        await app.DrainAsync();
        Assert.Single(app.Post.To("later@pantry.test"));
        Assert.NotNull((await ReadAsync("later")).SentAt);
    }

    [Fact]
    public async Task After_a_day_of_refusals_the_mail_is_given_up_and_its_secret_erased()
    {
        await AddAsync("never", hasSecret: true);
        app.Post.Refuses = true;
        for (var tries = 0; tries < MailDrain.MostTries + 2; tries++)
        {
            await app.DrainAsync();
            app.Clock.Advance(TimeSpan.FromHours(1));
        }

        app.Post.Refuses = false;
        await app.DrainAsync();
        var mail = await ReadAsync("never");
        Assert.Equal((MailDrain.MostTries, null, ""), (mail.Attempts, mail.SentAt, mail.Text));
        Assert.Empty(app.Post.To("never@pantry.test"));
    }

    [Fact]
    public async Task The_text_of_a_mail_with_a_secret_is_erased_once_it_is_out()
    {
        await AddAsync("secret", hasSecret: true);
        await app.DrainAsync();
        var mail = await ReadAsync("secret");
        Assert.Equal(("", ""), (mail.Text, mail.Html));
    }

    [Fact]
    public async Task A_mail_whose_cause_was_not_saved_does_not_exist()
    {
        await app.InTenantAsync("North", async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            services.GetRequiredService<MailOutbox>().Add("undone", "undone@pantry.test", Letter);
            await db.SaveChangesAsync();
            await transaction.RollbackAsync();
        });
        await app.DrainAsync();
        Assert.Empty(app.Post.To("undone@pantry.test"));
    }

    [Fact]
    public async Task A_drain_is_called_once_the_mail_is_really_there()
    {
        await app.InTenantAsync("South", async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            var before = await DrainsAsync("South");
            await using var transaction = await db.Database.BeginTransactionAsync();
            services.GetRequiredService<MailOutbox>().Add("bell", "bell@pantry.test", Letter);
            await db.SaveChangesAsync();
            Assert.Equal(before, await DrainsAsync("South"));
            await transaction.CommitAsync();
            Assert.Equal(before + 1, await DrainsAsync("South"));
            await db.SaveChangesAsync();
            Assert.Equal(before + 1, await DrainsAsync("South"));
        });
    }

    [Fact]
    public async Task The_tick_finds_due_mail_of_residences_and_of_the_platform()
    {
        foreach (var tenant in (string[])["South", "Platform"])
            await AddAsync("tick", tenant: tenant);
        await TestServer.ExecuteAsync(TestServer.AsSuperuser(app.Database), "DELETE FROM hangfire.job");
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<MailTick>().RunAsync(CancellationToken.None);
        foreach (var tenant in (string[])["South", "Platform"])
            Assert.Equal(1, await DrainsAsync(tenant));
    }

    /// <summary>How often a drain of the tenant was called.</summary>
    private Task<long> DrainsAsync(string tenant) =>
        TestServer.ScalarAsync<long>(TestServer.AsSuperuser(app.Database),
            $"SELECT count(*) FROM hangfire.job WHERE arguments::text LIKE '%{Cast.TenantId(tenant)}%'");

    private Task<int> AddAsync(
        string name, string? address = null, bool hasSecret = false, string tenant = "North") => app.InTenantAsync(tenant, services =>
    {
        services.GetRequiredService<MailOutbox>().Add($"test:{name}", address ?? $"{name}@pantry.test", Letter, hasSecret);
        return services.GetRequiredService<PantryDb>().SaveChangesAsync();
    });

    private Task<OutboxMail> ReadAsync(string name) =>
        app.ReadAsync("North", db => db.Set<OutboxMail>().AsNoTracking().SingleAsync(mail => mail.Cause == $"test:{name}"));
}
