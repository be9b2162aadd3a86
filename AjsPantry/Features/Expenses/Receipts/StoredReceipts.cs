using AjsPantry.Features.Shared.Files;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Expenses.Receipts;

/// <summary>The receipts' part of what a residence keeps; one that was removed is kept as well.</summary>
internal sealed class StoredReceipts(PantryDb db) : IKeepsFiles
{
    public Task<long> BytesAsync(CancellationToken cancellationToken) =>
        db.Receipts.SumAsync(receipt => (long)receipt.Size, cancellationToken);
}
