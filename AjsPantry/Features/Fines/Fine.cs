using AjsPantry.Features.People.Rooms;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AjsPantry.Features.Fines;

/// <summary>What a person or a room owes their floor for breaking a rule of the house. It is paid or waived, never deleted.</summary>
public sealed class Fine : TenantOwned
{
    public const int LongestReason = 300;

    internal const string SubmissionIndex = "ux_fines_submission";

    public required Guid FloorId { get; init; }

    public required Guid SubmissionId { get; init; }

    /// <summary>The person, or null when it is a room's.</summary>
    public Guid? MemberId { get; init; }

    public Member? Member { get; private init; }

    public Guid? RoomId { get; init; }

    public Room? Room { get; private init; }

    public required decimal Amount { get; init; }

    /// <summary>The day of what it is for.</summary>
    public required DateOnly Date { get; init; }

    public required string Reason { get; init; }

    public FineState State { get; set; } = FineState.Open;

    public Guid? RecordedById { get; init; }

    public Member? RecordedBy { get; private init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public Guid? SettledById { get; set; }

    public Member? SettledBy { get; private init; }

    public DateTimeOffset? SettledAt { get; set; }

    /// <summary>How it was paid, or why it was waived.</summary>
    public string? SettledWith { get; set; }

    public uint Version { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Fine>
    {
        public void Configure(EntityTypeBuilder<Fine> entity)
        {
            entity.ToTable("fines", table =>
            {
                table.HasCheckConstraint("ck_fines_whose", "(member_id IS NULL) <> (room_id IS NULL)");
                table.HasCheckConstraint("ck_fines_amount", "amount > 0 AND reason <> ''");
                table.HasCheckConstraint("ck_fines_settled",
                    "(state = 'Open') = (settled_at IS NULL) AND (settled_at IS NULL) = (settled_by_id IS NULL) AND (state <> 'Waived' OR settled_with IS NOT NULL)");
            });
            entity.Property(fine => fine.Amount).HasPrecision(12, 2);
            entity.Property(fine => fine.Reason).HasMaxLength(LongestReason);
            entity.Property(fine => fine.State).HasConversion<string>().HasMaxLength(10);
            entity.Property(fine => fine.SettledWith).HasMaxLength(LongestReason);
            entity.Property(fine => fine.Version).IsRowVersion();
            entity.HasIndex(fine => new { fine.TenantId, fine.SubmissionId }).IsUnique().HasDatabaseName(SubmissionIndex);
            entity.HasIndex(fine => new { fine.TenantId, fine.FloorId, fine.Date });
            entity.HasIndex(fine => new { fine.TenantId, fine.MemberId });
            entity.HasIndex(fine => new { fine.TenantId, fine.RoomId });
            entity.HasOne<Floor>().WithMany().HasForeignKey(fine => new { fine.TenantId, fine.FloorId }).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(fine => fine.Room).WithMany().HasForeignKey(fine => new { fine.TenantId, fine.RoomId })
                .OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(fine => fine.Member).WithMany().HasForeignKey(fine => new { fine.TenantId, fine.MemberId })
                .HasPrincipalKey(member => new { member.TenantId, member.Id }).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(fine => fine.RecordedBy).WithMany().HasForeignKey(fine => new { fine.TenantId, fine.RecordedById })
                .HasPrincipalKey(member => new { member.TenantId, member.Id }).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(fine => fine.SettledBy).WithMany().HasForeignKey(fine => new { fine.TenantId, fine.SettledById })
                .HasPrincipalKey(member => new { member.TenantId, member.Id }).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

public enum FineState
{
    Open,
    Paid,
    Waived,
}

public static class FineSet
{
    extension(PantryDb db)
    {
        public DbSet<Fine> Fines => db.Set<Fine>();
    }
}
