using AjsPantry.Features.Menus;
using AjsPantry.Features.Shared;
using AjsPantry.Infrastructure.Caching;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Feedback.Ratings;

/// <summary>
/// What a person may rate, and how meals of the floor were rated. Who rated what is nobody's to see but the author's, unless the floor
/// shows names.
/// </summary>
public sealed class RatingsQuery(PantryDb db, ReadCache cache)
{
    /// <summary>Meals of the last days that the person may have eaten and has not rated, the latest first.</summary>
    /// <param name="now">On the tenant's clock: nobody is asked about a meal that is still to come.</param>
    public async Task<IReadOnlyList<RateableMeal>> WaitingAsync(
        Guid floorId, Guid memberId, TenantView tenant, DateOnly today, TimeOnly now, CancellationToken cancellationToken)
    {
        var waiting = await cache.ReadAsync(("meals to rate", floorId, memberId, today), async () =>
            await AskWaitingAsync(floorId, memberId, tenant, today, cancellationToken));
        return [.. waiting.Where(meal => meal.Date < today || MealHours.HasBegun(meal.Meal, now))];
    }

    private async Task<IReadOnlyList<RateableMeal>> AskWaitingAsync(
        Guid floorId, Guid memberId, TenantView tenant, DateOnly today, CancellationToken cancellationToken)
    {
        var from = today.AddDays(-RateMeal.DaysOpen);
        var own = db.Ratings.Where(rating => rating.MemberId == memberId && rating.WithdrawnAt == null);
        var arrivals = Arrival.Of(db, memberId);
        var waiting = await Cooks.OfOthers(db, memberId).AsNoTracking()
            .Where(menu => menu.FloorId == floorId && menu.CancelledAt == null && menu.Date >= from && menu.Date <= today
                && !own.Any(rating => rating.MenuId == menu.Id))
            .OrderByDescending(menu => menu.Date).ThenBy(menu => menu.Meal)
            .Select(menu => new
            {
                Meal = new RateableMeal(
                    menu.Id, menu.Date, menu.Meal, menu.Dish!.Name, menu.Side!.Name, menu.Room!.Name ?? menu.Member!.Name,
                    null, null, null),
                Came = arrivals.Max(at => (DateTimeOffset?)at),
            })
            .ToListAsync(cancellationToken);
        return [.. waiting.Where(one => one.Meal.Date >= Arrival.Day(one.Came, tenant)).Select(one => one.Meal)];
    }

    /// <summary>Whoever rates now shows with their name.</summary>
    public async Task<bool> ShowsNamesAsync(Guid floorId, CancellationToken cancellationToken) =>
        await cache.ReadAsync(("names with ratings", floorId), async () =>
            await db.FeedbackSettings.Where(settings => settings.FloorId == floorId).Select(settings => settings.ShowsNames)
                .SingleOrDefaultAsync(cancellationToken));

    /// <returns>Null when the floor has no such meal, or it was cancelled.</returns>
    public Task<RateableMeal?> FindAsync(Guid floorId, Guid menuId, Guid memberId, CancellationToken cancellationToken) =>
        Meals(db.Menus.Where(menu => menu.FloorId == floorId && menu.Id == menuId && menu.CancelledAt == null), memberId)
            .SingleOrDefaultAsync(cancellationToken);

    /// <summary>The stars that a person gave a meal; null while there are none.</summary>
    public Task<int?> StarsAsync(Guid menuId, Guid memberId, CancellationToken cancellationToken) =>
        db.Ratings.Where(rating => rating.MenuId == menuId && rating.MemberId == memberId && rating.WithdrawnAt == null)
            .Select(rating => (int?)rating.Stars).SingleOrDefaultAsync(cancellationToken);

    /// <summary>What people of the floor said of its meals, the latest meal first; those with words or the person's own.</summary>
    /// <param name="page">From 1.</param>
    /// <param name="seesHidden">Also words of others that are hidden.</param>
    public async Task<PageOf<MealComment>> ListAsync(
        Guid floorId, Guid memberId, int page, bool seesHidden, CancellationToken cancellationToken) =>
        await cache.ReadAsync(("ratings", floorId, memberId, page, seesHidden), async () => await Said(
            db.Ratings.Where(rating => rating.Menu!.FloorId == floorId && rating.WithdrawnAt == null
                && (rating.MemberId == memberId
                    || ((rating.Comment != null || rating.PhotoAt != null) && (rating.HiddenAt == null || seesHidden)))),
            memberId).PageAsync(page, cancellationToken));

    /// <summary>How a meal was rated until now.</summary>
    public async Task<Score> ScoreAsync(Guid menuId, CancellationToken cancellationToken)
    {
        var ratings = db.Ratings.Where(rating => rating.MenuId == menuId && rating.WithdrawnAt == null);
        return await ratings.GroupBy(rating => rating.MenuId).Select(group => new Score(group.Sum(rating => rating.Stars), group.Count()))
            .SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>What people said of one meal. What is hidden, its author still reads.</summary>
    /// <param name="seesHidden">Also words of others that are hidden.</param>
    public Task<List<MealComment>> OfMealAsync(Guid menuId, Guid memberId, bool seesHidden, CancellationToken cancellationToken) =>
        Said(
            db.Ratings.Where(rating => rating.MenuId == menuId && rating.WithdrawnAt == null && rating.Comment != null
                && (rating.HiddenAt == null || seesHidden || rating.MemberId == memberId)),
            memberId)
            .Take(MostOfMeal).ToListAsync(cancellationToken);

    private const int MostOfMeal = 20;

    /// <summary>What somebody wrote, to be answered; null when the floor has no such words.</summary>
    public Task<MealComment?> SaidAsync(Guid floorId, Guid id, Guid memberId, CancellationToken cancellationToken) =>
        Said(db.Ratings
            .Where(rating => rating.Id == id && rating.Menu!.FloorId == floorId && rating.WithdrawnAt == null && rating.Comment != null),
            memberId).SingleOrDefaultAsync(cancellationToken);

    private static IQueryable<MealComment> Said(IQueryable<Rating> ratings, Guid memberId) =>
        ratings.AsNoTracking().OrderByDescending(rating => rating.Menu!.Date).ThenByDescending(rating => rating.Id)
            .Select(rating => new MealComment(
            rating.Id, rating.MenuId, rating.Menu!.Date, rating.Menu.Dish!.Name, rating.Menu.Room == null ? null : rating.Menu.Room.Name,
            rating.Stars, rating.Comment,
            rating.ShowsName ? rating.Member!.Name : null, rating.Answer, rating.AnsweredBy!.Name, rating.MemberId == memberId,
            rating.PhotoAt != null, rating.HiddenReason, rating.HiddenBy!.Name));

    private IQueryable<RateableMeal> Meals(IQueryable<Menu> menus, Guid memberId)
    {
        var ratings = db.Ratings.Where(rating => rating.MemberId == memberId && rating.WithdrawnAt == null);
        return menus.AsNoTracking().OrderByDescending(menu => menu.Date).ThenBy(menu => menu.Meal).Select(menu => new RateableMeal(
            menu.Id, menu.Date, menu.Meal, menu.Dish!.Name, menu.Side == null ? null : menu.Side.Name,
            menu.Room == null ? menu.Member == null ? null : menu.Member.Name : menu.Room.Name,
            ratings.Where(rating => rating.MenuId == menu.Id).Select(rating => (int?)rating.Stars).FirstOrDefault(),
            ratings.Where(rating => rating.MenuId == menu.Id).Select(rating => rating.Comment).FirstOrDefault(),
            ratings.Where(rating => rating.MenuId == menu.Id && rating.PhotoAt != null).Select(rating => (Guid?)rating.Id)
                .FirstOrDefault()));
    }
}

/// <param name="Stars">The person's own rating; null while there is none.</param>
/// <param name="PhotoOf">The person's rating, where it has a photo.</param>
public sealed record RateableMeal(
    Guid Id, DateOnly Date, string Meal, string Dish, string? Side, string? Cook, int? Stars, string? Comment, Guid? PhotoOf);

/// <param name="By">The author, who was told that the name shows; null for everybody else.</param>
/// <param name="Mine">The person who looks said it.</param>
/// <param name="HiddenReason">Why everybody else does not read it; null while they do.</param>
public sealed record MealComment(Guid Id, Guid MenuId, DateOnly Date, string Dish, string? Room, int Stars, string? Comment, string? By,
    string? Answer, string? AnsweredBy, bool Mine, bool HasPhoto, string? HiddenReason, string? HiddenBy);
