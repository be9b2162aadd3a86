using AjsPantry.Features.Expenses.Reports.Monthly;
using AjsPantry.Features.Expenses.Reports.Stored;
using AjsPantry.Infrastructure.Jobs;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Expenses.Reports.Monthly;

public sealed class MonthlyExpenseReportsTests(PantryApp app) : IClassFixture<PantryApp>
{
    private Task<string> RunAsync(string tenant, string period) => app.InTenantAsync(tenant, services =>
        services.GetServices<TenantJob>().OfType<MonthlyExpenseReports>().Single().RunAsync(period, CancellationToken.None));

    [Fact]
    public async Task Every_floor_gets_its_report_once()
    {
        await app.RecordAsync("North", 1, BillActs.One(10, date: new DateOnly(2026, 2, 5)));
        Assert.Equal("2 reports made", await RunAsync("North", "2026-02"));
        Assert.Equal("2 reports were up to date", await RunAsync("North", "2026-02"));
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await app.RecordAsync("North", 1, BillActs.One(20, date: new DateOnly(2026, 2, 5)));
        Assert.Equal("1 made, 1 up to date", await RunAsync("North", "2026-02"));
        Assert.Equal([(1, 0m), (1, 10m), (2, 30m)],
            await app.ReadAsync("North",
                async db =>
                    (await db.Reports.Select(report => new { report.Revision, report.Spent }).ToListAsync())
                        .Select(report => (report.Revision, report.Spent)).Order()));
    }

    [Fact]
    public async Task Floors_made_after_the_months_end_are_left_out()
    {
        await app.InTenantAsync("South", async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            // In Kolkata the one was made on the last evening of February, the other on the first morning of March.
            db.Floors.Add(new Floor { Number = 3, Name = "Floor 3", CreatedAt = new DateTimeOffset(2026, 2, 28, 18, 0, 0, TimeSpan.Zero) });
            db.Floors.Add(new Floor { Number = 4, Name = "Floor 4", CreatedAt = new DateTimeOffset(2026, 2, 28, 19, 0, 0, TimeSpan.Zero) });
            await db.SaveChangesAsync();
        });
        Assert.Equal("3 reports made", await RunAsync("South", "2026-02"));
        Assert.Equal([1, 2, 3],
            await app.ReadAsync(
                "South", db => db.Reports.OrderBy(report => report.Floor!.Number).Select(report => report.Floor!.Number).ToListAsync()));
    }

    [Theory]
    [InlineData("2026-03-01T05:59", "2026-01", "2026-03-01T06:00")]
    [InlineData("2026-03-01T06:00", "2026-02", "2026-04-01T06:00")]
    [InlineData("2026-12-31T23:59", "2026-11", "2027-01-01T06:00")]
    public async Task It_is_due_on_the_first_at_six_by_the_tenants_clock(string local, string period, string next)
    {
        var job = await app.InTenantAsync(
            "North", services => Task.FromResult(services.GetServices<TenantJob>().OfType<MonthlyExpenseReports>().Single()));
        var now = new DateTimeOffset(DateTime.Parse(local, null), TimeSpan.FromHours(5.5));
        Assert.Equal((period, DateTime.Parse(next, null)), (job.DuePeriod(now), job.NextRun(now)));
    }
}
