using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Expenses;

/// <summary>The reports that a floor has made.</summary>
public sealed class KeptReportQuery(PantryDb db)
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
        var spent = await db.Bills.Where(bill => bill.FloorId == floorId && bill.VoidedAt == null && bill.Date >= from && bill.Date <= to)
            .GroupBy(bill => bill.Date.Month)
            .Select(month => new { Month = month.Key, Bills = month.Count(), Spent = month.Sum(bill => bill.Total), ChangedAt = month.Max(bill => bill.ChangedAt) })
            .ToDictionaryAsync(month => month.Month, cancellationToken);
        var kept = (await db.Reports.Where(report => report.FloorId == floorId && report.Month >= from && report.Month <= to)
            .Select(report => new { report.Month.Month, report.Revision, report.MadeAt, report.MadeBy, report.Spent })
            .ToListAsync(cancellationToken))
            .GroupBy(report => report.Month).ToDictionary(month => month.Key, month => month.MaxBy(report => report.Revision)!);
        return [.. spent.Keys.Union(kept.Keys).OrderDescending().Select(month => Month(month))];

        MonthReport Month(int month)
        {
            var now = spent.GetValueOrDefault(month);
            var report = kept.GetValueOrDefault(month) is { } newest
                ? new KeptSummary(newest.Revision, newest.MadeAt, newest.MadeBy, newest.Spent != (now?.Spent ?? 0) || now?.ChangedAt > newest.MadeAt)
                : null;
            return new MonthReport(new DateOnly(year, month, 1), now?.Bills ?? 0, now?.Spent ?? 0, report);
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
