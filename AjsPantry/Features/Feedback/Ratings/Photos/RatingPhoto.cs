using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AjsPantry.Features.Feedback.Ratings.Photos;

/// <summary>
/// A photo of a meal, with somebody's rating of it. What it is was found by looking into it, and it was drawn anew, without what the
/// camera wrote beside it. Its author may take it away, and then it is gone; the rating says when it came.
/// </summary>
[NotAudited]
public sealed class RatingPhoto : TenantOwned
{
    /// <summary>The unique index by which a rating has one photo.</summary>
    internal const string OnceIndex = "ux_rating_photos_once";

    public required Guid RatingId { get; init; }

    /// <summary>Otherwise it is a JPEG.</summary>
    public required bool IsPng { get; init; }

    public required byte[] Bytes { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<RatingPhoto>
    {
        public void Configure(EntityTypeBuilder<RatingPhoto> entity)
        {
            entity.ToTable("rating_photos", table => table.HasCheckConstraint("ck_rating_photos", "length(bytes) > 0"));
            entity.HasIndex(photo => new { photo.TenantId, photo.RatingId }).IsUnique().HasDatabaseName(OnceIndex);
            entity.HasOne<Rating>().WithMany().HasForeignKey(photo => new { photo.TenantId, photo.RatingId })
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}

public static class RatingPhotoSet
{
    extension(PantryDb db)
    {
        public DbSet<RatingPhoto> RatingPhotos => db.Set<RatingPhoto>();
    }
}
