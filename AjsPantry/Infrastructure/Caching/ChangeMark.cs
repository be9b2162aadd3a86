using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AjsPantry.Infrastructure.Caching;

/// <summary>
/// Says that a transaction changed something of a floor or of the whole residence. The database itself adds it, by triggers, in the
/// transaction that changes the rows: so it is there exactly when the change is, however the change was made. Marks are only ever added,
/// so writers never wait for each other, and what late ones add is seen whenever it commits: <see cref="ReadCache"/> compares what all
/// marks of a floor add up to.
/// </summary>
[NotAudited]
public sealed class ChangeMark : TenantOwned
{
    /// <summary>
    /// Marks are needed only by answers that somebody still remembers, so this is far longer than <see cref="ReadCacheStore.Lasts"/>.
    /// </summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(2);

    /// <summary>The floor, or the tenant where the whole residence is meant.</summary>
    public Guid AboutId { get; private init; }

    /// <summary>The number that PostgreSQL gave the transaction: one transaction leaves one mark on a floor.</summary>
    public long Transaction { get; private init; }

    /// <summary>When the transaction began; numbers of transactions begin anew in a database that was restored.</summary>
    public DateTimeOffset MadeAt { get; private init; }

    /// <summary>A random number.</summary>
    public int Value { get; private init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ChangeMark>
    {
        public void Configure(EntityTypeBuilder<ChangeMark> entity)
        {
            entity.ToTable("change_marks");
            entity.HasIndex(mark => new { mark.TenantId, mark.AboutId, mark.Transaction, mark.MadeAt })
                .IsUnique().IncludeProperties(mark => mark.Value).HasDatabaseName("ux_change_marks_transaction");
        }
    }
}

public static class ChangeMarkSet
{
    extension(PantryDb db)
    {
        public DbSet<ChangeMark> ChangeMarks => db.Set<ChangeMark>();
    }
}
