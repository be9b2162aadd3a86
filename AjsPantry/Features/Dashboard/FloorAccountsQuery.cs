using AjsPantry.Features.Expenses.Bills;
using AjsPantry.Features.Expenses.MonthEnd;
using AjsPantry.Features.Expenses.Reports.Stored;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Dashboard;

/// <summary>All floors of a tenant at a glance: what they spent this month, and whether last month's report is in.</summary>
public sealed class FloorAccountsQuery(PantryDb db, OutdatedReports old)
{
    /// <param name="month">The first day of the present month.</param>
    /// <param name="monthsBack">How many months before it are read too; at least two.</param>
    public async Task<IReadOnlyList<FloorAccountsSummary>> ReadAsync(
        IReadOnlyList<FloorView> floors, DateOnly month, CancellationToken cancellationToken, int monthsBack = 2)
    {
        var before = month.AddMonths(-1);
        var earlier = month.AddMonths(-monthsBack);
        var end = month.AddMonths(1);
        var ids = floors.Select(floor => floor.Id).ToList();
        var rows = await db.Bills.Where(bill => ids.Contains(bill.FloorId) && bill.Date >= earlier && bill.Date < end)
            .GroupBy(bill => new { bill.FloorId, bill.Date.Year, bill.Date.Month })
            .Select(bills => new
            {
                Figures = new MonthFigures(
                    bills.Key.FloorId, new DateOnly(bills.Key.Year, bills.Key.Month, 1), bills.Count(bill => bill.VoidedAt == null),
                    bills.Sum(bill => bill.VoidedAt == null ? bill.Total : 0), bills.Max(bill => bill.ChangedAt)),
                Latest = bills.Max(bill => bill.VoidedAt == null ? bill.Date : (DateOnly?)null),
            })
            .ToListAsync(cancellationToken);
        var closings = db.MonthClosings.Where(closing => closing.Month == before && closing.State != ClosingState.Reopened);
        var reports = (await db.Reports.Where(report => ids.Contains(report.FloorId) && report.Month == before && report.Title == "")
            .Select(report => new
            {
                report.Revision,
                Mark = new StoredMark(report.Id, report.FloorId, report.Month, report.Bills, report.Spent, report.MadeAt,
                    report.Fingerprint, closings.Any(closing => closing.FloorId == report.FloorId && closing.Month == report.Month))
            })
            .ToListAsync(cancellationToken))
            .GroupBy(report => report.Mark.FloorId).ToDictionary(floor => floor.Key, floor => floor.MaxBy(report => report.Revision)!.Mark);
        var outdated = await old.FindAsync(reports.Values, [.. rows.Select(row => row.Figures)], cancellationToken);
        return [.. floors.Select(Glance)];

        FloorAccountsSummary Glance(FloorView floor)
        {
            var present = rows.FirstOrDefault(row => row.Figures.FloorId == floor.Id && row.Figures.Month == month);
            var last = rows.FirstOrDefault(row => row.Figures.FloorId == floor.Id && row.Figures.Month == before);
            var state = !reports.TryGetValue(floor.Id, out var report) ? ReportState.Missing : outdated.Contains(report.Id)
                ? ReportState.Old : ReportState.Made;
            return new FloorAccountsSummary(floor, present?.Figures.Bills ?? 0, present?.Figures.Spent ?? 0, last?.Figures.Spent ?? 0,
                present?.Latest ?? last?.Latest,
                state)
            {
                BillsMonthBefore = last?.Figures.Bills ?? 0,
                Months = [.. rows.Where(row => row.Figures.FloorId == floor.Id)
                        .Select(row => new MonthSpent(row.Figures.Month, row.Figures.Spent))]
            };
        }
    }
}

/// <param name="Latest">The day of the newest bill of this month or the last; null when there is none.</param>
public sealed record FloorAccountsSummary(
    FloorView Floor, int Bills, decimal Spent, decimal SpentMonthBefore, DateOnly? Latest, ReportState Report)
{
    public int BillsMonthBefore { get; init; }

    /// <summary>What each month that was read spent; those without bills are left out.</summary>
    public IReadOnlyList<MonthSpent> Months { get; init; } = [];
}

/// <param name="Month">Its first day.</param>
public sealed record MonthSpent(DateOnly Month, decimal Spent);

public enum ReportState
{
    Missing,
    Old,
    Made,
}
