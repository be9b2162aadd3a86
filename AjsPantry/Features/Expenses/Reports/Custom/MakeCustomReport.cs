using System.Security.Cryptography;
using AjsPantry.Features.Expenses.Reports.Documents;
using AjsPantry.Features.Expenses.Reports.Monthly;
using AjsPantry.Features.Expenses.Reports.Stored;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Expenses.Reports.Custom;

/// <summary>Makes and keeps a report of chosen lines. The same title and days again make the next revision, if anything differs.</summary>
public sealed class MakeCustomReport(PantryDb db, CustomReportQuery query, Scope scope)
{
    /// <summary>The report as it would be made of these bills now.</summary>
    public ExpenseReport Draw(
        FloorView floor, CustomReportFrame frame, IReadOnlyList<ReportBill> bills, ReportSelection choice)
    {
        var tenant = scope.Tenant;
        var chosen = choice.Report(bills);
        var vouchers = choice.VouchersOf(bills);
        return new ExpenseReport(
            tenant.Name, floor.Name, frame.Month, 0, scope.LocalNow, scope.ActorName, tenant.Culture, tenant.Currency, null, chosen,
            Shares.WithExtras(chosen.SelectMany(bill => bill.Lines).Select(line => (line.Category, line.Amount)),
                chosen.Sum(bill => bill.Charges), chosen.Sum(bill => bill.Discount)),
            Shares.Of(chosen.Select(bill => (bill.Shop, bill.Total))))
        {
            Title = frame.Title,
            PreparedBy = scope.ActorName,
            From = frame.From,
            Until = frame.Until,
            Budget = frame.Budget,
            Vouchers = vouchers.Count > 0 ? vouchers : null,
        };
    }

    /// <summary>Makes it of the bills as they are now, if they are those that the person looked at.</summary>
    /// <param name="seen">The fingerprint of what the person looked at, as text.</param>
    public Task<Outcome<MadeReport>> HandleAsync(
        FloorView floor, CustomReportFrame frame, ReportSelection choice, string? seen, CancellationToken cancellationToken) =>
        // Somebody made the same revision in the same moment; theirs is as good, or a later one follows.
        db.RetryOnConflictAsync(() => OnceAsync(floor, frame, choice, seen, cancellationToken), KeptReport.RevisionIndex);

    private async Task<Outcome<MadeReport>> OnceAsync(
        FloorView floor, CustomReportFrame frame, ReportSelection choice, string? seen, CancellationToken cancellationToken)
    {
        scope.Demand(Permission.MakeReports);
        var bills = await query.BillsAsync(floor.Id, frame.From, frame.Until, cancellationToken);
        var report = Draw(floor, frame, bills, choice);
        if (report.Bills.Count == 0 && report.Vouchers is null)
            return new FieldMessage("", "Nothing is chosen. Go back and tick at least one item.");
        var fingerprint = ReportPrint.OfChosen(report);
        if (!string.Equals(seen, Convert.ToHexStringLower(fingerprint), StringComparison.Ordinal))
            return new FieldMessage("", "The bills changed in the meantime. Check the report below, then make it.");
        var latest = await db.Reports.AsNoTracking()
            .Where(kept => kept.FloorId == floor.Id && kept.Month == frame.Month && kept.Title == frame.Title && kept.From == frame.From
                && kept.Until == frame.Until)
            .OrderByDescending(kept => kept.Revision).Select(kept => new { kept.Id, kept.Revision, kept.Fingerprint, kept.Content })
                .FirstOrDefaultAsync(cancellationToken);
        if (latest is not null
            && ReportPrint.ReadChosen(latest.Fingerprint, () => ReportJson.Read(latest.Content)).AsSpan().SequenceEqual(fingerprint))
            return new MadeReport(latest.Id, latest.Revision, IsNew: false);
        var kept = Keep(floor.Id, frame, report with { Revision = (latest?.Revision ?? 0) + 1 }, fingerprint);
        await db.SaveChangesAsync(cancellationToken);
        return new MadeReport(kept.Id, kept.Revision, IsNew: true);
    }

    private KeptReport Keep(Guid floorId, CustomReportFrame frame, ExpenseReport report, byte[] fingerprint)
    {
        var kept = new KeptReport
        {
            FloorId = floorId,
            Month = frame.Month,
            Title = frame.Title,
            From = frame.From,
            Until = frame.Until,
            Revision = report.Revision,
            MadeAt = report.MadeAt.ToUniversalTime(),
            MadeBy = report.MadeBy,
            Bills = report.Bills.Count,
            Spent = report.Spent,
            Fingerprint = fingerprint,
            Content = ReportJson.Write(report),
            Files = [.. Files(report)],
        };
        db.Reports.Add(kept);
        return kept;
    }

    /// <summary>Vouchers alone need no sheet of nothing.</summary>
    private static IEnumerable<ReportFile> Files(ExpenseReport report)
    {
        if (report.Bills.Count > 0)
        {
            yield return File("pdf", ExpenseReportPdf.Write(report));
            yield return File("xlsx", ExpenseReportXlsx.Write(report));
            yield return File("csv", ExpenseReportCsv.Write(report));
        }

        if (report.Vouchers is not null)
            yield return File("vouchers", VouchersPdf.Write(report));
    }

    private static ReportFile File(string format, byte[] content) =>
        new() { Format = format, Content = content, Sha256 = SHA256.HashData(content) };
}
