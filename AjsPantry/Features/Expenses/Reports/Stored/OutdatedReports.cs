using AjsPantry.Features.Expenses.Reports.Monthly;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Expenses.Reports.Stored;

/// <summary>
/// Tells which kept reports no longer say what the books say. What counts is the fingerprint; to spare reading all bills, theirs is
/// only asked of reports whose month, or the one before, changed about when they were made or later. Those of closed months always say it.
/// </summary>
public sealed class OutdatedReports(PantryDb db, ReportQuery query)
{
    /// <summary>How long whoever changes a bill may take from writing the time on it to the end of the transaction.</summary>
    private static readonly TimeSpan Saving = TimeSpan.FromMinutes(10);

    /// <param name="kept">The newest report of each floor and month.</param>
    /// <param name="now">What the bills say now, of the same floors and of the months from the one before the first report's.</param>
    /// <returns>The ids of those that are out of date.</returns>
    public async Task<HashSet<Guid>> FindAsync(
        IEnumerable<StoredMark> kept, IReadOnlyCollection<MonthFigures> now, CancellationToken cancellationToken)
    {
        var open = kept.Where(report => !report.IsClosed).ToList();
        if (open.Count == 0)
            return [];
        var budgets = await query.BudgetsAsync(FloorsOf(open), MonthsOf(open), cancellationToken);
        var suspects = open.Where(report => IsSuspect(report, now)).ToHashSet();
        var asked = open
            .Where(report => suspects.Contains(report) || budgets.HasAny(report.FloorId) || ReportPrint.IsReadable(report.Fingerprint));
        var prints = await PrintsAsync([.. asked], cancellationToken);
        var bills = suspects.Count == 0 ? null
            : await query.BillPrintsAsync(FloorsOf(suspects), MonthsOf(suspects), cancellationToken);
        return [.. open.Where(IsOld).Select(report => report.Id)];

        bool IsOld(StoredMark report) => prints.TryGetValue(report.Id, out var print)
            && (!print.HasBudgets(ReportPrint.OfBudgets(budgets.Of(report.FloorId, report.Month)))
                || (suspects.Contains(report) && !print.HasBills(bills![(report.FloorId, report.Month)])));
    }

    private static List<Guid> FloorsOf(IEnumerable<StoredMark> reports) => [.. reports.Select(report => report.FloorId).Distinct()];

    private static List<DateOnly> MonthsOf(IEnumerable<StoredMark> reports) => [.. reports.Select(report => report.Month).Distinct()];

    /// <summary>Of another version they are looked up in the content.</summary>
    private async Task<Dictionary<Guid, ReportPrint>> PrintsAsync(List<StoredMark> reports, CancellationToken cancellationToken)
    {
        var other = reports.Where(report => !ReportPrint.IsReadable(report.Fingerprint)).Select(report => report.Id).ToList();
        var contents = other.Count == 0 ? []
            : await db.Reports.Where(report => other.Contains(report.Id))
                .ToDictionaryAsync(report => report.Id, report => report.Content, cancellationToken);
        return reports.ToDictionary(
            report => report.Id,
            report => ReportPrint.Read(report.Fingerprint, () => ReportJson.Read(contents[report.Id])));
    }

    private static bool IsSuspect(StoredMark report, IReadOnlyCollection<MonthFigures> now)
    {
        var before = report.Month.AddMonths(-1);
        var months = now.Where(figures => figures.FloorId == report.FloorId && (figures.Month == report.Month || figures.Month == before))
            .ToList();
        var own = months.FirstOrDefault(figures => figures.Month == report.Month);
        return (own?.Bills ?? 0) != report.Bills || (own?.Spent ?? 0) != report.Spent
            || months.Any(figures => figures.ChangedAt > report.MadeAt - Saving);
    }
}

/// <summary>What is needed to tell whether a kept report is out of date.</summary>
/// <param name="IsClosed">Its month is closed.</param>
public sealed record StoredMark(
    Guid Id, Guid FloorId, DateOnly Month, int Bills, decimal Spent, DateTimeOffset MadeAt, byte[] Fingerprint, bool IsClosed);

/// <summary>A floor's bills of one month.</summary>
/// <param name="Bills">How many count.</param>
/// <param name="Spent">What they add up to.</param>
/// <param name="ChangedAt">When one was last recorded, changed or voided, those that do not count included.</param>
public sealed record MonthFigures(Guid FloorId, DateOnly Month, int Bills, decimal Spent, DateTimeOffset ChangedAt);
