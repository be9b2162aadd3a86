using AjsPantry.Features.Menus.Dishes;
using AjsPantry.Features.People.Rooms;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AjsPantry.Features.Menus;

/// <summary>What a floor cooks for one meal of one day. A meal that will not be is cancelled with a reason, never deleted.</summary>
public sealed class Menu : TenantOwned
{
    public const int LongestNotes = 1000;
    public const int LongestReason = 300;

    /// <summary>The unique index that lets a floor have one menu per day and meal.</summary>
    internal const string MealIndex = "ux_menus_meal";

    public required Guid FloorId { get; init; }

    public Floor? Floor { get; private init; }

    public required DateOnly Date { get; set; }

    /// <summary>breakfast, lunch or dinner; one of the tenant's meals when it was planned.</summary>
    public required string Meal { get; set; }

    public required Guid DishId { get; set; }

    public Dish? Dish { get; private init; }

    public Guid? SideId { get; set; }

    public Dish? Side { get; private init; }

    /// <summary>The room that cooks; null when a person does, or nobody is named yet.</summary>
    public Guid? RoomId { get; set; }

    public Room? Room { get; private init; }

    /// <summary>The person who cooks, where it is not a room.</summary>
    public Guid? MemberId { get; set; }

    public Member? Member { get; private init; }

    public string? Notes { get; set; }

    public DateTimeOffset? CancelledAt { get; set; }

    /// <summary>Why it was cancelled; set together with <see cref="CancelledAt"/>.</summary>
    public string? CancelReason { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public uint Version { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Menu>
    {
        public void Configure(EntityTypeBuilder<Menu> entity)
        {
            entity.ToTable("menus", table =>
            {
                table.HasCheckConstraint("ck_menus_meal", "meal IN ('breakfast', 'lunch', 'dinner')");
                table.HasCheckConstraint("ck_menus_cook", "room_id IS NULL OR member_id IS NULL");
                table.HasCheckConstraint("ck_menus_side", "side_id IS NULL OR side_id <> dish_id");
                table.HasCheckConstraint("ck_menus_cancelled", "(cancelled_at IS NULL) = (cancel_reason IS NULL)");
            });
            entity.Property(menu => menu.Meal).HasMaxLength(10);
            entity.Property(menu => menu.Notes).HasMaxLength(LongestNotes);
            entity.Property(menu => menu.CancelReason).HasMaxLength(LongestReason);
            entity.Property(menu => menu.Version).IsRowVersion();
            entity.HasIndex(menu => new { menu.TenantId, menu.FloorId, menu.Date, menu.Meal }).IsUnique().HasFilter("cancelled_at IS NULL")
                .HasDatabaseName(MealIndex);
            entity.HasOne(menu => menu.Floor).WithMany().HasForeignKey(menu => new { menu.TenantId, menu.FloorId })
                .OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(menu => menu.Dish).WithMany().HasForeignKey(menu => new { menu.TenantId, menu.DishId })
                .OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(menu => menu.Side).WithMany().HasForeignKey(menu => new { menu.TenantId, menu.SideId })
                .OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(menu => menu.Room).WithMany().HasForeignKey(menu => new { menu.TenantId, menu.RoomId })
                .OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(menu => menu.Member).WithMany().HasForeignKey(menu => new { menu.TenantId, menu.MemberId })
                .HasPrincipalKey(member => new { member.TenantId, member.Id }).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

public static class MenuSets
{
    extension(PantryDb db)
    {
        public DbSet<Menu> Menus => db.Set<Menu>();
    }
}
