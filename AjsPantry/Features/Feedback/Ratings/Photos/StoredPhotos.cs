using AjsPantry.Features.Shared.Files;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Feedback.Ratings.Photos;

/// <summary>The photos' part of what a residence keeps.</summary>
internal sealed class StoredPhotos(PantryDb db) : IKeepsFiles
{
    public Task<long> BytesAsync(CancellationToken cancellationToken) =>
        db.RatingPhotos.SumAsync(photo => (long)photo.Bytes.Length, cancellationToken);
}
