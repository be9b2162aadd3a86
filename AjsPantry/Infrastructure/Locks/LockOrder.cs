using System.Diagnostics;
using System.Runtime.CompilerServices;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace AjsPantry.Infrastructure.Locks;

/// <summary>The one way to hold something. In Debug whoever takes a lower rank after a higher one is stopped.</summary>
public static class LockOrder
{
    /// <summary>What each transaction holds.</summary>
    private static readonly ConditionalWeakTable<IDbContextTransaction, HashSet<LockRank>> Held = [];

    extension(PantryDb db)
    {
        /// <summary>Waits for whoever holds the name within the tenant, and holds it until the transaction ends.</summary>
        public Task HoldNameAsync(LockRank rank, string name, CancellationToken cancellationToken) =>
            db.HoldRowsAsync(
                rank, $"SELECT pg_advisory_xact_lock(hashtextextended({$"{rank}:{db.TenantId}:{name}"}, 0))", cancellationToken);

        /// <summary>Runs a statement that waits for what others hold, and holds it until the transaction ends.</summary>
        public Task HoldRowsAsync(LockRank rank, FormattableString sql, CancellationToken cancellationToken)
        {
            db.Take(rank);
            return db.Database.ExecuteSqlAsync(sql, cancellationToken);
        }

        /// <summary>Says that the next statement holds something. What the transaction holds already may be taken again.</summary>
        /// <exception cref="InvalidOperationException">
        /// There is no transaction, so it would be let go at once; or the transaction holds something of a higher rank, and might wait in
        /// a circle.
        /// </exception>
        [Conditional("DEBUG")]
        public void Take(LockRank rank)
        {
            var transaction = db.Database.CurrentTransaction
                ?? throw new InvalidOperationException($"{rank} is to be held, but there is no transaction.");
            var held = Held.GetValue(transaction, _ => []);
            if (!held.Contains(rank) && held.Any(other => other > rank))
                throw new InvalidOperationException($"{rank} is to be held before {held.Max()}.");
            held.Add(rank);
        }
    }
}
