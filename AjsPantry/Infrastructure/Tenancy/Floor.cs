using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AjsPantry.Infrastructure.Tenancy;

/// <summary>A floor of a tenant: the unit that has a pantry, people, bills and reports of its own.</summary>
public sealed class Floor : TenantOwned
{
    /// <summary>The number in links (?floor=3), unique within the tenant.</summary>
    public required int Number { get; set; }

    public required string Name { get; set; }

    public DateTimeOffset? ArchivedAt { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Floor>
    {
        public void Configure(EntityTypeBuilder<Floor> entity)
        {
            entity.ToTable("floors");
            entity.Property(floor => floor.Name).HasMaxLength(60);
            entity.HasIndex(floor => new { floor.TenantId, floor.Number }).IsUnique();
        }
    }
}
