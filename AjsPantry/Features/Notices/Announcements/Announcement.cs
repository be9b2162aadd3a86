using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AjsPantry.Features.Notices.Announcements;

/// <summary>What a pantry head or an admin tells a floor, or everybody. It is archived, never deleted.</summary>
public sealed class Announcement : TenantOwned
{
    public const int LongestTitle = 100;
    public const int LongestText = 2000;

    /// <summary>Made with the form, so that a form sent twice announces once.</summary>
    public required Guid SubmissionId { get; init; }

    /// <summary>The floor that is told; null for everybody of the tenant.</summary>
    public required Guid? FloorId { get; init; }

    public Floor? Floor { get; private init; }

    public required string Title { get; set; }

    public required string Text { get; set; }

    /// <summary>Stands before the others.</summary>
    public bool Pinned { get; set; }

    /// <summary>The last day on which home pages show it.</summary>
    public required DateOnly Until { get; set; }

    public required Guid CreatedById { get; init; }

    public Member? CreatedBy { get; private init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ArchivedAt { get; set; }

    public uint Version { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Announcement>
    {
        public void Configure(EntityTypeBuilder<Announcement> entity)
        {
            entity.ToTable("announcements", table => table.HasCheckConstraint("ck_announcements_title", "title <> ''"));
            entity.Property(announcement => announcement.Title).HasMaxLength(LongestTitle);
            entity.Property(announcement => announcement.Text).HasMaxLength(LongestText);
            entity.Property(announcement => announcement.Version).IsRowVersion();
            entity.HasIndex(announcement => new { announcement.TenantId, announcement.SubmissionId }).IsUnique()
                .HasDatabaseName("ux_announcements_submission");
            entity.HasIndex(announcement => new { announcement.TenantId, announcement.FloorId, announcement.Until });
            entity.HasOne(announcement => announcement.Floor).WithMany()
                .HasForeignKey(announcement => new { announcement.TenantId, announcement.FloorId }).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(announcement => announcement.CreatedBy).WithMany()
                .HasForeignKey(announcement => new { announcement.TenantId, announcement.CreatedById })
                .HasPrincipalKey(member => new { member.TenantId, member.Id }).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

public static class AnnouncementSet
{
    extension(PantryDb db)
    {
        public DbSet<Announcement> Announcements => db.Set<Announcement>();
    }
}
