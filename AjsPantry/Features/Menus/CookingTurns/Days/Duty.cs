using AjsPantry.Features.People.Rooms;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AjsPantry.Features.Menus.CookingTurns.Days;

/// <summary>
/// Whose turn it is on a day. This row is the only truth about it: a rota writes rows ahead, people change them, and nobody
/// computes a day that is past.
/// </summary>
public sealed class Duty : TenantOwned
{
    public const int LongestReason = 200;

    public required Guid FloorId { get; init; }

    public required DateOnly Date { get; init; }

    public required Guid RoomId { get; set; }

    public Room? Room { get; private init; }

    /// <summary>
    /// Which cooking day of the rota's present rule this is, counted from 0; null for a day that was given outside the order.
    /// </summary>
    public required int? Turn { get; set; }

    public required DutyOrigin Origin { get; set; }

    /// <summary>Why this room and this day, in one sentence that people read.</summary>
    public required string Reason { get; set; }

    public uint Version { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Duty>
    {
        public void Configure(EntityTypeBuilder<Duty> entity)
        {
            entity.ToTable(
                "duties", table => table.HasCheckConstraint("ck_duties_turn", "(turn IS NULL) = (origin = 'Given') AND turn >= 0"));
            entity.Property(duty => duty.Origin).HasConversion<string>().HasMaxLength(10);
            entity.Property(duty => duty.Reason).HasMaxLength(LongestReason);
            entity.Property(duty => duty.Version).IsRowVersion();
            entity.HasIndex(duty => new { duty.TenantId, duty.FloorId, duty.Date }).IsUnique();
            entity.HasIndex(duty => new { duty.TenantId, duty.RoomId, duty.Date });
            entity.HasOne<Floor>().WithMany().HasForeignKey(duty => new { duty.TenantId, duty.FloorId }).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(duty => duty.Room).WithMany().HasForeignKey(duty => new { duty.TenantId, duty.RoomId })
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>How a duty came about.</summary>
public enum DutyOrigin
{
    /// <summary>By the order of the rota.</summary>
    Rota,

    /// <summary>Two rooms exchanged their days.</summary>
    Swap,

    /// <summary>Somebody gave the day to a room; the order goes on as if the day had not been.</summary>
    Given,
}

public static class DutySets
{
    extension(PantryDb db)
    {
        public DbSet<Duty> Duties => db.Set<Duty>();
    }
}
