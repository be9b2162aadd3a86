using AjsPantry.Features.People.Rooms;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace AjsPantry.Features.Fines;

/// <summary>
/// What is done with one fine happens one after another, so that of two at once one wins and the other reads what it is now.
/// </summary>
internal static class FineLock
{
    /// <summary>Begins a transaction that holds the fine. What is read of it after this stays true until the commit.</summary>
    public static async Task<IDbContextTransaction> BeginWithFineAsync(this PantryDb db, Guid id, CancellationToken cancellationToken)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"SELECT FROM fines WHERE tenant_id = {db.TenantId} AND id = {id} FOR NO KEY UPDATE", cancellationToken);
        return transaction;
    }

    /// <summary>Whether it is the person's own, or of a room in which they live or lived when it was fined.</summary>
    public static async Task<bool> IsOwnAsync(this PantryDb db, Fine fine, Guid me, CancellationToken cancellationToken) =>
        fine.MemberId == me
        || (fine.RoomId is { } room && await db.Set<RoomStay>().AnyAsync(
            stay => stay.RoomId == room && stay.MemberId == me
                && (stay.Until == null || (stay.Since <= fine.RecordedAt && stay.Until > fine.RecordedAt)),
            cancellationToken));
}
