using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Expenses;

/// <summary>The reports that a floor has made.</summary>
public sealed class KeptReportQuery(PantryDb db, OldReports old)
{
    /// <summary>All revisions of a month, newest first; the newest with its content.</summary>
    public async Task<IReadOnlyList<KeptRevision>> RevisionsAsync(Guid floorId, DateOnly month, CancellationToken cancellationToken)
    {
        var ofMonth = db.Reports.Where(report => report.FloorId == floorId && report.Month == month);
        var rows = await ofMonth
            .OrderByDescending(report => report.Revision)
            .Select(report => new
            {
                report.Id,
                report.Revision,
                report.MadeAt,
                report.MadeBy,
                report.Spent,
                report.Fingerprint,
                Content = ofMonth.Any(later => later.Revision > report.Revision) ? null : report.Content,
            })
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => new KeptRevision(row.Id, row.Revision, row.MadeAt, row.MadeBy, row.Spent, row.Fingerprint, row.Content is null ? null : ReportJson.Read(row.Content)))];
    }

    /// <summary>What each month of a year spent by its bills and by its newest report, newest first; months without either are left out.</summary>
    public async Task<IReadOnlyList<MonthReport>> MonthsAsync(Guid floorId, int year, CancellationToken cancellationToken)
    {
        var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var before = from.AddMonths(-1);
        var figures = await db.Bills.Where(bill => bill.FloorId == floorId && bill.Date >= before && bill.Date <= to)
            .GroupBy(bill => new { bill.Date.Year, bill.Date.Month })
            .Select(month => new MonthFigures(
                floorId, new DateOnly(month.Key.Year, month.Key.Month, 1), month.Count(bill => bill.VoidedAt == null),
                month.Sum(bill => bill.VoidedAt == null ? bill.Total : 0), month.Max(bill => bill.ChangedAt)))
            .ToListAsync(cancellationToken);
        var kept = (await db.Reports.Where(report => report.FloorId == floorId && report.Month >= from && report.Month <= to)
            .Select(report => new { report.Revision, report.MadeBy, Mark = new KeptMark(report.Id, report.FloorId, report.Month, report.Bills, report.Spent, report.MadeAt, report.Fingerprint) })
            .ToListAsync(cancellationToken))
            .GroupBy(report => report.Mark.Month).ToDictionary(month => month.Key, month => month.MaxBy(report => report.Revision)!);
        var outdated = await old.FindAsync(kept.Values.Select(report => report.Mark), figures, cancellationToken);
        var spent = figures.Where(month => month.Month >= from && month.Bills > 0).ToDictionary(month => month.Month);
        return [.. spent.Keys.Union(kept.Keys).OrderDescending().Select(Month)];

        MonthReport Month(DateOnly month)
        {
            var now = spent.GetValueOrDefault(month);
            var report = kept.GetValueOrDefault(month) is { } newest
                ? new KeptSummary(newest.Revision, newest.Mark.MadeAt, newest.MadeBy, outdated.Contains(newest.Mark.Id))
                : null;
            return new MonthReport(month, now?.Bills ?? 0, now?.Spent ?? 0, report);
        }
    }

    /// <summary>A file as it was kept; null when the floor has no such report or format.</summary>
    public Task<StoredFile?> FileAsync(Guid floorId, Guid reportId, string format, CancellationToken cancellationToken) =>
        (from file in db.ReportFiles
         join report in db.Reports on file.ReportId equals report.Id
         where report.FloorId == floorId && report.Id == reportId && file.Format == format
         select new StoredFile(report.Month, report.Revision, file.Content, file.Sha256)).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
}

/// <param name="Report">Only the newest revision carries it.</param>
public sealed record KeptRevision(Guid Id, int Revision, DateTimeOffset MadeAt, string MadeBy, decimal Spent, byte[] Fingerprint, ExpenseReport? Report);

/// <param name="Bills">How many bills count now.</param>
/// <param name="Spent">What they add up to now.</param>
/// <param name="Kept">The newest report; null when none was made.</param>
public sealed record MonthReport(DateOnly Month, int Bills, decimal Spent, KeptSummary? Kept);

/// <param name="IsOld">Bills of the month changed after it was made.</param>
public sealed record KeptSummary(int Revision, DateTimeOffset MadeAt, string MadeBy, bool IsOld);

public sealed record StoredFile(DateOnly Month, int Revision, byte[] Content, byte[] Sha256);
