using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AjsPantry.Infrastructure.Security;

/// <summary>Something that concerned a person's sign-in, kept for a while so that the person can see it; nobody else does.</summary>
[NotAudited]
public sealed class SecurityEvent : TenantOwned
{
    public const int LongestDevice = 200;
    public const int LongestAddress = 50;

    /// <summary>How long a person sees it.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    public required Guid MemberId { get; init; }

    public required SecurityEventKind Kind { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The network address; empty for what the server did.</summary>
    public required string Address { get; init; }

    /// <summary>The browser's own description.</summary>
    public required string Device { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<SecurityEvent>
    {
        public void Configure(EntityTypeBuilder<SecurityEvent> entity)
        {
            entity.ToTable("security_events", table => table.HasCheckConstraint("ck_security_events_kind", "kind <> ''"));
            entity.Property(happened => happened.Kind).HasConversion<string>().HasMaxLength(30);
            entity.Property(happened => happened.Address).HasMaxLength(LongestAddress);
            entity.Property(happened => happened.Device).HasMaxLength(LongestDevice);
            entity.HasIndex(happened => new { happened.TenantId, happened.MemberId, happened.At });
            entity.HasOne<Member>().WithMany().HasForeignKey(happened => new { happened.TenantId, happened.MemberId })
                .HasPrincipalKey(member => new { member.TenantId, member.Id }).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

public static class SecurityEventSet
{
    extension(PantryDb db)
    {
        public DbSet<SecurityEvent> SecurityEvents => db.Set<SecurityEvent>();
    }
}
