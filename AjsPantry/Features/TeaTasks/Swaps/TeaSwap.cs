using AjsPantry.Features.Shared.Swaps;
using AjsPantry.Features.TeaTasks.Duties;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AjsPantry.Features.TeaTasks.Swaps;

/// <summary>
/// Somebody asks another person, or the whole floor, to take over a tea duty. When the duty ends before an answer, the question lapses.
/// </summary>
public sealed class TeaSwap : Swap
{
    /// <summary>The unique index by which a duty is asked away once at a time.</summary>
    internal const string OpenIndex = "ux_tea_swaps_open";

    public required Guid DutyId { get; init; }

    public TeaDuty? Duty { get; private init; }

    /// <summary>Who is asked; null for everybody of the floor.</summary>
    public required Guid? AskedOfId { get; init; }

    public Member? AskedOf { get; private init; }

    /// <summary>A duty of the person asked, which the one who asks would do instead; null for simply taking over.</summary>
    public required Guid? ReturnId { get; init; }

    public TeaDuty? Return { get; private init; }

    internal sealed class Mapping : IEntityTypeConfiguration<TeaSwap>
    {
        public void Configure(EntityTypeBuilder<TeaSwap> entity)
        {
            Map(entity, "tea_swaps", swap => new { swap.TenantId, swap.DutyId }, OpenIndex);
            entity.ToTable(table => table.HasCheckConstraint("ck_tea_swaps_two",
                "asked_of_id <> asked_by_id AND return_id <> duty_id AND (return_id IS NULL OR asked_of_id IS NOT NULL)"));
            entity.HasIndex(swap => new { swap.TenantId, swap.FloorId, swap.State });
            entity.HasOne(swap => swap.Duty).WithMany().HasForeignKey(swap => new { swap.TenantId, swap.DutyId })
                .OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(swap => swap.Return).WithMany().HasForeignKey(swap => new { swap.TenantId, swap.ReturnId })
                .OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(swap => swap.AskedOf).WithMany().HasForeignKey(swap => new { swap.TenantId, swap.AskedOfId })
                .HasPrincipalKey(member => new { member.TenantId, member.Id }).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

public static class TeaSwapSet
{
    extension(PantryDb db)
    {
        public DbSet<TeaSwap> TeaSwaps => db.Set<TeaSwap>();
    }
}
