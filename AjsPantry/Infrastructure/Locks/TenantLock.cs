using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace AjsPantry.Infrastructure.Locks;

/// <summary>
/// Changes of who is what and who lives where look at several people at once: is another admin left, is the person still on this
/// floor. They are rare and short, so those of one tenant simply wait for each other.
/// </summary>
internal static class TenantLock
{
    /// <summary>
    /// Begins a transaction that holds the tenant's row. What is read after this stays true until the commit. NO KEY, because
    /// every new row of the tenant refers to that row and must not have to wait.
    /// </summary>
    public static async Task<IDbContextTransaction> BeginChangeOfPeopleAsync(this PantryDb db, CancellationToken cancellationToken)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"SELECT FROM tenants WHERE id = {db.TenantId} FOR NO KEY UPDATE", cancellationToken);
        return transaction;
    }
}
