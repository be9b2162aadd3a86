using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AjsPantry.Features.People.Import;

/// <summary>A list of people that an admin brought in: read and checked first, then carried out in the background with progress.</summary>
[NotAudited]
public sealed class MemberImport : TenantOwned
{
    public required string FileName { get; init; }

    public required Guid RequestedById { get; init; }

    public Member? RequestedBy { get; private init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public MemberImportState State { get; set; } = MemberImportState.Checked;

    /// <summary>The rows as read, with what is wrong with each, as JSON.</summary>
    public required string Rows { get; set; }

    public required int Total { get; init; }

    /// <summary>Rows looked at so far.</summary>
    public int Done { get; set; }

    public int Added { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>What stopped it, in a few words; null when nothing did.</summary>
    public string? Error { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<MemberImport>
    {
        public void Configure(EntityTypeBuilder<MemberImport> entity)
        {
            entity.ToTable("member_imports");
            entity.Property(import => import.FileName).HasMaxLength(200);
            entity.Property(import => import.State).HasConversion<string>().HasMaxLength(10);
            entity.Property(import => import.Rows).HasColumnType("jsonb");
            entity.Property(import => import.Error).HasMaxLength(500);
            entity.HasOne(import => import.RequestedBy).WithMany()
                .HasForeignKey(import => new { import.TenantId, import.RequestedById })
                .HasPrincipalKey(member => new { member.TenantId, member.Id })
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}

public enum MemberImportState
{
    Checked,
    Running,
    Done,
    Failed,
}

public static class MemberImportSet
{
    extension(PantryDb db)
    {
        public DbSet<MemberImport> MemberImports => db.Set<MemberImport>();
    }
}
