using System.Security.Cryptography;
using AjsPantry.Features.Expenses.MonthEnd;
using AjsPantry.Features.Expenses.Reports.Documents;
using AjsPantry.Features.Expenses.Reports.Stored;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Expenses.Reports.Monthly;

/// <summary>
/// Makes and keeps the report of a floor and month, once for the same bills and budgets: asked again it answers with the one that is kept.
/// A closed month has its report, and no other is ever made beside it.
/// </summary>
public sealed class MakeReport(PantryDb db, ReportQuery query, Scope scope)
{
    public Task<Outcome<MadeReport>> HandleAsync(
        FloorView floor, DateOnly month, CancellationToken cancellationToken) =>
        // Somebody made the same revision in the same moment; theirs is as good, or a later one follows.
        db.RetryOnConflictAsync(() => OnceAsync(floor, month, cancellationToken), KeptReport.RevisionIndex);

    private async Task<Outcome<MadeReport>> OnceAsync(
        FloorView floor, DateOnly month, CancellationToken cancellationToken)
    {
        scope.Demand(Permission.MakeReports);
        if (month > scope.Today)
            return new FieldMessage("Month", $"{Formats.Month(month)} has not begun yet.");
        var report = await query.ReadAsync(floor, month, cancellationToken);
        var print = ReportPrint.Of(report);
        var closings = db.MonthClosings
            .Where(closing => closing.FloorId == floor.Id && closing.Month == month && closing.State != ClosingState.Reopened);
        var latest = await db.Reports.AsNoTracking()
            .Where(kept => kept.FloorId == floor.Id && kept.Month == month && kept.Title == "")
            .OrderByDescending(kept => kept.Revision)
            .Select(kept => new { kept.Id, kept.Revision, kept.Fingerprint, kept.Content, IsClosed = closings.Any() })
            .FirstOrDefaultAsync(cancellationToken);
        if (latest is not null
            && (latest.IsClosed || ReportPrint.Read(latest.Fingerprint, () => ReportJson.Read(latest.Content)).Says(print)))
            return new MadeReport(latest.Id, latest.Revision, IsNew: false);

        var made = Keep(floor.Id, report with { Revision = (latest?.Revision ?? 0) + 1 }, print);
        await db.SaveChangesAsync(cancellationToken);
        return new MadeReport(made.Id, made.Revision, IsNew: true);
    }

    private KeptReport Keep(Guid floorId, ExpenseReport report, ReportPrint print)
    {
        var kept = new KeptReport
        {
            FloorId = floorId,
            Month = report.Month,
            From = report.Month,
            Until = report.Month.AddMonths(1).AddDays(-1),
            Revision = report.Revision,
            MadeAt = report.MadeAt.ToUniversalTime(),
            MadeBy = Maker(report),
            Bills = report.Bills.Count,
            Spent = report.Spent,
            Fingerprint = print.Kept,
            Content = ReportJson.Write(report),
            Files = [File("pdf", ExpenseReportPdf.Write(report)), File("xlsx", ExpenseReportXlsx.Write(report)),
                File("csv", ExpenseReportCsv.Write(report))],
        };
        db.Reports.Add(kept);
        return kept;
    }

    /// <summary>Who made it; a job makes it for the pantry head.</summary>
    private static string Maker(ExpenseReport report) =>
        report.PreparedBy is { Length: > 0 } person && person != report.MadeBy
            ? InputParser.Cut($"{report.MadeBy}, for {person}", KeptReport.LongestMaker) : report.MadeBy;

    private static ReportFile File(string format, byte[] content) =>
        new() { Format = format, Content = content, Sha256 = SHA256.HashData(content) };
}

/// <param name="IsNew">False when the kept report already was of the same bills.</param>
public sealed record MadeReport(Guid Id, int Revision, bool IsNew);
