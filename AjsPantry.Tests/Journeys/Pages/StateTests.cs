using AjsPantry.Features.Expenses.Bills;
using AjsPantry.Features.Expenses.Reports.Monthly;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace AjsPantry.Tests.Journeys.Pages;

/// <summary>
/// Pages in the states that the sweep by the site map does not bring about: with errors, empty, closed, or for another role.
/// </summary>
public abstract class StateTests(BrowserApp app) : IClassFixture<BrowserApp>
{
    private static readonly DateOnly July = new(2025, 7, 1);

    protected BrowserApp App => app;

    /// <summary>A month with bills and a report that is out of date. Returns a bill of it.</summary>
    protected async Task<Guid> HeadsBooksAsync()
    {
        if (await app.ReadAsync("North",
            db => db.Bills.Where(bill => bill.Number == BillActs.DMart.Number).Select(bill => bill.Id)
                .FirstOrDefaultAsync()) is var recorded && recorded != Guid.Empty)
            return recorded;
        await app.RecordAsync("North", 1, BillActs.Blinkit);
        var bill = await app.RecordAsync("North", 1, BillActs.DMart);
        await app.InTenantAsync("North", async services =>
        {
            var floor = await app.FloorAsync("North", 1);
            await services.GetRequiredService<MakeReport>().HandleAsync(floor, July, CancellationToken.None);
        });
        await app.RecordAsync("North", 1, BillActs.One(88.50m, "LATE-1", date: July.AddDays(20)));
        return bill;
    }

    protected static async Task JudgeAllAsync(IPage page, IReadOnlyList<Stop> stops)
    {
        var inspection = await Inspection.OfAsync(page);
        List<string> findings = [];
        foreach (var stop in stops)
        {
            await page.GotoAsync(stop.Address);
            if (stop.Press is { } button)
            {
                await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
                await page.Locator(".invalid-feedback, .callout.bad").First.WaitForAsync();
            }

            await inspection.JudgeAsync(stop.Name ?? stop.Address, findings, 360, 1280);
        }

        Assert.True(findings.Concat(inspection.Complaints).ToList() is [], string.Join("\n", findings.Concat(inspection.Complaints)));
    }

    /// <param name="Press">A button to press first, for the page that comes back with errors.</param>
    protected sealed record Stop(string Address, string? Name = null, string? Press = null);
}
