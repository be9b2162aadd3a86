using AjsPantry.Features.Expenses.Reports.Monthly;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AjsPantry.Features.Expenses.Reports.Stored;

/// <summary>
/// A report as it was made: never changed, never deleted. When the books change afterwards a new revision stands beside it.
/// </summary>
public sealed class KeptReport : TenantOwned
{
    public const int LongestTitle = 150;
    public const int LongestMaker = 200;

    public required Guid FloorId { get; init; }

    public Floor? Floor { get; private init; }

    /// <summary>The first day of the month; of the one that it begins in, when it is not a month's.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>Empty for the month's own report; the words of whoever chose what is in it otherwise.</summary>
    public string Title { get; init; } = "";

    public required DateOnly From { get; init; }

    /// <summary>The last day, included.</summary>
    public required DateOnly Until { get; init; }

    public required int Revision { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>The person's name at that time, or the job's with the person for whom it was made.</summary>
    public required string MadeBy { get; init; }

    public required int Bills { get; init; }

    public required decimal Spent { get; init; }

    /// <summary>
    /// The <see cref="AjsPantry.Features.Expenses.Reports.Stored.ReportPrint"/> of what it was made from; another one now means that the
    /// books changed since.
    /// </summary>
    public required byte[] Fingerprint { get; init; }

    /// <summary>The <see cref="ExpenseReport"/> itself, as JSON; the page shows exactly this.</summary>
    public required string Content { get; init; }

    public List<ReportFile> Files { get; init; } = [];

    internal const string RevisionIndex = "ux_reports_revision";

    internal sealed class Mapping : IEntityTypeConfiguration<KeptReport>
    {
        public void Configure(EntityTypeBuilder<KeptReport> entity)
        {
            entity.ToTable("reports", table =>
            {
                table.HasCheckConstraint("ck_reports", "extract(day from month) = 1 AND revision > 0");
                table.HasCheckConstraint("ck_reports_days",
                    "until >= \"from\" AND date_trunc('month', \"from\")::date = month AND (title <> '' OR (\"from\" = month AND until = (month + interval '1 month - 1 day')::date))");
            });
            entity.Property(report => report.Title).HasMaxLength(LongestTitle);
            entity.Property(report => report.MadeBy).HasMaxLength(LongestMaker);
            entity.Property(report => report.Spent).HasPrecision(14, 2);
            entity.Property(report => report.Content).HasColumnType("jsonb");
            entity.HasIndex(report => new
            {
                report.TenantId,
                report.FloorId,
                report.Month,
                report.Title,
                report.From,
                report.Until,
                report.Revision
            }).IsUnique().HasDatabaseName(RevisionIndex);
            entity.HasOne(report => report.Floor).WithMany().HasForeignKey(report => new { report.TenantId, report.FloorId })
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>One file of a report, kept byte for byte with its checksum.</summary>
[NotAudited]
public sealed class ReportFile : TenantOwned
{
    public Guid ReportId { get; private init; }

    /// <summary>pdf, xlsx, csv, or vouchers (a PDF of them).</summary>
    public required string Format { get; init; }

    public required byte[] Content { get; init; }

    public required byte[] Sha256 { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ReportFile>
    {
        public void Configure(EntityTypeBuilder<ReportFile> entity)
        {
            entity.ToTable("report_files",
                table =>
                    table.HasCheckConstraint(
                        "ck_report_files", "format IN ('pdf', 'xlsx', 'csv', 'vouchers') AND sha256 = sha256(content)"));
            entity.Property(file => file.Format).HasMaxLength(10);
            entity.HasIndex(file => new { file.TenantId, file.ReportId, file.Format }).IsUnique();
            entity.HasOne<KeptReport>().WithMany(report => report.Files).HasForeignKey(file => new { file.TenantId, file.ReportId })
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}

public static class ReportSets
{
    extension(PantryDb db)
    {
        public DbSet<KeptReport> Reports => db.Set<KeptReport>();

        public DbSet<ReportFile> ReportFiles => db.Set<ReportFile>();
    }
}
