using AjsPantry.Features.Feedback.Insights;
using AjsPantry.Features.Feedback.Ratings;
using AjsPantry.Features.Menus;
using AjsPantry.Features.Shared;
using AjsPantry.Features.Shared.Charts;
using AjsPantry.Features.Shared.Homes;
using AjsPantry.Infrastructure.Persistence;

namespace AjsPantry.Features.Feedback.Cards;

/// <summary>How each floor's meals were liked lately, and the average of all floors by month.</summary>
public sealed class FloorRatingsCard(PantryDb db) : IFloorsCard
{
    /// <summary>The days that a floor's own figure counts.</summary>
    private const int Lately = 30;

    /// <summary>The stars of a meal first: the month of each rating would be worked out again and again.</summary>
    private static readonly FloorsQuestion<FloorStars> Stars = new((db, today) => db.Set<Menu>()
        .Where(menu => menu.CancelledAt == null && menu.Date >= today.AddDays(1 - today.Day).AddMonths(1 - FloorsHome.MonthsShown))
        .Join(
            db.Set<Rating>().Where(rating => rating.WithdrawnAt == null).GroupBy(rating => rating.MenuId)
                .Select(meal => new { MenuId = meal.Key, Sum = meal.Sum(rating => rating.Stars), Count = meal.Count() }),
            menu => menu.Id, meal => meal.MenuId,
            (menu, meal) => new
            {
                menu.FloorId,
                Month = menu.Date.AddDays(1 - menu.Date.Day),
                IsLately = menu.Date >= today.AddDays(1 - Lately),
                meal.Sum,
                meal.Count,
            })
        .GroupBy(meal => new { meal.FloorId, meal.Month, meal.IsLately })
        .Select(part => new FloorStars(
            part.Key.FloorId, part.Key.Month, part.Key.IsLately, part.Sum(meal => meal.Sum), part.Sum(meal => meal.Count))));

    public async Task ReadAsync(FloorsHome home, CancellationToken cancellationToken)
    {
        var stars = (await Stars.AskAsync(db, home, cancellationToken)).Where(part => home.RowOf(part.FloorId) is not null).ToList();
        foreach (var row in home.Rows)
        {
            var lately = stars.Where(part => part.FloorId == row.Floor.Id && part.IsLately).ToList();
            if (lately.Count > 0)
                row.Rating = new Score(lately.Sum(part => part.Sum), lately.Sum(part => part.Count)).Average;
        }

        var months = stars.ToLookup(
            part => part.Month, part => new MonthStars(part.Month.Year, part.Month.Month, part.Sum, part.Count));
        // A single month shows no trend.
        if (months.Count > 1)
            home.Charts.Add(new(FloorsOrder.Ratings, StarsChart.Of("stars", MonthsChart.YearUntil(home.Month), months, "All"),
                $"Average rating by month, all {home.Tenant.Floor}s"));
    }

    /// <summary>The stars of a floor in a month: of its part in the last days, or of the rest.</summary>
    private sealed record FloorStars(Guid FloorId, DateOnly Month, bool IsLately, int Sum, int Count);
}
