using AjsPantry.Features.Expenses.Bills;
using AjsPantry.Features.Expenses.MonthEnd;
using AjsPantry.Features.Expenses.Reports.Stored;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Expenses.Cards;

/// <summary>The accounts of floors side by side: what they spent this month, and whether last month's report is in.</summary>
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
            .GroupBy(bill => new { bill.FloorId, Month = bill.Date.AddDays(1 - bill.Date.Day) })
            .Select(bills => new MonthFigures(
                bills.Key.FloorId, bills.Key.Month, bills.AsQueryable().Count(Bill.Counts),
                bills.AsQueryable().Where(Bill.Counts).Sum(bill => bill.Total), bills.Max(bill => bill.ChangedAt)))
            .ToListAsync(cancellationToken);
        var reports = await ReportsAsync(ids, before, cancellationToken);
        var outdated = await old.FindAsync(reports.Values, rows, cancellationToken);
        return [.. floors.Select(Summary)];

        FloorAccountsSummary Summary(FloorView floor)
        {
            var months = rows.Where(row => row.FloorId == floor.Id).ToDictionary(row => row.Month);
            var last = months.GetValueOrDefault(before);
            var state = !reports.TryGetValue(floor.Id, out var report) ? ReportState.Missing
                : outdated.Contains(report.Id) ? ReportState.Old : ReportState.Made;
            return new(floor, months.GetValueOrDefault(month)?.Spent ?? 0, last?.Spent ?? 0, state)
            {
                BillsMonthBefore = last?.Bills ?? 0,
                Months = [.. months.Values.Select(row => new MonthSpent(row.Month, row.Spent))],
            };
        }
    }

    /// <summary>The newest report of a month, by floor.</summary>
    private async Task<Dictionary<Guid, StoredMark>> ReportsAsync(List<Guid> floorIds, DateOnly month, CancellationToken cancellationToken)
    {
        var closings = db.MonthClosings.Where(closing => closing.Month == month && closing.State != ClosingState.Reopened);
        var reports = await db.Reports
            .Where(report => floorIds.Contains(report.FloorId) && report.Month == month && report.Title == "")
            .Select(report => new
            {
                report.Revision,
                Mark = new StoredMark(report.Id, report.FloorId, report.Month, report.Bills, report.Spent, report.MadeAt,
                    report.Fingerprint, closings.Any(closing => closing.FloorId == report.FloorId && closing.Month == report.Month)),
            })
            .ToListAsync(cancellationToken);
        return reports.GroupBy(report => report.Mark.FloorId)
            .ToDictionary(floor => floor.Key, floor => floor.MaxBy(report => report.Revision)!.Mark);
    }
}

/// <param name="Spent">In this month.</param>
public sealed record FloorAccountsSummary(FloorView Floor, decimal Spent, decimal SpentMonthBefore, ReportState Report)
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
