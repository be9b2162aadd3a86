using AjsPantry.Features.Expenses.Reports.Custom;
using AjsPantry.Features.Expenses.Reports.Stored;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Expenses.Reports.Custom;

internal static class CustomReports
{
    /// <summary>A kept report of all bills of the first floor's March, under a title of its own. Returns its id.</summary>
    public static async Task<Guid> ChosenAsync(this PantryApp app, string? title = null, decimal? budget = null)
    {
        var floor = await app.FloorAsync("North", 1);
        return await app.InTenantAsync("North", async services =>
        {
            var make = services.GetRequiredService<MakeCustomReport>();
            var frame = new CustomReportFrame(
                new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 31), title ?? Guid.NewGuid().ToString("N"), budget);
            var bills = await services.GetRequiredService<CustomReportQuery>()
                .BillsAsync(floor.Id, frame.From, frame.Until, CancellationToken.None);
            var choice = new ReportSelection(
                bills.Count > 0 && bills[0].Lines.Count > 1 ? new HashSet<Guid> { bills[0].Lines[0].Id } : new HashSet<Guid>(),
                bills.Select(bill => bill.Id!.Value).ToHashSet());
            var report = make.Draw(floor, frame, bills, choice);
            return (await make.HandleAsync(
                floor, frame, choice, Convert.ToHexStringLower(ReportPrint.OfChosen(report)), CancellationToken.None)).Value!.Id;
        });
    }
}
