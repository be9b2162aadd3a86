using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Expenses.Receipts;

/// <summary>The receipts of a floor's bills. What was removed is not among them.</summary>
public sealed class ReceiptQuery(PantryDb db)
{
    public async Task<IReadOnlyList<ReceiptView>> OfBillAsync(Guid floorId, Guid billId, CancellationToken cancellationToken) =>
        await db.KeptReceipts.Where(receipt => receipt.BillId == billId && receipt.Bill!.FloorId == floorId)
            .OrderBy(receipt => receipt.AddedAt).ThenBy(receipt => receipt.Id)
            .Select(receipt =>
                new ReceiptView(receipt.Id, receipt.BillId, receipt.Bill!.Number, receipt.Name, receipt.Kind, receipt.Pages, receipt.Size,
                    receipt.AddedBy == null ? null : receipt.AddedBy.Name, receipt.AddedAt))
            .ToListAsync(cancellationToken);

    /// <summary>Null when the floor has no such receipt.</summary>
    public Task<ReceiptView?> FindAsync(Guid floorId, Guid id, CancellationToken cancellationToken) =>
        db.KeptReceipts.Where(receipt => receipt.Id == id && receipt.Bill!.FloorId == floorId)
            .Select(receipt =>
                new ReceiptView(receipt.Id, receipt.BillId, receipt.Bill!.Number, receipt.Name, receipt.Kind, receipt.Pages, receipt.Size,
                    receipt.AddedBy == null ? null : receipt.AddedBy.Name, receipt.AddedAt))
            .SingleOrDefaultAsync(cancellationToken);

    /// <inheritdoc cref="FindAsync"/>
    public Task<ReceiptFile?> FileAsync(Guid floorId, Guid id, CancellationToken cancellationToken) =>
        db.KeptReceipts.Where(receipt => receipt.Id == id && receipt.Bill!.FloorId == floorId)
            .Select(receipt => new ReceiptFile(receipt.Name, receipt.Kind, receipt.Content!.Bytes))
            .SingleOrDefaultAsync(cancellationToken);
}

/// <param name="Size">In bytes.</param>
public sealed record ReceiptView(
    Guid Id, Guid BillId, string Bill, string Name, ReceiptKind Kind, int Pages, int Size, string? AddedBy, DateTimeOffset AddedAt)
{
    /// <summary>1 page, 240 kB.</summary>
    public string Facts => $"{(Kind == ReceiptKind.Pdf ? Pages == 1 ? "PDF, 1 page" : $"PDF, {Pages} pages" : "Photo")}, {SizeWords}";

    private string SizeWords =>
        Size >= 1024 * 1024 ? FormattableString.Invariant($"{Size / 1048576.0:0.0}\u00a0MB") : $"{Math.Max(1, Size / 1024)}\u00a0kB";
}

public sealed record ReceiptFile(string Name, ReceiptKind Kind, byte[] Bytes);
