using AjsPantry.Features.Loans;
using AjsPantry.Infrastructure.Jobs;
using AjsPantry.Tests.Features.Notices;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Loans;

/// <summary>The reminders by the tenant's clock, which the tests move: an application of their own.</summary>
public sealed class LoanRemindersTests(PantryApp app) : IClassFixture<PantryApp>
{
    [Fact]
    public async Task Borrowers_are_reminded_once_before_it_is_due_and_both_floors_once_when_it_is_overdue()
    {
        var id = await app.LoanAsync("Reminded", due: new DateOnly(2026, 4, 10));
        var onItsWay = await app.LoanAsync("On its way", due: new DateOnly(2026, 4, 10));
        await app.ReturnAsync(onItsWay, 5);
        await RemindAsync("2026-04-08T04:00:00Z", "2026-04-08");
        Assert.Empty(await app.ToldAsync(id, "due", "2026-04-10"));
        // Nobody is told anything at night, nor by a run that comes a day late.
        await RemindAsync("2026-04-08T20:00:00Z", "2026-04-09");
        await RemindAsync("2026-04-09T03:45:00Z", "2026-04-08");
        Assert.Empty(await app.ToldAsync(id, "due", "2026-04-10"));
        await RemindAsync("2026-04-09T04:00:00Z", "2026-04-09");
        await RemindAsync("2026-04-09T05:00:00Z", "2026-04-09");
        Assert.Equal([Cast.OtherFloorHead.Number], await app.ToldAsync(id, "due", "2026-04-10"));
        await RemindAsync("2026-04-11T04:00:00Z", "2026-04-11");
        await RemindAsync("2026-04-12T04:00:00Z", "2026-04-12");
        Assert.Equal([Cast.Head.Number, Cast.OtherFloorHead.Number], await app.ToldAsync(id, "overdue", "2026-04-10"));
        Assert.Empty((await app.ToldAsync(onItsWay, "due", "2026-04-10")).Concat(await app.ToldAsync(onItsWay, "overdue", "2026-04-10")));
        // When all of it is back, nobody need look any more.
        var part = await app.ReturnAsync(id, 5);
        await (await app.SignInAsync(Cast.Head)).PostAsync($"/loans/returns/{part}", new() { ["Input.Decision"] = "came" });
        Assert.Equal(LoanState.Returned, (await app.FindLoanAsync(id)).State);
        Assert.Empty(await app.ToldAsync(id, "overdue", "2026-04-10"));
        await RemindAsync("2026-04-13T04:00:00Z", "2026-04-13");
        Assert.Empty(await app.ToldAsync(id, "overdue", "2026-04-10"));
    }

    [Fact]
    public async Task Reminding_of_many_loans_reads_no_more_than_reminding_of_one()
    {
        await app.LoanAsync("One of one", due: new DateOnly(2026, 5, 10));
        var one = await ReadsAsync("2026-05-09T04:00:00Z", "2026-05-09");
        foreach (var number in Enumerable.Range(1, 5))
            await app.LoanAsync($"One of many {number}", due: new DateOnly(2026, 5, 12));
        Assert.Equal(one, await ReadsAsync("2026-05-11T04:00:00Z", "2026-05-11"));
    }

    private async Task<int> ReadsAsync(string instant, string period)
    {
        app.Commands.Clear();
        await RemindAsync(instant, period);
        return app.Commands.Reads;
    }

    [Theory]
    [InlineData("2026-03-18T03:29:00Z", "2026-03-17", "2026-03-18 09:00")]
    [InlineData("2026-03-18T03:30:00Z", "2026-03-18", "2026-03-19 09:00")]
    public async Task Reminders_are_due_at_nine_on_the_tenants_clock(
        string instant, string period, string next) => await app.InTenantAsync("North", async services =>
    {
        var tenant = await NoticeActs.TenantAsync(services);
        var job = services.GetServices<TenantJob>().OfType<RemindOfLoans>().Single();
        var local = tenant.Local(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal((period, next),
            (job.DuePeriod(local), job.NextRun(local).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture)));
    });

    private Task<string> RemindAsync(string instant, string period)
    {
        app.Clock.SetUtcNow(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture));
        return app.InTenantAsync("North", async services =>
            await services.GetServices<TenantJob>().OfType<RemindOfLoans>().Single()
                .RunAsync(period, CancellationToken.None));
    }
}
