using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AjsPantry.Features.Feedback;

/// <summary>How a floor has its ratings. Without a row: names do not show.</summary>
public sealed class FeedbackSettings : TenantOwned
{
    public required Guid FloorId { get; init; }

    /// <summary>Whoever rates from now on shows with their name.</summary>
    public bool ShowsNames { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<FeedbackSettings>
    {
        public void Configure(EntityTypeBuilder<FeedbackSettings> entity)
        {
            entity.ToTable("feedback_settings");
            entity.HasIndex(settings => new { settings.TenantId, settings.FloorId }).IsUnique();
            entity.HasOne<Floor>().WithMany().HasForeignKey(settings => new { settings.TenantId, settings.FloorId })
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}

public static class FeedbackSettingsSet
{
    extension(PantryDb db)
    {
        public DbSet<FeedbackSettings> FeedbackSettings => db.Set<FeedbackSettings>();
    }
}
