using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace AjsPantry.Features.Feedback.Ideas;

/// <summary>
/// Votes, changes and answers of one idea happen one after another, so that nobody votes for what has just become something else.
/// </summary>
internal static class IdeaLock
{
    /// <summary>Begins a transaction that holds the idea. What is read of it after this stays true until the commit.</summary>
    public static async Task<IDbContextTransaction> BeginWithIdeaAsync(this PantryDb db, Guid id, CancellationToken cancellationToken)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"SELECT FROM ideas WHERE tenant_id = {db.TenantId} AND id = {id} FOR NO KEY UPDATE", cancellationToken);
        return transaction;
    }
}
