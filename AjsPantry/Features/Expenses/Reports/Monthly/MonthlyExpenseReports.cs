using AjsPantry.Infrastructure.Jobs;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Expenses.Reports.Monthly;

/// <summary>On the 1st of each month makes the report of the month before for every floor of the tenant.</summary>
public sealed class MonthlyExpenseReports(PantryDb db, MakeReport make, Scope scope) : MonthlyJob(hour: 6)
{
    public override string Kind => "monthly-expense-report";

    public override string Title => "Monthly expense report";

    protected override async Task<string> RunAsync(DateOnly month, CancellationToken cancellationToken)
    {
        var end = month.AddMonths(1);
        var floors = (await db.Floors.Where(floor => floor.ArchivedAt == null).OrderBy(floor => floor.Number).AsNoTracking()
            .ToListAsync(cancellationToken))
            .Where(floor => DateOnly.FromDateTime(scope.Tenant.Local(floor.CreatedAt).DateTime) < end);
        var made = 0;
        var present = 0;
        foreach (var floor in floors)
        {
            var report = await make.HandleAsync(new FloorView(floor.Id, floor.Number, floor.Name), month, cancellationToken);
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
}
