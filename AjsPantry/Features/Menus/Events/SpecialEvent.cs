using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AjsPantry.Features.Menus.Events;

/// <summary>
/// A special day, or several in a row, on the calendar of a floor, or of everybody. One that will not be is cancelled, never deleted.
/// </summary>
public sealed class SpecialEvent : TenantOwned
{
    public const int LongestTitle = 100;
    public const int LongestText = 1000;

    /// <summary>How many days one may last.</summary>
    public const int MostDays = 31;

    /// <summary>The unique index that lets a form make one event.</summary>
    internal const string SubmissionIndex = "ux_special_events_submission";

    /// <summary>Made with the form, so that a form sent twice makes one event.</summary>
    public required Guid SubmissionId { get; init; }

    /// <summary>The floor whose event it is; null for everybody of the tenant.</summary>
    public required Guid? FloorId { get; init; }

    public Floor? Floor { get; private init; }

    /// <summary>The day, or the first of several.</summary>
    public required DateOnly Date { get; set; }

    /// <summary>The last day, included, where it lasts several; null for one day.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>When it begins, on the tenant's clock; null when it has no time.</summary>
    public TimeOnly? At { get; set; }

    public required string Title { get; set; }

    public string? Text { get; set; }

    public required Guid CreatedById { get; init; }

    public Member? CreatedBy { get; private init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? CancelledAt { get; set; }

    public uint Version { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<SpecialEvent>
    {
        public void Configure(EntityTypeBuilder<SpecialEvent> entity)
        {
            entity.ToTable("special_events", table =>
            {
                table.HasCheckConstraint("ck_special_events_title", "title <> ''");
                table.HasCheckConstraint("ck_special_events_until", $"until > date AND until < date + {MostDays}");
            });
            entity.Property(special => special.Title).HasMaxLength(LongestTitle);
            entity.Property(special => special.Text).HasMaxLength(LongestText);
            entity.Property(special => special.Version).IsRowVersion();
            entity.HasIndex(special => new { special.TenantId, special.SubmissionId }).IsUnique().HasDatabaseName(SubmissionIndex);
            entity.HasIndex(special => new { special.TenantId, special.Date });
            entity.HasOne(special => special.Floor).WithMany().HasForeignKey(special => new { special.TenantId, special.FloorId })
                .OnDelete(DeleteBehavior.Restrict);
            entity.HasOne(special => special.CreatedBy).WithMany().HasForeignKey(special => new { special.TenantId, special.CreatedById })
                .HasPrincipalKey(member => new { member.TenantId, member.Id }).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

public static class SpecialEventSet
{
    extension(PantryDb db)
    {
        public DbSet<SpecialEvent> SpecialEvents => db.Set<SpecialEvent>();
    }
}
