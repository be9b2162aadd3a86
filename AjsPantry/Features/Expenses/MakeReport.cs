using System.Security.Cryptography;
using AjsPantry.Features.Expenses.ReportFiles;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AjsPantry.Features.Expenses;

/// <summary>Makes and keeps the report of a floor and month, once for the same bills and budgets: asked again it answers with the one that is kept.</summary>
public sealed class MakeReport(PantryDb db, ReportQuery query, TimeProvider clock)
{
    public async Task<Outcome<MadeReport>> HandleAsync(TenantView tenant, FloorView floor, DateOnly month, CancellationToken cancellationToken)
    {
        if (month > tenant.Today(clock))
            return new FieldMessage("Month", $"{Formats.Month(month)} has not begun yet.");
        var report = await query.ReadAsync(tenant, floor, month, cancellationToken);
        var fingerprint = ReportJson.Fingerprint(report);
        var latest = await db.Reports.AsNoTracking()
            .Where(kept => kept.FloorId == floor.Id && kept.Month == month && kept.Title == "")
            .OrderByDescending(kept => kept.Revision)
            .Select(kept => new { kept.Id, kept.Revision, kept.Fingerprint, kept.Content })
            .FirstOrDefaultAsync(cancellationToken);
        if (latest is not null && latest.Fingerprint.AsSpan().SequenceEqual(fingerprint) && SameBudgets(ReportJson.Read(latest.Content), report))
            return new MadeReport(latest.Id, latest.Revision, IsNew: false);

        var made = Keep(floor.Id, report with { Revision = (latest?.Revision ?? 0) + 1 }, fingerprint);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return new MadeReport(made.Id, made.Revision, IsNew: true);
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException { ConstraintName: KeptReport.RevisionIndex })
        {
            // Somebody made the same revision in the same moment; theirs is as good, or a later one follows.
            db.ChangeTracker.Clear();
            return await HandleAsync(tenant, floor, month, cancellationToken);
        }
    }

    /// <summary>The fingerprint is of bills alone, so that finding outdated reports needs no ledgers.</summary>
    private static bool SameBudgets(ExpenseReport kept, ExpenseReport now) => (kept.Budgets ?? []).SequenceEqual(now.Budgets ?? []);

    private KeptReport Keep(Guid floorId, ExpenseReport report, byte[] fingerprint)
    {
        var kept = new KeptReport
        {
            FloorId = floorId,
            Month = report.Month,
            From = report.Month,
            Until = report.Month.AddMonths(1).AddDays(-1),
            Revision = report.Revision,
            MadeAt = report.MadeAt.ToUniversalTime(),
            MadeBy = report.MadeBy,
            Bills = report.Bills.Count,
            Spent = report.Spent,
            Fingerprint = fingerprint,
            Content = ReportJson.Write(report),
            Files = [File("pdf", ExpenseReportPdf.Write(report)), File("xlsx", ExpenseReportXlsx.Write(report)), File("csv", ExpenseReportCsv.Write(report))],
        };
        db.Reports.Add(kept);
        return kept;
    }

    private static ReportFile File(string format, byte[] content) => new() { Format = format, Content = content, Sha256 = SHA256.HashData(content) };
}

/// <param name="IsNew">False when the kept report already was of the same bills.</param>
public sealed record MadeReport(Guid Id, int Revision, bool IsNew);
