using AjsPantry.Features.Shared.Swaps;
using AjsPantry.Features.TeaTasks.Duties;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AjsPantry.Features.TeaTasks.Swaps;

/// <summary>
/// Somebody asks another person, or the whole floor, to take over a tea duty. When the duty ends before an answer, the question lapses.
/// </summary>
public sealed class TeaSwap : TenantOwned
{
    public const int LongestWords = 300;

    /// <summary>The unique index by which a duty is asked away once at a time.</summary>
    internal const string OpenIndex = "ux_tea_swaps_open";

    public required Guid FloorId { get; init; }

    public required Guid DutyId { get; init; }

    public TeaDuty? Duty { get; private init; }

    public required Guid AskedById { get; init; }

    public Member? AskedBy { get; private init; }

    /// <summary>Who is asked; null for everybody of the floor.</summary>
    public required Guid? AskedOfId { get; init; }

    public Member? AskedOf { get; private init; }

    /// <summary>A duty of the person asked, which the one who asks would do instead; null for simply taking over.</summary>
    public required Guid? ReturnId { get; init; }

    public TeaDuty? Return { get; private init; }

    /// <summary>Why, for the other one to read.</summary>
    public string? Words { get; init; }

    public SwapState State { get; set; } = SwapState.Asked;

    public Guid? AnsweredById { get; set; }

    public Member? AnsweredBy { get; private init; }

    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>What the other one says to it.</summary>
    public string? Answer { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public uint Version { get; private set; }

    public void Close(SwapState state, Guid? by, DateTimeOffset now, string? answer = null)
    {
        State = state;
        AnsweredById = by;
        AnsweredAt = now;
        Answer = answer;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<TeaSwap>
    {
        public void Configure(EntityTypeBuilder<TeaSwap> entity)
        {
            entity.ToTable("tea_swaps", table =>
            {
                table.HasCheckConstraint("ck_tea_swaps_two",
                    "asked_of_id <> asked_by_id AND return_id <> duty_id AND (return_id IS NULL OR asked_of_id IS NOT NULL)");
                table.HasCheckConstraint("ck_tea_swaps_answer", "(answered_at IS NULL) = (state = 'Asked')");
            });
            entity.Property(swap => swap.Words).HasMaxLength(LongestWords);
            entity.Property(swap => swap.Answer).HasMaxLength(LongestWords);
            entity.Property(swap => swap.State).HasConversion<string>().HasMaxLength(10);
            entity.Property(swap => swap.Version).IsRowVersion();
            entity.HasIndex(swap => new { swap.TenantId, swap.DutyId }).IsUnique().HasFilter("state = 'Asked'").HasDatabaseName(OpenIndex);
            entity.HasIndex(swap => new { swap.TenantId, swap.FloorId, swap.State });
            entity.HasOne<Floor>().WithMany().HasForeignKey(swap => new { swap.TenantId, swap.FloorId }).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(swap => swap.Duty).WithMany().HasForeignKey(swap => new { swap.TenantId, swap.DutyId })
                .OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(swap => swap.Return).WithMany().HasForeignKey(swap => new { swap.TenantId, swap.ReturnId })
                .OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(swap => swap.AskedBy).WithMany().HasForeignKey(swap => new { swap.TenantId, swap.AskedById })
                .HasPrincipalKey(member => new { member.TenantId, member.Id }).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(swap => swap.AskedOf).WithMany().HasForeignKey(swap => new { swap.TenantId, swap.AskedOfId })
                .HasPrincipalKey(member => new { member.TenantId, member.Id }).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(swap => swap.AnsweredBy).WithMany().HasForeignKey(swap => new { swap.TenantId, swap.AnsweredById })
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
