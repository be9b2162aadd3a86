using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AjsPantry.Features.Expenses.Budgets;

/// <summary>
/// Money that a floor is given for a period. No two periods of a floor share a day, so that a bill's date names its period or none.
/// A mistaken one is withdrawn with a reason and no longer counts.
/// </summary>
public sealed class Budget : TenantOwned
{
    public const int LongestNotes = 500;
    public const int LongestReason = 300;

    /// <summary>How many days a period may cover.</summary>
    public const int MostDays = 366;

    /// <summary>At how much of the money, in percent, head and admin are told, unless somebody says otherwise.</summary>
    public const int UsualAlert = 80;

    internal const string SubmissionIndex = "ux_budgets_submission";

    public required Guid FloorId { get; init; }

    public Floor? Floor { get; private init; }

    public required Guid SubmissionId { get; init; }

    public required BudgetKind Kind { get; set; }

    public required DateOnly From { get; set; }

    /// <summary>The last day, included.</summary>
    public required DateOnly Until { get; set; }

    /// <summary>The money for this period alone, without what was left before; not negative.</summary>
    public required decimal Allocated { get; set; }

    /// <summary>In percent of what was available at the start; null to tell nobody.</summary>
    public int? AlertAt { get; set; } = UsualAlert;

    public string? Notes { get; set; }

    public Guid? AllocatedById { get; init; }

    public Member? AllocatedBy { get; private init; }

    public required DateTimeOffset AllocatedAt { get; init; }

    public DateTimeOffset? WithdrawnAt { get; set; }

    public string? WithdrawReason { get; set; }

    public uint Version { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Budget>
    {
        public void Configure(EntityTypeBuilder<Budget> entity)
        {
            entity.ToTable("budgets", table =>
            {
                table.HasCheckConstraint("ck_budgets_days", $"until >= \"from\" AND until - \"from\" < {MostDays}");
                table.HasCheckConstraint("ck_budgets_amounts", "allocated >= 0 AND (alert_at IS NULL OR alert_at BETWEEN 1 AND 100)");
                table.HasCheckConstraint("ck_budgets_withdrawn", "(withdrawn_at IS NULL) = (withdraw_reason IS NULL)");
            });
            entity.Property(budget => budget.Kind).HasConversion<string>().HasMaxLength(20);
            entity.Property(budget => budget.Allocated).HasPrecision(12, 2);
            entity.Property(budget => budget.Notes).HasMaxLength(LongestNotes);
            entity.Property(budget => budget.WithdrawReason).HasMaxLength(LongestReason);
            entity.Property(budget => budget.Version).IsRowVersion();
            entity.HasIndex(budget => new { budget.TenantId, budget.SubmissionId }).IsUnique().HasDatabaseName(SubmissionIndex);
            entity.HasIndex(budget => new { budget.TenantId, budget.FloorId, budget.From });
            entity.HasOne(budget => budget.Floor).WithMany().HasForeignKey(budget => new { budget.TenantId, budget.FloorId })
                .OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(budget => budget.AllocatedBy).WithMany().HasForeignKey(budget => new { budget.TenantId, budget.AllocatedById })
                .HasPrincipalKey(member => new { member.TenantId, member.Id }).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

public static class BudgetSet
{
    extension(PantryDb db)
    {
        public DbSet<Budget> Budgets => db.Set<Budget>();
    }
}
