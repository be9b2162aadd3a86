using AjsPantry.Features.People.Rooms;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AjsPantry.Features.Menus.CookingTurns.Rota;

/// <summary>
/// By which rule the rooms of a floor take turns to cook, from a day on until a later rota begins. Earlier ones stay, because days
/// before the next one begins still move by them. A rota writes duties ahead; the duties are what counts.
/// </summary>
public sealed class CookingRota : TenantOwned
{
    public required Guid FloorId { get; init; }

    /// <summary>The day from which the rule holds; the first room of the order begins there. A floor has one rota of a day.</summary>
    public required DateOnly StartsOn { get; init; }

    /// <summary>How many cooking days in a row a room has.</summary>
    public required int TurnDays { get; set; }

    /// <summary>The days on which is cooked: 0 is Sunday.</summary>
    public required int[] Weekdays { get; set; }

    public List<CookingRotaRoom> Rooms { get; } = [];

    public uint Version { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<CookingRota>
    {
        public void Configure(EntityTypeBuilder<CookingRota> entity)
        {
            entity.ToTable("cooking_rotas", table =>
            {
                table.HasCheckConstraint("ck_cooking_rotas_turn", $"turn_days BETWEEN 1 AND {TurnRule.LongestTurn}");
                table.HasCheckConstraint(
                    "ck_cooking_rotas_weekdays", "cardinality(weekdays) > 0 AND weekdays <@ ARRAY[0, 1, 2, 3, 4, 5, 6]");
            });
            entity.Property(rota => rota.Version).IsRowVersion();
            entity.HasIndex(rota => new { rota.TenantId, rota.FloorId, rota.StartsOn }).IsUnique();
            entity.HasOne<Floor>().WithMany().HasForeignKey(rota => new { rota.TenantId, rota.FloorId }).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>A room's place in the order.</summary>
public sealed class CookingRotaRoom : TenantOwned
{
    public Guid RotaId { get; private init; }

    public required int Position { get; init; }

    public required Guid RoomId { get; set; }

    public Room? Room { get; private init; }

    internal sealed class Mapping : IEntityTypeConfiguration<CookingRotaRoom>
    {
        public void Configure(EntityTypeBuilder<CookingRotaRoom> entity)
        {
            entity.ToTable("cooking_rota_rooms");
            entity.HasIndex(place => new { place.TenantId, place.RotaId, place.Position }).IsUnique();
            entity.HasOne<CookingRota>().WithMany(rota => rota.Rooms).HasForeignKey(place => new { place.TenantId, place.RotaId })
                .OnDelete(DeleteBehavior.Cascade);
            entity.HasOne(place => place.Room).WithMany().HasForeignKey(place => new { place.TenantId, place.RoomId })
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>A day on which a floor does not cook, though the rota would; nobody loses a turn by it.</summary>
public sealed class LeaveDay : TenantOwned
{
    public const int LongestReason = 100;

    public required Guid FloorId { get; init; }

    public required DateOnly Date { get; init; }

    public string? Reason { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<LeaveDay>
    {
        public void Configure(EntityTypeBuilder<LeaveDay> entity)
        {
            entity.ToTable("leave_days");
            entity.Property(leave => leave.Reason).HasMaxLength(LongestReason);
            entity.HasIndex(leave => new { leave.TenantId, leave.FloorId, leave.Date }).IsUnique();
            entity.HasOne<Floor>().WithMany().HasForeignKey(leave => new { leave.TenantId, leave.FloorId })
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}

public static class CookingRotaSets
{
    extension(PantryDb db)
    {
        public DbSet<CookingRota> CookingRotas => db.Set<CookingRota>();

        public DbSet<LeaveDay> LeaveDays => db.Set<LeaveDay>();
    }
}
