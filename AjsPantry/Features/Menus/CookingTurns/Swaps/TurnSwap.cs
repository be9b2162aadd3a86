using AjsPantry.Features.People.Rooms;
using AjsPantry.Features.Shared.Swaps;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AjsPantry.Features.Menus.CookingTurns.Swaps;

/// <summary>
/// One room asks another to exchange their cooking days. The days are those of the duties when it was asked; when the order moved
/// meanwhile, the swap has lapsed and somebody asks again.
/// </summary>
public sealed class TurnSwap : Swap
{
    /// <summary>The unique index that lets a day be asked away only once at a time.</summary>
    internal const string OpenIndex = "ux_turn_swaps_open";

    /// <summary>The day of the room that asks.</summary>
    public required DateOnly GivesDate { get; init; }

    public required Guid GivesRoomId { get; init; }

    public Room? GivesRoom { get; private init; }

    /// <summary>The day of the room that is asked.</summary>
    public required DateOnly TakesDate { get; init; }

    public required Guid TakesRoomId { get; init; }

    public Room? TakesRoom { get; private init; }

    /// <summary>The day that comes first.</summary>
    public DateOnly FirstDate => GivesDate < TakesDate ? GivesDate : TakesDate;

    internal sealed class Mapping : IEntityTypeConfiguration<TurnSwap>
    {
        public void Configure(EntityTypeBuilder<TurnSwap> entity)
        {
            Map(entity, "turn_swaps", swap => new { swap.TenantId, swap.FloorId, swap.GivesDate }, OpenIndex);
            entity.ToTable(
                table => table.HasCheckConstraint("ck_turn_swaps_two", "gives_room_id <> takes_room_id AND gives_date <> takes_date"));
            entity.HasIndex(swap => new { swap.TenantId, swap.FloorId, swap.CreatedAt });
            entity.HasOne(swap => swap.GivesRoom).WithMany().HasForeignKey(swap => new { swap.TenantId, swap.GivesRoomId })
                .OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(swap => swap.TakesRoom).WithMany().HasForeignKey(swap => new { swap.TenantId, swap.TakesRoomId })
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}

public static class TurnSwapSet
{
    extension(PantryDb db)
    {
        public DbSet<TurnSwap> TurnSwaps => db.Set<TurnSwap>();
    }
}
