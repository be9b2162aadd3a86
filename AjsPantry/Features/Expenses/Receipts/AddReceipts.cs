using System.Security.Cryptography;
using AjsPantry.Features.Expenses.Bills;
using AjsPantry.Features.Notices;
using AjsPantry.Features.Shared.Files;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Expenses.Receipts;

/// <summary>Keeps photos and PDFs with a bill. What is in order is kept, even where another file of the same form is not.</summary>
public static class AddReceipts
{
    public sealed record Input
    {
        /// <summary>Chosen from the device.</summary>
        public List<IFormFile> Files { get; set; } = [];

        /// <summary>Taken with the camera just now.</summary>
        public List<IFormFile> Photos { get; set; } = [];

        public IReadOnlyList<IFormFile> All =>
            [.. Photos.Concat(Files).Where(file => file is not null && (file.Length > 0 || file.FileName != ""))];
    }

    public sealed class Handler(PantryDb db, ReceiptCheck check, FileRoom room, FileRoomNotice notice, Scope scope)
    {
        /// <returns>Null when the floor has no such bill, or it is void.</returns>
        public async Task<AddedReceipts?> HandleAsync(
            Guid floorId, Guid billId, IReadOnlyList<IFormFile> files, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.RecordBills);
            if (!await db.CountedBills.AnyAsync(bill => bill.FloorId == floorId && bill.Id == billId, cancellationToken))
                return null;
            var result = new AddedReceipts();
            foreach (var file in files)
                await AddAsync(billId, file, result, cancellationToken);
            if (result.Added > 0)
                await notice.WatchAsync(cancellationToken);
            return result;
        }

        private async Task AddAsync(Guid billId, IFormFile file, AddedReceipts result, CancellationToken cancellationToken)
        {
            // What is too large is not even read.
            var read = file.Length > ReceiptLimits.Bytes ? ReceiptCheck.No(ReceiptCheck.TooLarge)
                : await check.ReadAsync(await BytesAsync(file, cancellationToken), cancellationToken);
            if (!read.IsDone)
                result.Problems.Add($"{ShownName(file)} {read.Messages[0].Text}");
            else
                await KeepAsync(billId, file, read.Value, result, cancellationToken);
        }

        private async Task KeepAsync(
            Guid billId, IFormFile file, CheckedReceipt read, AddedReceipts result, CancellationToken cancellationToken)
        {
            var hash = SHA256.HashData(read.Bytes);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.HoldReceiptsAsync(billId, cancellationToken);
            var kept = await db.KeptReceipts.Where(receipt => receipt.BillId == billId)
                .Select(receipt => receipt.Sha256).ToListAsync(cancellationToken);
            if (kept.Exists(other => other.AsSpan().SequenceEqual(hash)))
                result.Present++;
            else if (kept.Count >= ReceiptLimits.PerBill)
                result.Problems.Add($"{ShownName(file)} was not added. A bill can have {ReceiptLimits.PerBill} receipts.");
            else if (await room.RefusalAsync(read.Bytes.Length, cancellationToken) is { } full)
                result.Problems.Add($"{ShownName(file)} was not added. {full}");
            else
            {
                db.Receipts.Add(ToReceipt(billId, file, read, hash));
                await db.SaveChangesAsync(cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                db.ChangeTracker.Clear();
                result.Added++;
            }
        }

        private Receipt ToReceipt(Guid billId, IFormFile file, CheckedReceipt read, byte[] hash) => new()
        {
            BillId = billId,
            Name = ReceiptName.Of(file.FileName, read.Kind),
            Kind = read.Kind,
            Pages = read.Pages,
            Size = read.Bytes.Length,
            Sha256 = hash,
            Content = new ReceiptContent { Bytes = read.Bytes },
            AddedById = scope.ActorId,
            AddedAt = scope.Now,
        };

        private static async Task<byte[]> BytesAsync(IFormFile file, CancellationToken cancellationToken)
        {
            using var content = new MemoryStream((int)file.Length);
            await file.CopyToAsync(content, cancellationToken);
            return content.ToArray();
        }

        private static string ShownName(IFormFile file)
        {
            var name = InputParser.Text(file.FileName.Split('/', '\\')[^1]);
            return name == "" ? "A file" : name.Length > 60 ? InputParser.Cut(name, 59) + "…" : name;
        }
    }
}

/// <summary>What came of the files of one form.</summary>
public sealed class AddedReceipts
{
    public int Added { get; set; }

    /// <summary>How many were with the bill already.</summary>
    public int Present { get; set; }

    /// <summary>One sentence for each file that was not kept.</summary>
    public List<string> Problems { get; } = [];

    public string Words => (Added, Present) switch
    {
        (0, 0) => "Nothing was added.",
        (0, 1) => "The bill already has this receipt.",
        (0, _) => "The bill already has these receipts.",
        (1, 0) => "The receipt is added.",
        (_, 0) => $"{Added} receipts are added.",
        _ => $"{Added} added. The bill already had {Present}.",
    };
}
