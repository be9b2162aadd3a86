using AjsPantry.Features.People.Rooms;
using AjsPantry.Features.Shared.Swaps;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AjsPantry.Features.Menus.CookingTurns.Swaps;

/// <summary>
/// One room asks another to exchange their cooking days. The days are those of the duties when it was asked; when the order moved
/// meanwhile, the swap has lapsed and somebody asks again.
/// </summary>
public sealed class TurnSwap : TenantOwned
{
    public const int LongestWords = 300;

    /// <summary>The unique index that lets a day be asked away only once at a time.</summary>
    internal const string OpenIndex = "ux_turn_swaps_open";

    public required Guid FloorId { get; init; }

    /// <summary>The day of the room that asks.</summary>
    public required DateOnly GivesDate { get; init; }

    public required Guid GivesRoomId { get; init; }

    public Room? GivesRoom { get; private init; }

    /// <summary>The day of the room that is asked.</summary>
    public required DateOnly TakesDate { get; init; }

    public required Guid TakesRoomId { get; init; }

    public Room? TakesRoom { get; private init; }

    public required Guid AskedById { get; init; }

    public Member? AskedBy { get; private init; }

    /// <summary>Why the room asks, for the other one to read.</summary>
    public string? Words { get; init; }

    public SwapState State { get; set; } = SwapState.Asked;

    public Guid? AnsweredById { get; set; }

    public Member? AnsweredBy { get; private init; }

    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>What the other room says to it.</summary>
    public string? Answer { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public uint Version { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<TurnSwap>
    {
        public void Configure(EntityTypeBuilder<TurnSwap> entity)
        {
            entity.ToTable("turn_swaps", table =>
            {
                table.HasCheckConstraint("ck_turn_swaps_two", "gives_room_id <> takes_room_id AND gives_date <> takes_date");
                table.HasCheckConstraint("ck_turn_swaps_answer", "(answered_at IS NULL) = (state = 'Asked')");
            });
            entity.Property(swap => swap.Words).HasMaxLength(LongestWords);
            entity.Property(swap => swap.Answer).HasMaxLength(LongestWords);
            entity.Property(swap => swap.State).HasConversion<string>().HasMaxLength(10);
            entity.Property(swap => swap.Version).IsRowVersion();
            entity.HasIndex(swap => new { swap.TenantId, swap.FloorId, swap.GivesDate }).IsUnique().HasFilter("state = 'Asked'")
                .HasDatabaseName(OpenIndex);
            entity.HasIndex(swap => new { swap.TenantId, swap.FloorId, swap.CreatedAt });
            entity.HasOne<Floor>().WithMany().HasForeignKey(swap => new { swap.TenantId, swap.FloorId }).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(swap => swap.GivesRoom).WithMany().HasForeignKey(swap => new { swap.TenantId, swap.GivesRoomId })
                .OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(swap => swap.TakesRoom).WithMany().HasForeignKey(swap => new { swap.TenantId, swap.TakesRoomId })
                .OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(swap => swap.AskedBy).WithMany().HasForeignKey(swap => new { swap.TenantId, swap.AskedById })
                .HasPrincipalKey(member => new { member.TenantId, member.Id }).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(swap => swap.AnsweredBy).WithMany().HasForeignKey(swap => new { swap.TenantId, swap.AnsweredById })
                .HasPrincipalKey(member => new { member.TenantId, member.Id }).OnDelete(DeleteBehavior.Restrict);
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
