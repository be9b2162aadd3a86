using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AjsPantry.Features.Menus.Calendar;

/// <summary>
/// The secret address under which a calendar program reads a person's days without signing in. Only the hash of its key is kept; the
/// person takes it back whenever they like, and it shows nothing once their account is switched off.
/// </summary>
public sealed class CalendarFeed : TenantOwned
{
    /// <summary>The unique index that lets a person have one address at a time.</summary>
    internal const string LiveIndex = "ux_calendar_feeds_live";

    public required Guid MemberId { get; init; }

    public Member? Member { get; private init; }

    public required byte[] KeyHash { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The last day on which a program read it; null before the first.</summary>
    public DateOnly? LastReadOn { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<CalendarFeed>
    {
        public void Configure(EntityTypeBuilder<CalendarFeed> entity)
        {
            entity.ToTable("calendar_feeds");
            entity.Property(feed => feed.KeyHash).HasMaxLength(32);
            entity.HasIndex(feed => new { feed.TenantId, feed.KeyHash }).IsUnique();
            entity.HasIndex(feed => new { feed.TenantId, feed.MemberId }).IsUnique().HasFilter("revoked_at IS NULL")
                .HasDatabaseName(LiveIndex);
            entity.HasOne(feed => feed.Member).WithMany().HasForeignKey(feed => new { feed.TenantId, feed.MemberId })
                .HasPrincipalKey(member => new { member.TenantId, member.Id }).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

public static class CalendarFeedSet
{
    extension(PantryDb db)
    {
        public DbSet<CalendarFeed> CalendarFeeds => db.Set<CalendarFeed>();
    }
}
