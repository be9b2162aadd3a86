using System.Security.Cryptography;
using AjsPantry.Features.Expenses.Bills;
using AjsPantry.Features.Expenses.MonthEnd;
using AjsPantry.Features.Expenses.Reports.Custom;
using AjsPantry.Features.Expenses.Reports.Documents;
using AjsPantry.Features.Expenses.Reports.Monthly;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Expenses.Reports.Stored;

/// <summary>The reports that a floor has made.</summary>
public sealed class StoredReportQuery(PantryDb db, OutdatedReports old)
{
    /// <summary>All revisions of a month, newest first; the newest with its content.</summary>
    public async Task<IReadOnlyList<StoredRevision>> RevisionsAsync(Guid floorId, DateOnly month, CancellationToken cancellationToken)
    {
        var closings = db.MonthClosings
            .Where(closing => closing.FloorId == floorId && closing.Month == month && closing.State != ClosingState.Reopened);
        var ofMonth = db.Reports.Where(report => report.FloorId == floorId && report.Month == month && report.Title == "");
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
                Closing = closings.Select(closing =>
                    new ClosingMarks(closing.ClosedBy!.Name, closing.ClosedAt, closing.ConfirmedBy!.Name, closing.ConfirmedAt))
                        .FirstOrDefault(),
                Content = ofMonth.Any(later => later.Revision > report.Revision) ? null : report.Content,
            })
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row =>
            new StoredRevision(row.Id, row.Revision, row.MadeAt, row.MadeBy, row.Spent, row.Fingerprint, row.Closing,
                row.Content is null ? null : ReportJson.Read(row.Content)))];
    }

    /// <summary>
    /// What each month of a year spent by its bills and by its newest report, newest first, months without either left out; and the newest
    /// revisions of what was chosen.
    /// </summary>
    public async Task<YearOfReports> YearAsync(Guid floorId, int year, CancellationToken cancellationToken)
    {
        var from = new DateOnly(year, 1, 1);
        var to = new DateOnly(year, 12, 31);
        var figures = await FiguresAsync(floorId, from.AddMonths(-1), to, cancellationToken);
        var all = await StoredAsync(floorId, from, to, cancellationToken);
        var kept = all.Where(report => report.Title == "").GroupBy(report => report.Mark.Month)
            .ToDictionary(month => month.Key, month => month.MaxBy(report => report.Revision)!);
        var outdated = await old.FindAsync(kept.Values.Select(report => report.Mark), figures, cancellationToken);
        var spent = figures.Where(month => month.Month >= from && month.Bills > 0).ToDictionary(month => month.Month);
        return new YearOfReports([.. spent.Keys.Union(kept.Keys).OrderDescending().Select(Month)], Chosen(all));

        MonthReport Month(DateOnly month)
        {
            var now = spent.GetValueOrDefault(month);
            var report = kept.GetValueOrDefault(month) is { } newest
                ? new StoredSummary(newest.Revision, newest.Mark.MadeAt, newest.MadeBy, outdated.Contains(newest.Mark.Id))
                : null;
            return new MonthReport(month, now?.Bills ?? 0, now?.Spent ?? 0, report);
        }
    }

    private Task<List<MonthFigures>> FiguresAsync(Guid floorId, DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        db.Bills.Where(bill => bill.FloorId == floorId && bill.Date >= from && bill.Date <= to)
            .GroupBy(bill => new { bill.Date.Year, bill.Date.Month })
            .Select(month => new MonthFigures(
                floorId, new DateOnly(month.Key.Year, month.Key.Month, 1), month.AsQueryable().Count(Bill.Counts),
                month.AsQueryable().Where(Bill.Counts).Sum(bill => bill.Total), month.Max(bill => bill.ChangedAt)))
            .ToListAsync(cancellationToken);

    /// <summary>All that was kept, by revision.</summary>
    private Task<List<Stored>> StoredAsync(Guid floorId, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var closings = db.MonthClosings.Where(closing => closing.State != ClosingState.Reopened);
        var aways = db.ReportPutAways.Where(away => away.TakenOutAt == null);
        return db.Reports.Where(report => report.FloorId == floorId && report.Month >= from && report.Month <= to)
            .OrderBy(report => report.Revision)
            .Select(report => new Stored(report.Title, report.From, report.Until, report.Revision, report.MadeBy,
                aways.Where(away => away.ReportId == report.Id).Select(away => new AwayMark(away.PutAwayBy!.Name, away.PutAwayAt))
                    .FirstOrDefault(),
                new StoredMark(report.Id, report.FloorId, report.Month, report.Bills, report.Spent, report.MadeAt,
                    report.Fingerprint, closings.Any(closing => closing.FloorId == report.FloorId && closing.Month == report.Month))))
            .ToListAsync(cancellationToken);
    }

    /// <summary>The newest revision of each report of chosen lines, the latest first.</summary>
    private static IReadOnlyList<CustomSummary> Chosen(IEnumerable<Stored> all) =>
        [.. all.Where(report => report.Title != "").GroupBy(report => (report.Title, report.From, report.Until))
            .Select(group => group.Last())
            .OrderByDescending(report => report.Mark.MadeAt)
            .Select(report =>
                new CustomSummary(report.Mark.Id, report.Title, report.From, report.Until, report.Revision, report.Mark.MadeAt,
                    report.MadeBy, report.Mark.Spent, report.Away))];

    /// <param name="Title">Empty for the report of a month.</param>
    private sealed record Stored(
        string Title, DateOnly From, DateOnly Until, int Revision, string MadeBy, AwayMark? Away, StoredMark Mark);

    /// <summary>A report of chosen lines with all its revisions, newest first; null when the floor has none by that id.</summary>
    public async Task<CustomReport?> ChosenAsync(Guid floorId, Guid id, CancellationToken cancellationToken)
    {
        if (await db.Reports.AsNoTracking()
            .SingleOrDefaultAsync(
                report => report.FloorId == floorId && report.Id == id && report.Title != "", cancellationToken) is not { } kept)
            return null;
        var revisions = await db.Reports
            .Where(report => report.FloorId == floorId && report.Title == kept.Title && report.From == kept.From
                && report.Until == kept.Until)
            .OrderByDescending(report => report.Revision)
            .Select(report =>
                new CustomRevision(report.Id, report.Revision, report.MadeAt, report.MadeBy, report.Spent,
                    report.Files.Select(file => file.Format).ToList()))
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        var newest = revisions[0].Id;
        var away = await db.ReportPutAways.Where(away => away.ReportId == newest && away.TakenOutAt == null)
            .Select(away => new AwayMark(away.PutAwayBy!.Name, away.PutAwayAt)).SingleOrDefaultAsync(cancellationToken);
        return new CustomReport(revisions.Find(revision => revision.Id == id)!, ReportJson.Read(kept.Content), revisions, away);
    }

    /// <summary>
    /// The paper of a closed month's report: what was kept, with who closed the month and who confirmed it. It is drawn anew, since the
    /// report was made before it was closed; the kept file stays byte for byte. Null when the month was not closed with this report.
    /// </summary>
    public async Task<StoredFile?> ClosedPaperAsync(TenantView tenant, Guid floorId, Guid reportId, CancellationToken cancellationToken)
    {
        var kept = await db.MonthClosings
            .Where(closing => closing.FloorId == floorId && closing.ReportId == reportId && closing.State != ClosingState.Reopened)
            .Select(closing => new
            {
                Marks = new ClosingMarks(closing.ClosedBy!.Name, closing.ClosedAt, closing.ConfirmedBy!.Name, closing.ConfirmedAt),
                closing.Report!.Month,
                closing.Report.From,
                closing.Report.Until,
                closing.Report.Revision,
                closing.Report.Content,
            })
            .AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (kept is null)
            return null;
        var paper = ExpenseReportPdf.Write(ReportJson.Read(kept.Content) with { Closing = kept.Marks.In(tenant) });
        return new StoredFile(kept.Month, "", kept.From, kept.Until, kept.Revision, paper, SHA256.HashData(paper));
    }

    /// <summary>A file as it was kept; null when the floor has no such report or format.</summary>
    public Task<StoredFile?> FileAsync(Guid floorId, Guid reportId, string format, CancellationToken cancellationToken) =>
        (from file in db.ReportFiles
         join report in db.Reports on file.ReportId equals report.Id
         where report.FloorId == floorId && report.Id == reportId && file.Format == format
         select new StoredFile(report.Month, report.Title, report.From, report.Until, report.Revision, file.Content, file.Sha256))
             .AsNoTracking().SingleOrDefaultAsync(cancellationToken);
}

/// <param name="ClosingMarks">Null while its month is open.</param>
/// <param name="Report">Only the newest revision carries it.</param>
public sealed record StoredRevision(Guid Id, int Revision, DateTimeOffset MadeAt, string MadeBy, decimal Spent, byte[] Fingerprint,
    ClosingMarks? ClosingMarks, ExpenseReport? Report)
{
    /// <summary>Whether the books say something else now; those of a closed month never do.</summary>
    public bool IsOld(ExpenseReport now) => ClosingMarks is null && !ReportPrint.Read(Fingerprint, () => Report!).Says(ReportPrint.Of(now));
}

/// <summary>Who closed a month and who confirmed it.</summary>
public sealed record ClosingMarks(string ClosedBy, DateTimeOffset ClosedAt, string? ConfirmedBy, DateTimeOffset? ConfirmedAt)
{
    public ReportClosing In(TenantView tenant) =>
        new(ClosedBy, tenant.Local(ClosedAt), ConfirmedBy, ConfirmedAt is { } at ? tenant.Local(at) : null);
}

/// <param name="Chosen">Reports of chosen lines that begin in the year, the newest revision of each, latest first.</param>
public sealed record YearOfReports(IReadOnlyList<MonthReport> Months, IReadOnlyList<CustomSummary> Chosen);

/// <param name="Away">Null unless it was put away.</param>
public sealed record CustomSummary(Guid Id, string Title, DateOnly From, DateOnly Until, int Revision, DateTimeOffset MadeAt, string MadeBy,
    decimal Spent, AwayMark? Away);

/// <summary>Who put a chosen report away, and when.</summary>
public sealed record AwayMark(string By, DateTimeOffset At);

/// <param name="Bills">How many bills count now.</param>
/// <param name="Spent">What they add up to now.</param>
/// <param name="Kept">The newest report; null when none was made.</param>
public sealed record MonthReport(DateOnly Month, int Bills, decimal Spent, StoredSummary? Kept);

/// <param name="IsOld">Bills or budgets of the month changed after it was made.</param>
public sealed record StoredSummary(int Revision, DateTimeOffset MadeAt, string MadeBy, bool IsOld);

/// <param name="Shown">The revision that was asked for.</param>
/// <param name="Away">Null unless it was put away.</param>
public sealed record CustomReport(CustomRevision Shown, ExpenseReport Report, IReadOnlyList<CustomRevision> Revisions, AwayMark? Away);

/// <param name="Formats">The files that are kept with it.</param>
public sealed record CustomRevision(
    Guid Id, int Revision, DateTimeOffset MadeAt, string MadeBy, decimal Spent, IReadOnlyList<string> Formats);

public sealed record StoredFile(
    DateOnly Month, string Title, DateOnly From, DateOnly Until, int Revision, byte[] Content, byte[] Sha256) : IReportMark;
