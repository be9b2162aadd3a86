using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AjsPantry.Features.Loans;

/// <summary>What one floor lends another. Both sides say that it came, and both say that it came back.</summary>
public sealed class Loan : TenantOwned
{
    public const int LongestItem = 120;
    public const int LongestNotes = 300;
    public const int LongestReason = 300;

    internal const string SubmissionIndex = "ux_loans_submission";

    public required Guid LenderFloorId { get; init; }

    public Floor? LenderFloor { get; private init; }

    public required Guid BorrowerFloorId { get; init; }

    public Floor? BorrowerFloor { get; private init; }

    public required Guid SubmissionId { get; init; }

    public required LoanKind Kind { get; init; }

    public required string Item { get; init; }

    /// <summary>In <see cref="Unit"/>; an amount in the tenant's currency, to the paisa, when it is money.</summary>
    public required decimal Quantity { get; init; }

    /// <summary>Null for money.</summary>
    public string? Unit { get; init; }

    public required DateOnly LentOn { get; init; }

    /// <summary>By when it should be back; null when nobody said so.</summary>
    public DateOnly? DueOn { get; set; }

    public string? Notes { get; init; }

    public LoanState State { get; set; } = LoanState.Offered;

    public Guid? LentById { get; init; }

    public Member? LentBy { get; private init; }

    public required DateTimeOffset LentAt { get; init; }

    /// <summary>Who of the borrowing floor said that it came, or that it did not.</summary>
    public Guid? AnsweredById { get; set; }

    public Member? AnsweredBy { get; private init; }

    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>Why it was declined or taken back.</summary>
    public string? Reason { get; set; }

    public List<LoanReturn> Returns { get; } = [];

    public uint Version { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Loan>
    {
        public void Configure(EntityTypeBuilder<Loan> entity)
        {
            entity.ToTable("loans", table =>
            {
                table.HasCheckConstraint("ck_loans_floors", "lender_floor_id <> borrower_floor_id");
                table.HasCheckConstraint("ck_loans_quantity",
                    "item <> '' AND quantity > 0 AND (kind = 'Money') = (unit IS NULL) AND (kind <> 'Money' OR quantity = round(quantity, 2))");
                table.HasCheckConstraint("ck_loans_due", "due_on IS NULL OR due_on >= lent_on");
                table.HasCheckConstraint("ck_loans_answered",
                    "(answered_at IS NULL) = (answered_by_id IS NULL) AND (state <> 'Offered' OR answered_at IS NULL) AND (state NOT IN ('Lent', 'Returned', 'Declined') OR answered_at IS NOT NULL)");
            });
            entity.Property(loan => loan.Kind).HasConversion<string>().HasMaxLength(20);
            entity.Property(loan => loan.State).HasConversion<string>().HasMaxLength(10);
            entity.Property(loan => loan.Item).HasMaxLength(LongestItem);
            entity.Property(loan => loan.Quantity).HasPrecision(12, 3);
            entity.Property(loan => loan.Unit).HasMaxLength(10);
            entity.Property(loan => loan.Notes).HasMaxLength(LongestNotes);
            entity.Property(loan => loan.Reason).HasMaxLength(LongestReason);
            entity.Property(loan => loan.Version).IsRowVersion();
            entity.HasIndex(loan => new { loan.TenantId, loan.SubmissionId }).IsUnique().HasDatabaseName(SubmissionIndex);
            entity.HasIndex(loan => new { loan.TenantId, loan.LenderFloorId, loan.State });
            entity.HasIndex(loan => new { loan.TenantId, loan.BorrowerFloorId, loan.State });
            entity.HasOne(loan => loan.LenderFloor).WithMany().HasForeignKey(loan => new { loan.TenantId, loan.LenderFloorId })
                .OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(loan => loan.BorrowerFloor).WithMany().HasForeignKey(loan => new { loan.TenantId, loan.BorrowerFloorId })
                .OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(loan => loan.LentBy).WithMany().HasForeignKey(loan => new { loan.TenantId, loan.LentById })
                .HasPrincipalKey(member => new { member.TenantId, member.Id }).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(loan => loan.AnsweredBy).WithMany().HasForeignKey(loan => new { loan.TenantId, loan.AnsweredById })
                .HasPrincipalKey(member => new { member.TenantId, member.Id }).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>A part of a loan, or all of it, that the borrower says it gave back.</summary>
public sealed class LoanReturn : TenantOwned
{
    internal const string SubmissionIndex = "ux_loan_returns_submission";

    public required Guid LoanId { get; init; }

    public required Guid SubmissionId { get; init; }

    /// <summary>In the loan's unit.</summary>
    public required decimal Quantity { get; init; }

    public required DateOnly ReturnedOn { get; init; }

    public Guid? ReturnedById { get; init; }

    public Member? ReturnedBy { get; private init; }

    public required DateTimeOffset ReturnedAt { get; init; }

    /// <summary>Null until the lender answers; true when it came, false when it did not.</summary>
    public bool? Confirmed { get; set; }

    public Guid? ConfirmedById { get; set; }

    public Member? ConfirmedBy { get; private init; }

    public DateTimeOffset? ConfirmedAt { get; set; }

    /// <summary>Why the lender says that it did not come.</summary>
    public string? Reason { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<LoanReturn>
    {
        public void Configure(EntityTypeBuilder<LoanReturn> entity)
        {
            entity.ToTable("loan_returns",
                table =>
                    table.HasCheckConstraint("ck_loan_returns",
                        "quantity > 0 AND (confirmed IS NULL) = (confirmed_at IS NULL) AND (confirmed IS NULL) = (confirmed_by_id IS NULL)"));
            entity.Property(back => back.Quantity).HasPrecision(12, 3);
            entity.Property(back => back.Reason).HasMaxLength(Loan.LongestReason);
            entity.HasIndex(back => new { back.TenantId, back.SubmissionId }).IsUnique().HasDatabaseName(SubmissionIndex);
            entity.HasIndex(back => new { back.TenantId, back.LoanId });
            entity.HasOne<Loan>().WithMany(loan => loan.Returns).HasForeignKey(back => new { back.TenantId, back.LoanId })
                .OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(back => back.ReturnedBy).WithMany().HasForeignKey(back => new { back.TenantId, back.ReturnedById })
                .HasPrincipalKey(member => new { member.TenantId, member.Id }).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(back => back.ConfirmedBy).WithMany().HasForeignKey(back => new { back.TenantId, back.ConfirmedById })
                .HasPrincipalKey(member => new { member.TenantId, member.Id }).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

public enum LoanKind
{
    Grocery,
    Equipment,
    Money,
    Other,
}

public enum LoanState
{
    /// <summary>The borrowing floor has not said yet that it came.</summary>
    Offered,

    Lent,

    /// <summary>All of it is back, and the lender says so.</summary>
    Returned,

    /// <summary>The borrowing floor says that it never came.</summary>
    Declined,

    /// <summary>Taken back by the lender before it was confirmed.</summary>
    Cancelled,
}

public static class LoanSets
{
    extension(PantryDb db)
    {
        public DbSet<Loan> Loans => db.Set<Loan>();

        public DbSet<LoanReturn> LoanReturns => db.Set<LoanReturn>();
    }
}
