using AjsPantry.Features.Expenses.Receipts;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Expenses.Reports.Stored;

/// <summary>A kept report with its files and the receipts of its bills, to hand over in one piece.</summary>
public sealed class MonthArchiveQuery(PantryDb db, StoredReportQuery reports)
{
    /// <summary>What is in the pack, without the bytes; null when the floor has no such report.</summary>
    public async Task<MonthArchive?> ReadAsync(TenantView tenant, Guid floorId, Guid reportId, CancellationToken cancellationToken)
    {
        var kept = await db.Reports.Where(report => report.FloorId == floorId && report.Id == reportId)
            .Select(report => new
            {
                Mark = new MonthArchiveMark(report.Month, report.Title, report.From, report.Until, report.Revision),
                report.Content
            })
            .AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (kept is null)
            return null;
        var report = ReportJson.Read(kept.Content);
        var bills = report.Bills.Concat(report.Vouchers ?? []).ToList();
        var ids = bills.Select(bill => bill.Id).OfType<Guid>().ToHashSet();
        var names = bills.Where(bill => bill.Id is null).Select(bill => (bill.Date, bill.Number, bill.Shop)).ToHashSet();
        var from = kept.Mark.From;
        var until = kept.Mark.Until;
        var receipts = await db.KeptReceipts
            .Where(receipt => receipt.Bill!.FloorId == floorId && receipt.Bill.Date >= from
                && receipt.Bill.Date <= until)
            .OrderBy(receipt => receipt.Bill!.Date).ThenBy(receipt => receipt.Bill!.Number).ThenBy(receipt => receipt.BillId)
                .ThenBy(receipt => receipt.AddedAt).ThenBy(receipt => receipt.Id)
            .Select(receipt =>
                new ArchivedReceipt(receipt.Id, receipt.BillId, receipt.Bill!.Date, receipt.Bill.Number, receipt.Bill.Shop, receipt.Kind,
                    receipt.Size, receipt.Sha256))
            .ToListAsync(cancellationToken);
        // Reports of old name no bills by id; date, number and shop do as well.
        return new MonthArchive(reportId, kept.Mark,
            (await reports.ClosedPaperAsync(tenant, floorId, reportId, cancellationToken))?.Content,
            [.. receipts.Where(receipt => ids.Contains(receipt.BillId) || names.Contains((receipt.Date, receipt.Bill, receipt.Shop)))]);
    }

    public Task<List<ArchivedFile>> FilesAsync(Guid reportId, CancellationToken cancellationToken) => db.ReportFiles
        .Where(file => file.ReportId == reportId).OrderBy(file => file.Format)
        .Select(file => new ArchivedFile(file.Format, file.Content, file.Sha256)).ToListAsync(cancellationToken);

    /// <summary>The bytes of these receipts.</summary>
    public Task<List<ArchivedBytes>> BytesAsync(Guid[] receipts, CancellationToken cancellationToken) => db.ReceiptContents
        .Where(content => receipts.Contains(content.ReceiptId)).Select(content => new ArchivedBytes(content.ReceiptId, content.Bytes))
            .ToListAsync(cancellationToken);
}

/// <param name="ClosedPaper">The PDF with who closed the month; null while it is open.</param>
public sealed record MonthArchive(Guid ReportId, MonthArchiveMark Mark, byte[]? ClosedPaper, IReadOnlyList<ArchivedReceipt> Receipts);

public sealed record MonthArchiveMark(DateOnly Month, string Title, DateOnly From, DateOnly Until, int Revision) : IReportMark;

public sealed record ArchivedReceipt(
    Guid Id, Guid BillId, DateOnly Date, string Bill, string Shop, ReceiptKind Kind, int Size, byte[] Sha256);

public sealed record ArchivedFile(string Format, byte[] Content, byte[] Sha256);

public sealed record ArchivedBytes(Guid Receipt, byte[] Bytes);
