using AjsPantry.Features.Expenses.Reports.Stored;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AjsPantry.Features.Expenses.MonthEnd;

/// <summary>
/// A floor's month whose books were closed. While it stands, the database refuses every write to the month's bills. A reopened
/// closing stays as a row; closing again makes another.
/// </summary>
public sealed class MonthClosing : TenantOwned
{
    public const int LongestReason = 300;

    /// <summary>The unique index that lets a month be closed once at a time.</summary>
    internal const string MonthIndex = "ux_month_closings_month";

    /// <summary>
    /// What the database calls the rule that a closed month's bills stay as they are; its trigger is made by the migration.
    /// </summary>
    internal const string ClosedRule = "ck_bills_month_closed";

    public required Guid FloorId { get; init; }

    public Floor? Floor { get; private init; }

    /// <summary>The first day of the month.</summary>
    public required DateOnly Month { get; init; }

    public ClosingState State { get; set; } = ClosingState.Closed;

    /// <summary>The report as it was when the month was closed.</summary>
    public required Guid ReportId { get; init; }

    public KeptReport? Report { get; private init; }

    public required Guid ClosedById { get; init; }

    public Member? ClosedBy { get; private init; }

    public required DateTimeOffset ClosedAt { get; init; }

    /// <summary>Somebody else than who closed it.</summary>
    public Guid? ConfirmedById { get; set; }

    public Member? ConfirmedBy { get; private init; }

    public DateTimeOffset? ConfirmedAt { get; set; }

    public Guid? ReopenedById { get; set; }

    public Member? ReopenedBy { get; private init; }

    public DateTimeOffset? ReopenedAt { get; set; }

    public string? ReopenReason { get; set; }

    public uint Version { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<MonthClosing>
    {
        public void Configure(EntityTypeBuilder<MonthClosing> entity)
        {
            entity.ToTable("month_closings", table =>
            {
                table.HasCheckConstraint("ck_month_closings_month", "extract(day from month) = 1");
                table.HasCheckConstraint("ck_month_closings_four_eyes", "confirmed_by_id <> closed_by_id");
                table.HasCheckConstraint("ck_month_closings_confirmed",
                    "(confirmed_at IS NULL) = (confirmed_by_id IS NULL) AND (state <> 'Confirmed' OR confirmed_at IS NOT NULL) AND (state <> 'Closed' OR confirmed_at IS NULL)");
                table.HasCheckConstraint("ck_month_closings_reopened",
                    "(state = 'Reopened') = (reopened_at IS NOT NULL) AND (reopened_at IS NULL) = (reopen_reason IS NULL) AND (reopened_at IS NULL) = (reopened_by_id IS NULL)");
            });
            entity.Property(closing => closing.State).HasConversion<string>().HasMaxLength(10);
            entity.Property(closing => closing.ReopenReason).HasMaxLength(LongestReason);
            entity.Property(closing => closing.Version).IsRowVersion();
            entity.HasIndex(closing => new { closing.TenantId, closing.FloorId, closing.Month }).IsUnique().HasFilter("state <> 'Reopened'")
                .HasDatabaseName(MonthIndex);
            entity.HasOne(closing => closing.Floor).WithMany().HasForeignKey(closing => new { closing.TenantId, closing.FloorId })
                .OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(closing => closing.Report).WithMany().HasForeignKey(closing => new { closing.TenantId, closing.ReportId })
                .OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(closing => closing.ClosedBy).WithMany().HasForeignKey(closing => new { closing.TenantId, closing.ClosedById })
                .HasPrincipalKey(member => new { member.TenantId, member.Id }).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(closing => closing.ConfirmedBy).WithMany()
                .HasForeignKey(closing => new { closing.TenantId, closing.ConfirmedById })
                .HasPrincipalKey(member => new { member.TenantId, member.Id }).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(closing => closing.ReopenedBy).WithMany().HasForeignKey(closing => new { closing.TenantId, closing.ReopenedById })
                .HasPrincipalKey(member => new { member.TenantId, member.Id }).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

public enum ClosingState
{
    /// <summary>Closed by the head; waits for somebody else to confirm it.</summary>
    Closed,

    Confirmed,

    /// <summary>Open again; the month's bills can be changed.</summary>
    Reopened,
}

public static class MonthClosingSet
{
    extension(PantryDb db)
    {
        public DbSet<MonthClosing> MonthClosings => db.Set<MonthClosing>();
    }
}
