using AjsPantry.Features.Feedback.Ratings;
using AjsPantry.Features.Menus;
using AjsPantry.Features.Shared.Homes;
using AjsPantry.Infrastructure.Rights;

namespace AjsPantry.Features.Feedback.Cards;

/// <summary>What the person ate and has not rated.</summary>
public sealed class MealsToRateCard(RatingsQuery ratings) : IHomeCard
{
    public async Task ReadAsync(Home home, CancellationToken cancellationToken)
    {
        if (!home.Person.May(Permission.RateMeals))
            return;
        var waiting = await ratings.WaitingAsync(home.Floor.Id, home.Person.Id, home.Tenant, home.Today, home.Now, cancellationToken);
        if (waiting.Count > 0)
            home.Cards.Add(new MealsToRate(home,
                [.. waiting.OrderByDescending(meal => meal.Date).ThenByDescending(meal => MenuWords.Position(meal.Meal))]));
    }
}

/// <param name="Meals">The latest first.</param>
public sealed record MealsToRate(Home Home, IReadOnlyList<RateableMeal> Meals)
    : HomeCard(HomePlace.Rating, "/Features/Feedback/Cards/_MealsToRate.cshtml")
{
    /// <summary>More than this would push everything else down; the ratings page has the rest.</summary>
    private const int Most = 2;

    /// <summary>Those that are rated right here.</summary>
    public IReadOnlyList<RateableMeal> Here { get; } = [.. Meals.Take(Most)];

    /// <summary>How many others there are.</summary>
    public int Others => Meals.Count - Here.Count;

    /// <summary>With mint chutney, breakfast, Sun 15 Mar, cooked by Room 104.</summary>
    public IReadOnlyList<Piece> About(RateableMeal meal)
    {
        IReadOnlyList<Piece> side = meal.Side is null ? [MenuWords.Meal(meal.Meal)] : ["With ", Piece.Typed(meal.Side), $", {meal.Meal}"];
        IReadOnlyList<Piece> cook = meal.Cook is null ? [] : [", cooked by ", Piece.Typed(meal.Cook)];
        return [.. side, $", {Home.Day(meal.Date)}", .. cook, "."];
    }
}
