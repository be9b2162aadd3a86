using AjsPantry.Features.Expenses;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Dashboard;

/// <summary>All floors of a tenant at a glance: what they spent this month, and whether last month's report is in.</summary>
public sealed class FloorsQuery(PantryDb db)
{
    /// <param name="month">The first day of the present month.</param>
    public async Task<IReadOnlyList<FloorAtAGlance>> ReadAsync(IReadOnlyList<FloorView> floors, DateOnly month, CancellationToken cancellationToken)
    {
        var before = month.AddMonths(-1);
        var spent = await db.Bills.Where(bill => bill.VoidedAt == null && bill.Date >= before && bill.Date < month.AddMonths(1))
            .GroupBy(bill => new { bill.FloorId, IsPresent = bill.Date >= month })
            .Select(bills => new { bills.Key.FloorId, bills.Key.IsPresent, Bills = bills.Count(), Spent = bills.Sum(bill => bill.Total), Latest = bills.Max(bill => bill.Date), ChangedAt = bills.Max(bill => bill.ChangedAt) })
            .ToListAsync(cancellationToken);
        var reports = await db.Reports.Where(report => report.Month == before)
            .GroupBy(report => report.FloorId)
            .Select(reports => new { FloorId = reports.Key, MadeAt = reports.Max(report => report.MadeAt) })
            .ToDictionaryAsync(report => report.FloorId, report => report.MadeAt, cancellationToken);
        return [.. floors.Select(Glance)];

        FloorAtAGlance Glance(FloorView floor)
        {
            var present = spent.FirstOrDefault(row => row.FloorId == floor.Id && row.IsPresent);
            var last = spent.FirstOrDefault(row => row.FloorId == floor.Id && !row.IsPresent);
            var state = !reports.TryGetValue(floor.Id, out var madeAt) ? ReportState.Missing : last?.ChangedAt > madeAt ? ReportState.Old : ReportState.Made;
            return new FloorAtAGlance(floor, present?.Bills ?? 0, present?.Spent ?? 0, last?.Spent ?? 0, present?.Latest ?? last?.Latest, state);
        }
    }
}

/// <param name="Latest">The day of the newest bill of this month or the last; null when there is none.</param>
public sealed record FloorAtAGlance(FloorView Floor, int Bills, decimal Spent, decimal SpentMonthBefore, DateOnly? Latest, ReportState Report);

public enum ReportState
{
    Missing,
    Old,
    Made,
}
