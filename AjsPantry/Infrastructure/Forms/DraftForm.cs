using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AjsPantry.Infrastructure.Forms;

/// <summary>A form that arrived after its session had ended, kept for the person who typed it until they have signed in again.</summary>
[NotAudited]
public sealed class DraftForm : TenantOwned
{
    public const int LongestAddress = 1000;

    public required Guid MemberId { get; init; }

    public Member? Member { get; private init; }

    /// <summary>Where the form was going, as path and query on this site.</summary>
    public required string Address { get; init; }

    /// <summary>The fields, encrypted: nobody but the person reads what was never sent.</summary>
    public required string Fields { get; init; }

    public required DateTimeOffset KeptAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<DraftForm>
    {
        public void Configure(EntityTypeBuilder<DraftForm> entity)
        {
            entity.ToTable("kept_forms");
            entity.Property(form => form.Address).HasMaxLength(LongestAddress);
            entity.HasIndex(form => new { form.TenantId, form.MemberId });
            entity.HasOne(form => form.Member).WithMany()
                .HasForeignKey(form => new { form.TenantId, form.MemberId })
                .HasPrincipalKey(member => new { member.TenantId, member.Id })
                .OnDelete(DeleteBehavior.Cascade);
        }
    }
}

public static class DraftFormSet
{
    extension(PantryDb db)
    {
        public DbSet<DraftForm> KeptForms => db.Set<DraftForm>();
    }
}
