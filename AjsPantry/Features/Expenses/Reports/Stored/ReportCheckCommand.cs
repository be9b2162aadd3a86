using AjsPantry.Features.Expenses.Bills;
using AjsPantry.Features.Expenses.Reports.Documents;
using AjsPantry.Features.Expenses.Reports.Monthly;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Expenses.Reports.Stored;

/// <summary>
/// The verb "report --check": draws the report of the newest month with bills and keeps nothing. The restore drill calls it to
/// see that a restored database is not only complete but usable: its walls stand, its migrations ran, its bills can be read as
/// the application's role and set on paper.
/// </summary>
internal static class ReportCheckCommand
{
    public static async Task<int> RunAsync(WebApplication app)
    {
        await StartupCheck.RunAsync(app.Services, CancellationToken.None);
        foreach (var tenant in await TenantsAsync(app.Services))
        {
            await using var scope = app.Services.GetRequiredService<TenantScopes>().Open(tenant);
            if (await DrawAsync(scope.ServiceProvider) is { } drawn)
                return await SayAsync(drawn);
        }

        return await SayAsync("no bills yet, so no report was drawn");
    }

    private static async Task<List<Guid>> TenantsAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PantryDb>();
        return await db.Database.SqlQuery<Guid>($"SELECT tenant_id AS \"Value\" FROM active_tenants()").ToListAsync();
    }

    /// <summary>Says what was drawn, without names or amounts: it ends up in logs. Null when the tenant has no bills.</summary>
    private static async Task<string?> DrawAsync(IServiceProvider services)
    {
        services.GetRequiredService<Caller>().ActAsJob("Restore drill");
        var db = services.GetRequiredService<PantryDb>();
        if (await db.CountedBills.OrderByDescending(bill => bill.Date)
            .Select(bill => new { bill.FloorId, bill.Date }).FirstOrDefaultAsync() is not { } newest)
            return null;
        var floor = await db.Floors.Where(floor => floor.Id == newest.FloorId)
            .Select(floor => new FloorView(floor.Id, floor.Number, floor.Name)).SingleAsync();
        var month = new DateOnly(newest.Date.Year, newest.Date.Month, 1);
        var report = await services.GetRequiredService<ReportQuery>().ReadAsync(floor, month, CancellationToken.None);
        var pdf = ExpenseReportPdf.Write(report);
        return $"report of {Formats.Month(month)} drawn: {report.Bills.Count} bills, PDF of {pdf.Length} bytes";
    }

    private static async Task<int> SayAsync(string text)
    {
        await Console.Out.WriteLineAsync(text);
        return 0;
    }
}
