using System.Linq.Expressions;
using AjsPantry.Features.TeaTasks.Planning;
using AjsPantry.Features.TeaTasks.Slots;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AjsPantry.Features.TeaTasks.Duties;

/// <summary>
/// One person's tea on one day, as published. Whom it is given to stands in it for good: when somebody else takes it, this one ends
/// and a new one follows it in the same place.
/// </summary>
public sealed class TeaDuty : TenantOwned
{
    public const int LongestWhy = 300;
    public const int LongestReason = 300;

    /// <summary>The unique index that gives a place to one duty at a time.</summary>
    internal const string PlaceIndex = "ux_tea_duties_place";

    /// <summary>The unique index by which nobody is twice in one tea.</summary>
    internal const string MemberIndex = "ux_tea_duties_member";

    /// <summary>Those that still say who makes the tea, or made it. Translated to SQL.</summary>
    public static readonly Expression<Func<TeaDuty, bool>> IsLive = duty => duty.State != TeaState.Swapped
        && duty.State != TeaState.Cancelled;

    private const string Live = "state NOT IN ('Swapped', 'Cancelled')";

    /// <summary>The rota that it was published with.</summary>
    public required Guid RotaId { get; init; }

    public required Guid FloorId { get; init; }

    public required Guid SlotId { get; init; }

    public TeaSlot? Slot { get; private init; }

    public required DateOnly Date { get; init; }

    /// <summary>Which of the slot's people, from 1.</summary>
    public required int Place { get; init; }

    /// <summary>Null while nobody has it.</summary>
    public required Guid? MemberId { get; init; }

    public Member? Member { get; private init; }

    /// <summary>Why it is this person's, in a sentence that people read.</summary>
    public required string Why { get; init; }

    public TeaState State { get; set; } = TeaState.Planned;

    /// <summary>Why it was cancelled, given away or missed, by whoever did so.</summary>
    public string? Reason { get; set; }

    /// <summary>The duty that this one follows; null for one of the rota.</summary>
    public Guid? FollowsId { get; init; }

    /// <summary>It came by a swap, not by the rota or whoever plans it.</summary>
    public bool BySwap { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? AcceptedAt { get; set; }

    /// <summary>When somebody said that it was done or missed.</summary>
    public DateTimeOffset? MarkedAt { get; set; }

    public Guid? MarkedById { get; set; }

    public Member? MarkedBy { get; private init; }

    /// <summary>When whoever looks after the tea agreed with the mark.</summary>
    public DateTimeOffset? ConfirmedAt { get; set; }

    public Guid? ConfirmedById { get; set; }

    public Member? ConfirmedBy { get; private init; }

    /// <summary>When it was swapped or cancelled.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    public uint Version { get; private set; }

    /// <summary>Ends this duty and makes the one that takes its place.</summary>
    /// <param name="end">Swapped or Cancelled.</param>
    /// <param name="to">Null when nobody has it from now on.</param>
    public TeaDuty PassOn(TeaState end, string? reason, Guid? to, string why, DateTimeOffset now)
    {
        End(end, reason, now);
        return new TeaDuty
        {
            RotaId = RotaId,
            FloorId = FloorId,
            SlotId = SlotId,
            Date = Date,
            Place = Place,
            MemberId = to,
            Why = InputParser.Cut(why, LongestWhy),
            FollowsId = Id,
            BySwap = end == TeaState.Swapped,
            CreatedAt = now,
        };
    }

    public void End(TeaState end, string? reason, DateTimeOffset now)
    {
        State = end;
        Reason = reason;
        EndedAt = now;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<TeaDuty>
    {
        public void Configure(EntityTypeBuilder<TeaDuty> entity)
        {
            entity.ToTable("tea_duties", table =>
            {
                table.HasCheckConstraint("ck_tea_duties_place", "place >= 1");
                table.HasCheckConstraint("ck_tea_duties_member", "member_id IS NOT NULL OR state IN ('Planned', 'Cancelled')");
                table.HasCheckConstraint("ck_tea_duties_marked",
                    "(marked_at IS NULL) = (marked_by_id IS NULL) AND (marked_at IS NULL OR state IN ('Done', 'Missed')) AND (state NOT IN ('Done', 'Missed') OR marked_at IS NOT NULL)");
                table.HasCheckConstraint("ck_tea_duties_confirmed",
                    "(confirmed_at IS NULL) = (confirmed_by_id IS NULL) AND (confirmed_at IS NULL OR marked_at IS NOT NULL)");
                table.HasCheckConstraint("ck_tea_duties_ended", "(ended_at IS NOT NULL) = (state IN ('Swapped', 'Cancelled'))");
            });
            entity.Property(duty => duty.State).HasConversion<string>().HasMaxLength(20);
            entity.Property(duty => duty.Why).HasMaxLength(LongestWhy);
            entity.Property(duty => duty.Reason).HasMaxLength(LongestReason);
            entity.Property(duty => duty.Version).IsRowVersion();
            entity.HasIndex(duty => new { duty.TenantId, duty.SlotId, duty.Date, duty.Place }).IsUnique().HasFilter(Live)
                .HasDatabaseName(PlaceIndex);
            entity.HasIndex(duty => new { duty.TenantId, duty.SlotId, duty.Date, duty.MemberId }).IsUnique().HasFilter(Live)
                .HasDatabaseName(MemberIndex);
            entity.HasIndex(duty => new { duty.TenantId, duty.FloorId, duty.Date });
            entity.HasIndex(duty => new { duty.TenantId, duty.MemberId, duty.Date });
            entity.HasOne<TeaRota>().WithMany().HasForeignKey(duty => new { duty.TenantId, duty.RotaId }).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne<Floor>().WithMany().HasForeignKey(duty => new { duty.TenantId, duty.FloorId }).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(duty => duty.Slot).WithMany().HasForeignKey(duty => new { duty.TenantId, duty.SlotId })
                .OnDelete(DeleteBehavior.Restrict);
            entity.HasOne<TeaDuty>().WithMany().HasForeignKey(duty => new { duty.TenantId, duty.FollowsId })
                .OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(duty => duty.Member).WithMany().HasForeignKey(duty => new { duty.TenantId, duty.MemberId })
                .HasPrincipalKey(member => new { member.TenantId, member.Id }).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(duty => duty.MarkedBy).WithMany().HasForeignKey(duty => new { duty.TenantId, duty.MarkedById })
                .HasPrincipalKey(member => new { member.TenantId, member.Id }).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(duty => duty.ConfirmedBy).WithMany().HasForeignKey(duty => new { duty.TenantId, duty.ConfirmedById })
                .HasPrincipalKey(member => new { member.TenantId, member.Id }).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

public static class TeaDutySet
{
    extension(PantryDb db)
    {
        public DbSet<TeaDuty> TeaDuties => db.Set<TeaDuty>();
    }
}
