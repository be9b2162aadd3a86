using System.Globalization;
using AjsPantry.Infrastructure.Jobs;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Expenses.Reports.Monthly;

/// <summary>On the 1st of each month makes the report of the month before for every floor of the tenant.</summary>
public sealed class MonthlyExpenseReports(PantryDb db, MakeReport make) : TenantJob
{
    private const int Hour = 6;

    public override string Kind => "monthly-expense-report";

    public override string Title => "Monthly expense report";

    public override string Schedule => "1st of the month 06:00";

    public override string DuePeriod(DateTimeOffset local) =>
        FirstOfMonth(local.AddHours(-Hour)).AddMonths(-1).ToString("yyyy-MM", CultureInfo.InvariantCulture);

    public override DateTime NextRun(DateTimeOffset local) =>
        FirstOfMonth(local.AddHours(-Hour)).AddMonths(1).ToDateTime(new TimeOnly(Hour, 0));

    public override async Task<string> RunAsync(TenantView tenant, string period, CancellationToken cancellationToken)
    {
        var month = InputParser.Month(period) ?? throw new ArgumentException("Not a month.", nameof(period));
        var end = month.AddMonths(1);
        var floors = (await db.Floors.Where(floor => floor.ArchivedAt == null).OrderBy(floor => floor.Number).AsNoTracking()
            .ToListAsync(cancellationToken))
            .Where(floor => DateOnly.FromDateTime(tenant.Local(floor.CreatedAt).DateTime) < end);
        var made = 0;
        var present = 0;
        foreach (var floor in floors)
        {
            var report = await make.HandleAsync(tenant, new FloorView(floor.Id, floor.Number, floor.Name), month, cancellationToken);
            (made, present) = report.Value!.IsNew ? (made + 1, present) : (made, present + 1);
        }

        return Words(made, present);
    }

    private static string Words(int made, int present) => (made, present) switch
    {
        (0, 0) => "no floors",
        (_, 0) => made == 1 ? "1 report made" : $"{made} reports made",
        (0, _) => present == 1 ? "1 report was up to date" : $"{present} reports were up to date",
        _ => $"{made} made, {present} up to date",
    };

    private static DateOnly FirstOfMonth(DateTimeOffset local) => new(local.Year, local.Month, 1);
}
