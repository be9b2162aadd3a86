using AjsPantry.Features.Feedback.Ratings;
using AjsPantry.Features.Shared;
using AjsPantry.Features.Shared.Homes;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Feedback.Cards;

/// <summary>How the last meal was liked that somebody rated.</summary>
public sealed class LastRatedCard(PantryDb db) : IHomeCard
{
    private static readonly HomeQuery<LastMeal> Last = new((db, floorId, memberId, today) => db.Set<Rating>()
        .Where(rating => rating.WithdrawnAt == null && rating.Menu!.FloorId == floorId && rating.Menu.CancelledAt == null
            && rating.Menu.Date >= today.AddDays(-RateMeal.DaysOpen) && rating.Menu.Date <= today)
        .OrderByDescending(rating => rating.Menu!.Date)
        .ThenByDescending(rating => rating.Menu!.Meal == "breakfast" ? 0 : rating.Menu.Meal == "lunch" ? 1 : 2)
        .Take(1).Select(rating => new LastMeal(rating.MenuId, rating.Menu!.Date, rating.Menu.Dish!.Name)));

    public async Task ReadAsync(Home home, CancellationToken cancellationToken)
    {
        if (home.IsHeads)
            home.Cards.Add(new LastRated(home, await home.Cache.ReadAsync(
                ("meal rated last", home.Floor.Id, home.Today), async () => await MealAsync(home, cancellationToken))));
    }

    private async Task<RatedMeal?> MealAsync(Home home, CancellationToken cancellationToken)
    {
        if (await Last.AskAsync(db, home, cancellationToken) is not [var last])
            return null;
        var ratings = await db.Ratings.AsNoTracking().Where(rating => rating.MenuId == last.Id && rating.WithdrawnAt == null)
            .OrderBy(rating => rating.Stars).ThenBy(rating => rating.Id)
            .Select(rating => new { rating.Id, rating.Stars, Comment = rating.HiddenAt == null ? rating.Comment : null })
            .ToListAsync(cancellationToken);
        var worst = ratings.FirstOrDefault(rating => rating.Comment is not null);
        return new(last.Id, last.Date, last.Dish, new Score(ratings.Sum(rating => rating.Stars), ratings.Count),
            worst is null ? null : new WorstWord(worst.Id, worst.Stars, worst.Comment!));
    }

    private sealed record LastMeal(Guid Id, DateOnly Date, string Dish);
}

/// <param name="Meal">Null where nobody rated the meals of the last two weeks.</param>
public sealed record LastRated(Home Home, RatedMeal? Meal) : HomeCard(HomePlace.RatingTile, "/Features/Feedback/Cards/_LastRated.cshtml");

/// <param name="Worst">The words of whoever liked it least, where somebody wrote any.</param>
public sealed record RatedMeal(Guid Id, DateOnly Date, string Dish, Score Score, WorstWord? Worst);

/// <param name="Id">Of the rating.</param>
public sealed record WorstWord(Guid Id, int Stars, string Comment)
{
    private const int Longest = 40;

    /// <summary>The beginning of it, where it is long.</summary>
    public string Beginning => Comment.Length > Longest ? InputParser.Cut(Comment, Longest - 1) + "…" : Comment;
}
