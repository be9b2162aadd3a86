using AjsPantry.Features.Expenses.Choosing;
using AjsPantry.Features.Expenses.Outdated;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Expenses.Choosing;

internal static class ChosenReports
{
    /// <summary>A kept report of all bills of the first floor's March, under a title of its own. Returns its id.</summary>
    public static async Task<Guid> ChosenAsync(this PantryApp app, string? title = null, decimal? budget = null)
    {
        var floor = await app.FloorAsync("North", 1);
        return await app.InTenantAsync("North", async services =>
        {
            var make = services.GetRequiredService<MakeChosenReport>();
            var frame = new ChosenFrame(new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 31), title ?? Guid.NewGuid().ToString("N"), budget);
            var bills = await services.GetRequiredService<ChosenQuery>().BillsAsync(floor.Id, frame.From, frame.Until, CancellationToken.None);
            var tenant = await services.GetRequiredService<PantryDb>().Tenants.Select(TenantView.Of).SingleAsync();
            var choice = new Selection(bills.Count > 0 && bills[0].Lines.Count > 1 ? new HashSet<Guid> { bills[0].Lines[0].Id } : new HashSet<Guid>(), bills.Select(bill => bill.Id).ToHashSet());
            var report = make.Draw(tenant, floor, frame, bills, choice);
            return (await make.HandleAsync(floor, frame, report, Convert.ToHexStringLower(ReportPrint.OfChosen(report)), CancellationToken.None)).Value!.Id;
        });
    }
}
