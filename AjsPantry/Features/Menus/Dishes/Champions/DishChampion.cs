using AjsPantry.Features.People.Rooms;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AjsPantry.Features.Menus.Dishes.Champions;

/// <summary>A room that a floor holds to be best at a dish. A dish may have several of a floor.</summary>
public sealed class DishChampion : TenantOwned
{
    public required Guid DishId { get; set; }

    public Dish? Dish { get; private init; }

    /// <summary>The room's floor; kept here because champions are looked up by it.</summary>
    public required Guid FloorId { get; init; }

    public required Guid RoomId { get; init; }

    public Room? Room { get; private init; }

    internal sealed class Mapping : IEntityTypeConfiguration<DishChampion>
    {
        public void Configure(EntityTypeBuilder<DishChampion> entity)
        {
            entity.ToTable("dish_champions");
            entity.HasIndex(champion => new { champion.TenantId, champion.DishId, champion.RoomId }).IsUnique();
            entity.HasIndex(champion => new { champion.TenantId, champion.FloorId, champion.RoomId });
            entity.HasOne(champion => champion.Dish).WithMany().HasForeignKey(champion => new { champion.TenantId, champion.DishId })
                .OnDelete(DeleteBehavior.Restrict);
            entity.HasOne<Floor>().WithMany().HasForeignKey(champion => new { champion.TenantId, champion.FloorId })
                .OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(champion => champion.Room).WithMany().HasForeignKey(champion => new { champion.TenantId, champion.RoomId })
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}

public static class DishChampionSet
{
    extension(PantryDb db)
    {
        public DbSet<DishChampion> DishChampions => db.Set<DishChampion>();
    }
}
