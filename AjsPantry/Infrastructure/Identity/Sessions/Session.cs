using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AjsPantry.Infrastructure.Identity.Sessions;

/// <summary>One signed-in device. The cookie holds a key of which only the hash is kept here; ending the row ends the session.</summary>
[NotAudited]
public sealed class Session : TenantOwned
{
    /// <summary>
    /// Stands in place of the stamp once the person signed in on another device and may have one session only. No member has such a stamp.
    /// </summary>
    public const string TakenOver = "taken-over";

    public required byte[] KeyHash { get; init; }

    public required Guid MemberId { get; init; }

    public Member? Member { get; init; }

    /// <summary>Identity's stamp when the session began; a changed password changes the member's and so ends the session.</summary>
    public required string SecurityStamp { get; set; }

    /// <summary>True when other people use the device: shorter idle time, and the cookie goes with the browser.</summary>
    public required bool SharedDevice { get; init; }

    /// <summary>How the person proved who they are, as in RFC 8176: pwd, mfa.</summary>
    public required string Method { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset LastSeenAt { get; set; }

    public required string Device { get; init; }

    public required string Address { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Session>
    {
        public void Configure(EntityTypeBuilder<Session> entity)
        {
            entity.ToTable("sessions");
            entity.Property(session => session.Method).HasMaxLength(10);
            entity.Property(session => session.Device).HasMaxLength(200);
            entity.Property(session => session.Address).HasMaxLength(50);
            entity.HasIndex(session => new { session.TenantId, session.KeyHash }).IsUnique();
            entity.HasOne(session => session.Member).WithMany()
                .HasForeignKey(session => new { session.TenantId, session.MemberId })
                .HasPrincipalKey(member => new { member.TenantId, member.Id })
                .OnDelete(DeleteBehavior.Cascade);
        }
    }
}
