using AjsPantry.Features.Expenses.Reports.Stored;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AjsPantry.Features.Expenses.Reports.Custom;

/// <summary>
/// Says that a chosen report was made by mistake: lists leave it out, with its earlier revisions, until it is taken out again or
/// made anew. The report itself stays as it is and can be opened.
/// </summary>
public sealed class ReportPutAway : TenantOwned
{
    internal const string StandingIndex = "ux_report_put_aways_standing";

    /// <summary>The newest revision at that time.</summary>
    public required Guid ReportId { get; init; }

    public KeptReport? Report { get; private init; }

    public required Guid PutAwayById { get; init; }

    public Member? PutAwayBy { get; private init; }

    public required DateTimeOffset PutAwayAt { get; init; }

    /// <summary>Null while it is put away.</summary>
    public DateTimeOffset? TakenOutAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<ReportPutAway>
    {
        public void Configure(EntityTypeBuilder<ReportPutAway> entity)
        {
            entity.ToTable("report_put_aways");
            entity.HasIndex(away => new { away.TenantId, away.ReportId }).IsUnique()
                .HasFilter("taken_out_at IS NULL").HasDatabaseName(StandingIndex);
            entity.HasOne(away => away.Report).WithMany().HasForeignKey(away => new { away.TenantId, away.ReportId })
                .OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(away => away.PutAwayBy).WithMany().HasForeignKey(away => new { away.TenantId, away.PutAwayById })
                .HasPrincipalKey(member => new { member.TenantId, member.Id }).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

public static class ReportPutAwaySet
{
    extension(PantryDb db)
    {
        public DbSet<ReportPutAway> ReportPutAways => db.Set<ReportPutAway>();
    }
}
