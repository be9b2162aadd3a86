using System.Linq.Expressions;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AjsPantry.Features.Shared.Swaps;

/// <summary>
/// Some ask others to take a duty over, or to exchange two. Nothing changes hands before those say yes; <see cref="SwapCourse{TSwap}"/>
/// says how it goes on.
/// </summary>
public abstract class Swap : TenantOwned
{
    public const int LongestWords = 300;

    public required Guid FloorId { get; init; }

    public required Guid AskedById { get; init; }

    public Member? AskedBy { get; private init; }

    /// <summary>Why, for those who are asked to read.</summary>
    public string? Words { get; init; }

    public SwapState State { get; private set; } = SwapState.Asked;

    /// <summary>Who answered, or withdrew it; null when it lapsed by itself.</summary>
    public Guid? AnsweredById { get; private set; }

    public Member? AnsweredBy { get; private init; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>What those who were asked say to it.</summary>
    public string? Answer { get; private set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public uint Version { get; private set; }

    public void Close(SwapState state, Guid? by, DateTimeOffset now, string? answer = null)
    {
        State = state;
        AnsweredById = by;
        AnsweredAt = now;
        Answer = answer;
    }

    /// <summary>What the tables of all swaps have alike.</summary>
    /// <param name="asked">What is asked away once at a time.</param>
    /// <param name="openIndex">The unique index that sees to it.</param>
    protected static void Map<TSwap>(
        EntityTypeBuilder<TSwap> entity, string name, Expression<Func<TSwap, object?>> asked, string openIndex)
        where TSwap : Swap
    {
        entity.ToTable(name, table => table.HasCheckConstraint($"ck_{name}_answer", "(answered_at IS NULL) = (state = 'Asked')"));
        entity.Property(swap => swap.Words).HasMaxLength(LongestWords);
        entity.Property(swap => swap.Answer).HasMaxLength(LongestWords);
        entity.Property(swap => swap.State).HasConversion<string>().HasMaxLength(10);
        entity.Property(swap => swap.Version).IsRowVersion();
        entity.HasIndex(asked).IsUnique().HasFilter("state = 'Asked'").HasDatabaseName(openIndex);
        entity.HasOne<Floor>().WithMany().HasForeignKey(swap => new { swap.TenantId, swap.FloorId }).OnDelete(DeleteBehavior.Restrict);
        entity.HasOne(swap => swap.AskedBy).WithMany().HasForeignKey(swap => new { swap.TenantId, swap.AskedById })
            .HasPrincipalKey(member => new { member.TenantId, member.Id }).OnDelete(DeleteBehavior.Restrict);
        entity.HasOne(swap => swap.AnsweredBy).WithMany().HasForeignKey(swap => new { swap.TenantId, swap.AnsweredById })
            .HasPrincipalKey(member => new { member.TenantId, member.Id }).OnDelete(DeleteBehavior.Restrict);
    }
}
