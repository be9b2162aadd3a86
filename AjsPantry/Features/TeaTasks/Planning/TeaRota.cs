using AjsPantry.Features.TeaTasks.Duties;
using AjsPantry.Features.TeaTasks.Slots;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AjsPantry.Features.TeaTasks.Planning;

/// <summary>
/// Some days of a floor for which somebody says who makes tea. While it is a draft its places are proposals that only those who plan
/// see; publishing turns them into duties. A floor has one draft at a time.
/// </summary>
public sealed class TeaRota : TenantOwned
{
    /// <summary>How many days one rota may cover.</summary>
    public const int MostDays = 62;

    /// <summary>The unique index that lets a floor have one draft.</summary>
    internal const string DraftIndex = "ux_tea_rotas_draft";

    public required Guid FloorId { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>The last day, included.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>The ids of those who take part.</summary>
    public required Guid[] People { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>When a place was last changed by hand; every change touches it, so that nobody publishes what they have not seen.</summary>
    public DateTimeOffset? ChangedAt { get; set; }

    public DateTimeOffset? PublishedAt { get; set; }

    /// <summary>Who published it; null while it is a draft.</summary>
    public Guid? PublishedById { get; set; }

    public Member? PublishedBy { get; private init; }

    /// <summary>The draft's places; none once it is published.</summary>
    public List<TeaDraftPlace> Places { get; } = [];

    public uint Version { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<TeaRota>
    {
        public void Configure(EntityTypeBuilder<TeaRota> entity)
        {
            entity.ToTable("tea_rotas", table =>
            {
                table.HasCheckConstraint("ck_tea_rotas_days", $"until >= \"from\" AND until - \"from\" < {MostDays}");
                table.HasCheckConstraint("ck_tea_rotas_published", "(published_at IS NULL) = (published_by_id IS NULL)");
            });
            entity.Property(rota => rota.Version).IsRowVersion();
            entity.HasIndex(rota => new { rota.TenantId, rota.FloorId }).IsUnique().HasFilter("published_at IS NULL")
                .HasDatabaseName(DraftIndex);
            entity.HasIndex(rota => new { rota.TenantId, rota.FloorId, rota.From });
            entity.HasOne<Floor>().WithMany().HasForeignKey(rota => new { rota.TenantId, rota.FloorId }).OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(rota => rota.PublishedBy).WithMany().HasForeignKey(rota => new { rota.TenantId, rota.PublishedById })
                .HasPrincipalKey(member => new { member.TenantId, member.Id }).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>A proposal of a draft. The draft's own change is what the audit trail keeps.</summary>
[NotAudited]
public sealed class TeaDraftPlace : TenantOwned
{
    public Guid RotaId { get; private init; }

    public required Guid SlotId { get; init; }

    public TeaSlot? Slot { get; private init; }

    public required DateOnly Date { get; init; }

    /// <summary>Which of the slot's people, from 1.</summary>
    public required int Place { get; init; }

    /// <summary>Null while nobody is named.</summary>
    public Guid? MemberId { get; set; }

    public Member? Member { get; private init; }

    public required string Why { get; set; }

    /// <summary>The day on which the person was next but away; null when the place is nobody's kept turn.</summary>
    public DateOnly? KeptFrom { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<TeaDraftPlace>
    {
        public void Configure(EntityTypeBuilder<TeaDraftPlace> entity)
        {
            entity.ToTable("tea_draft_places", table => table.HasCheckConstraint("ck_tea_draft_places_place", "place >= 1"));
            entity.Property(place => place.Why).HasMaxLength(TeaDuty.LongestWhy);
            entity.HasIndex(place => new { place.TenantId, place.RotaId, place.Date, place.SlotId, place.Place }).IsUnique();
            entity.HasIndex(place => new { place.TenantId, place.RotaId, place.Date, place.SlotId, place.MemberId }).IsUnique();
            entity.HasOne<TeaRota>().WithMany(rota => rota.Places).HasForeignKey(place => new { place.TenantId, place.RotaId })
                .OnDelete(DeleteBehavior.Cascade);
            entity.HasOne(place => place.Slot).WithMany().HasForeignKey(place => new { place.TenantId, place.SlotId })
                .OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(place => place.Member).WithMany().HasForeignKey(place => new { place.TenantId, place.MemberId })
                .HasPrincipalKey(member => new { member.TenantId, member.Id }).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

public static class TeaRotaSets
{
    extension(PantryDb db)
    {
        public DbSet<TeaRota> TeaRotas => db.Set<TeaRota>();

        public DbSet<TeaDraftPlace> TeaDraftPlaces => db.Set<TeaDraftPlace>();
    }
}
