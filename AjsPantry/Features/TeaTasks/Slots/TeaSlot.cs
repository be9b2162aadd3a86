using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AjsPantry.Features.TeaTasks.Slots;

/// <summary>A time of the day at which a floor makes tea, such as Morning. One that is no longer used is archived, never deleted.</summary>
public sealed class TeaSlot : TenantOwned
{
    public const int LongestName = 40;
    public const int MostPeople = 10;

    /// <summary>The unique index that lets a floor use a name once.</summary>
    internal const string NameIndex = "ux_tea_slots_name";

    public required Guid FloorId { get; init; }

    public required string Name { get; set; }

    /// <summary>When the tea is to be ready, on the tenant's clock; null where nobody says.</summary>
    public TimeOnly? At { get; set; }

    /// <summary>How many make it together.</summary>
    public required int People { get; set; }

    /// <summary>The days on which it is made: 0 is Sunday.</summary>
    public required int[] Weekdays { get; set; }

    /// <summary>Its place in the day, from 0.</summary>
    public required int Position { get; set; }

    public DateTimeOffset? ArchivedAt { get; set; }

    public uint Version { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<TeaSlot>
    {
        public void Configure(EntityTypeBuilder<TeaSlot> entity)
        {
            entity.ToTable("tea_slots", table =>
            {
                table.HasCheckConstraint("ck_tea_slots_people", $"people BETWEEN 1 AND {MostPeople}");
                table.HasCheckConstraint("ck_tea_slots_weekdays", "cardinality(weekdays) > 0 AND weekdays <@ ARRAY[0, 1, 2, 3, 4, 5, 6]");
            });
            entity.Property(slot => slot.Name).HasMaxLength(LongestName);
            entity.Property(slot => slot.Version).IsRowVersion();
            entity.HasIndex(slot => new { slot.TenantId, slot.FloorId, slot.Name }).IsUnique().HasFilter("archived_at IS NULL")
                .HasDatabaseName(NameIndex);
            entity.HasOne<Floor>().WithMany().HasForeignKey(slot => new { slot.TenantId, slot.FloorId }).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>How a floor counts. Without a row: the days of <see cref="UsualWindow"/>.</summary>
public sealed class TeaSettings : TenantOwned
{
    public const int UsualWindow = 180;
    public const int ShortestWindow = 30;
    public const int LongestWindow = 366;

    public required Guid FloorId { get; init; }

    /// <summary>How many days back turns count.</summary>
    public required int WindowDays { get; set; }

    public uint Version { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<TeaSettings>
    {
        public void Configure(EntityTypeBuilder<TeaSettings> entity)
        {
            entity.ToTable("tea_settings",
                table => table.HasCheckConstraint("ck_tea_settings_window", $"window_days BETWEEN {ShortestWindow} AND {LongestWindow}"));
            entity.Property(settings => settings.Version).IsRowVersion();
            entity.HasIndex(settings => new { settings.TenantId, settings.FloorId }).IsUnique();
            entity.HasOne<Floor>().WithMany().HasForeignKey(settings => new { settings.TenantId, settings.FloorId })
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}

public static class TeaSlotSets
{
    extension(PantryDb db)
    {
        public DbSet<TeaSlot> TeaSlots => db.Set<TeaSlot>();

        public DbSet<TeaSettings> TeaSettings => db.Set<TeaSettings>();
    }
}
