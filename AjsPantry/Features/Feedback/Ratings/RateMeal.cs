using System.Globalization;
using AjsPantry.Features.Feedback.Ratings.Photos;
using AjsPantry.Features.Menus;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Feedback.Ratings;

/// <summary>A person says how a meal of their floor tasted, or takes it back. Who cooked it does not rate it.</summary>
public static class RateMeal
{
    /// <summary>How long a meal may be rated; after that nobody remembers.</summary>
    public const int DaysOpen = 14;

    public sealed record Input
    {
        public string? Stars { get; set; }

        public string? Comment { get; set; }

        public IFormFile? Photo { get; set; }

        /// <summary>The photo that is there is taken away.</summary>
        public bool WithoutPhoto { get; set; }
    }

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator()
        {
            RuleFor(input => input.Stars).Must(typed => StarsOf(typed) is not null).WithMessage($"Choose 1 to {Rating.Most} stars.");
            RuleFor(input => input.Comment).Must(typed => InputParser.Text(typed).Length <= Rating.LongestComment)
                .WithMessage($"Use {Rating.LongestComment} characters at most.");
        }
    }

    internal static int? StarsOf(string? typed) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var stars) && stars is >= 1 and <= Rating.Most ? stars
            : null;

    public sealed class Handler(PantryDb db, RatingsQuery query, MealPhotos photos, Scope scope)
    {
        /// <summary>Rated again, the later word counts. The same sent twice, or at once, is one rating.</summary>
        /// <param name="keepsComment">A tap on the stars alone leaves the words that are there.</param>
        /// <returns>Null when the floor has no such meal, or it was cancelled.</returns>
        public Task<Outcome<Rating>?> HandleAsync(
            Guid floorId, Guid menuId, Input input, CancellationToken cancellationToken, bool keepsComment = false) =>
            // The same tap came twice at once: the second changes what the first made.
            db.RetryOnConflictAsync(
                () => OnceAsync(floorId, menuId, input, keepsComment, cancellationToken), Rating.OnceIndex, RatingPhoto.OnceIndex);

        private async Task<Outcome<Rating>?> OnceAsync(
            Guid floorId, Guid menuId, Input input, bool keepsComment, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.RateMeals);
            if (await db.Menus.AsNoTracking()
                .SingleOrDefaultAsync(
                    menu => menu.FloorId == floorId && menu.Id == menuId && menu.CancelledAt == null, cancellationToken) is not { } menu)
                return null;
            if (await RefusalAsync(menu, cancellationToken) is { } refusal)
                return refusal;
            var photo = !keepsComment && input.Photo is { Length: > 0 } file ? await photos.ReadAsync(file, cancellationToken) : null;
            if (photo is { IsDone: false })
                return photo.Messages[0];
            var rating = await StarsAsync(menuId, input, keepsComment, cancellationToken);
            if (db.Entry(rating).State != EntityState.Unchanged)
                rating.ShowsName = await query.ShowsNamesAsync(floorId, cancellationToken);
            if (!keepsComment)
                Comment(rating, InputParser.Text(input.Comment));
            if (photo is not null || (!keepsComment && input.WithoutPhoto && rating.PhotoAt is not null))
                await photos.PutAsync(rating, photo?.Value, scope.Now, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            if (photo is not null)
                await photos.WatchRoomAsync(cancellationToken);
            return rating;
        }

        /// <returns>The person's rating of the meal, a new one or their earlier one, with the stars of now.</returns>
        private async Task<Rating> StarsAsync(Guid menuId, Input input, bool keepsComment, CancellationToken cancellationToken)
        {
            var me = scope.Actor.Id;
            var stars = StarsOf(input.Stars)!.Value;
            var rating = await db.Ratings.SingleOrDefaultAsync(
                rating => rating.MenuId == menuId && rating.MemberId == me, cancellationToken);
            if (rating is null)
            {
                rating = new Rating { MenuId = menuId, MemberId = me, Stars = stars, CreatedAt = scope.Now };
                db.Ratings.Add(rating);
                return rating;
            }

            var saysElse = !keepsComment && (rating.Comment ?? "") != InputParser.Text(input.Comment);
            if (rating.Stars != stars || rating.WithdrawnAt is not null || saysElse)
            {
                rating.Stars = stars;
                rating.ChangedAt = scope.Now;
                rating.WithdrawnAt = null;
            }

            return rating;
        }

        /// <summary>With other words an answer to the earlier ones goes.</summary>
        private static void Comment(Rating rating, string comment)
        {
            if ((rating.Comment ?? "") == comment)
                return;
            rating.Comment = comment == "" ? null : comment;
            rating.Answer = null;
            rating.AnsweredById = null;
            rating.AnsweredAt = null;
        }

        /// <returns>False when the person has no rating of this meal of the floor.</returns>
        public async Task<bool> WithdrawAsync(Guid floorId, Guid menuId, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.RateMeals);
            var me = scope.Actor.Id;
            if (await db.Ratings.SingleOrDefaultAsync(
                rating => rating.MenuId == menuId && rating.MemberId == me && rating.Menu!.FloorId == floorId && rating.WithdrawnAt == null,
                cancellationToken) is not { } rating)
                return false;
            rating.WithdrawnAt = scope.Now;
            if (rating.PhotoAt is not null)
                await photos.PutAsync(rating, null, scope.Now, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }

        private async Task<FieldMessage?> RefusalAsync(Menu menu, CancellationToken cancellationToken)
        {
            var person = scope.Actor;
            var today = scope.Today;
            if (menu.Date > today)
                return new FieldMessage(nameof(Input.Stars), "This meal has not been served yet. Rate it after you eat it.");
            if (menu.Date < today.AddDays(-DaysOpen))
                return new FieldMessage(nameof(Input.Stars), $"This meal is more than {DaysOpen} days ago, so it can no longer be rated.");
            return await Cooks.Of(db, person.Id).AnyAsync(cooked => cooked.Id == menu.Id, cancellationToken)
                ? new FieldMessage(nameof(Input.Stars), "You cooked this meal, so others rate it.")
                : null;
        }
    }
}
