using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AjsPantry.Infrastructure.SignIn;

/// <summary>
/// A link that lets its holder choose a password once: to join, or to get back in. The link names the tenant and carries 256
/// random bits, of which only the hash is kept.
/// </summary>
public sealed class Invitation : TenantOwned
{
    public required byte[] KeyHash { get; init; }

    /// <summary>Of the short code that stands on a card; null where the link is the only way.</summary>
    public byte[]? CodeHash { get; init; }

    public required Guid MemberId { get; init; }

    public Member? Member { get; private init; }

    public required InvitationKind Kind { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? UsedAt { get; set; }

    /// <summary>Taken back, or replaced by a newer link.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Invitation>
    {
        public void Configure(EntityTypeBuilder<Invitation> entity)
        {
            entity.ToTable("invitations");
            entity.Property(invitation => invitation.Kind).HasConversion<string>().HasMaxLength(10);
            entity.HasIndex(invitation => new { invitation.TenantId, invitation.KeyHash }).IsUnique();
            // Codes are few. Those of invitations that are over may come again.
            entity.HasIndex(invitation => new { invitation.TenantId, invitation.CodeHash }).IsUnique()
                .HasFilter("used_at IS NULL AND withdrawn_at IS NULL");
            entity.HasIndex(invitation => new { invitation.TenantId, invitation.MemberId });
            entity.HasOne(invitation => invitation.Member).WithMany()
                .HasForeignKey(invitation => new { invitation.TenantId, invitation.MemberId })
                .HasPrincipalKey(member => new { member.TenantId, member.Id })
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}

public enum InvitationKind
{
    /// <summary>The first one: name and password.</summary>
    Join,

    /// <summary>A new password for somebody who lost the old one.</summary>
    Reset,
}

public static class InvitationSet
{
    extension(PantryDb db)
    {
        public DbSet<Invitation> Invitations => db.Set<Invitation>();
    }
}
