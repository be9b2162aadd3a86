using AjsPantry.Features.Notices;
using AjsPantry.Features.Shared.Files;
using AjsPantry.Infrastructure.Documents;
using AjsPantry.Infrastructure.Documents.Photos;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Feedback.Ratings.Photos;

/// <summary>Reads photos of meals as they are sent, and keeps or removes that of a rating.</summary>
public sealed class MealPhotos(PantryDb db, FileInspector look, FileRoom room, FileRoomNotice notice)
{
    /// <summary>Of the file as it is sent.</summary>
    public const int MostBytes = 10 * 1024 * 1024;

    /// <summary>Of the whole form: the file, and words around it.</summary>
    public const long MostOfForm = MostBytes + (1024 * 1024);

    /// <summary>The longer side of what is kept, in pixels.</summary>
    private const int KeptSide = 1600;

    /// <summary>The longer side of one in a list, for screens with two pixels a point.</summary>
    private const int SmallSide = 240;

    private const string Field = nameof(RateMeal.Input.Photo);

    /// <returns>The photo as it is kept, or what is wrong with it.</returns>
    public async Task<Outcome<Photo>> ReadAsync(IFormFile file, CancellationToken cancellationToken)
    {
        if (file.Length > MostBytes)
            return Wrong("It is larger than 10 MB. Take a smaller photo.");
        using var content = new MemoryStream((int)file.Length);
        await file.CopyToAsync(content, cancellationToken);
        var photo = await look.RunAsync(
            () => Look(content.ToArray()), () => Wrong("It takes too long to open. Take another photo."), cancellationToken);
        return photo.IsDone && await room.RefusalAsync(photo.Value.Bytes.Length, cancellationToken) is { } full ? Wrong(full) : photo;
    }

    /// <summary>Once a photo is kept: admins are told in time when little room is left.</summary>
    public Task WatchRoomAsync(CancellationToken cancellationToken) => notice.WatchAsync(cancellationToken);

    /// <summary>Puts a photo in the place of the one that is there, or none; saved with the rating.</summary>
    public async Task PutAsync(Rating rating, Photo? photo, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var present = await db.RatingPhotos.SingleOrDefaultAsync(row => row.RatingId == rating.Id, cancellationToken);
        if (present is not null)
            db.RatingPhotos.Remove(present);
        // The old one goes first: there is one at a time.
        if (present is not null && photo is not null)
            await db.SaveChangesAsync(cancellationToken);
        if (photo is not null)
            db.RatingPhotos.Add(new RatingPhoto { RatingId = rating.Id, IsPng = photo.IsPng, Bytes = photo.Bytes });
        rating.PhotoAt = photo is null ? null : now;
    }

    /// <summary>The photo in full, or small for a list.</summary>
    /// <param name="seesHidden">Also one of somebody else that is hidden.</param>
    /// <returns>Null when the floor has no such rating, or it has no photo.</returns>
    public async Task<Photo?> FindAsync(
        Guid floorId, Guid ratingId, Guid memberId, bool seesHidden, bool small, CancellationToken cancellationToken)
    {
        var photo = await FindAsync(floorId, ratingId, memberId, seesHidden, cancellationToken);
        return photo is not null && small && SanitizedPhoto.Read(photo.Bytes, SmallSide, "a meal") is { IsDone: true } drawn ? drawn.Value
            : photo;
    }

    private Task<Photo?> FindAsync(Guid floorId, Guid ratingId, Guid memberId, bool seesHidden, CancellationToken cancellationToken)
    {
        var ratings = db.Ratings.Where(rating => rating.Id == ratingId && rating.WithdrawnAt == null && rating.Menu!.FloorId == floorId
            && (rating.HiddenAt == null || rating.MemberId == memberId || seesHidden));
        return db.RatingPhotos.AsNoTracking().Where(photo => photo.RatingId == ratingId && ratings.Any())
            .Select(photo => new Photo(photo.IsPng, photo.Bytes)).SingleOrDefaultAsync(cancellationToken);
    }

    private static Outcome<Photo> Look(byte[] file)
    {
        if (!SanitizedPhoto.IsPhoto(file))
            return WhyNot(file);
        var photo = SanitizedPhoto.Read(file, KeptSide, "a meal");
        return photo.IsDone ? photo : Wrong($"It {photo.Messages[0].Text}");
    }

    /// <summary>What is wrong with a file that is no photo which can be opened here.</summary>
    public static FieldMessage WhyNot(byte[] file) => file switch
    {
        _ when BoxedFile.IsFilm(file) => Wrong("It is a video, not a photo. Take a photo of the meal."),
        _ when BoxedFile.IsPhoto(file) => Wrong("This format (HEIC or AVIF) cannot be opened here. Send it as JPEG."),
        _ => Wrong("It is not a photo (JPEG, PNG, WebP, HEIC)."),
    };

    private static FieldMessage Wrong(string why) => new(Field, why);
}
