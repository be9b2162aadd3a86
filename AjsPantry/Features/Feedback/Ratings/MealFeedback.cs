using AjsPantry.Features.Menus.Board;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Rights;

namespace AjsPantry.Features.Feedback.Ratings;

/// <summary>A meal's page lets those who ate it rate it, and shows what they said.</summary>
public sealed class MealFeedback(RatingsQuery query) : IMealFeedback
{
    public bool IsOpen(DateOnly day, DateOnly today) => day <= today && day >= today.AddDays(-RateMeal.DaysOpen);

    public async Task<MealPart> AskAsync(MenuView meal, SignedIn person, CancellationToken cancellationToken)
    {
        var stars = await query.StarsAsync(meal.Id, person.Id, cancellationToken);
        return new("/Features/Feedback/Ratings/_RateMeal.cshtml", new RateCard(meal.Id, meal.Dish, stars, $"/menus/{meal.Id}"),
            "/Features/Feedback/Ratings/_RateScripts.cshtml");
    }

    public async Task<MealPart?> SaidAsync(MenuView meal, SignedIn person, CancellationToken cancellationToken)
    {
        if (meal.Score.Count == 0)
            return null;
        var mayHide = person.May(Permission.AnswerIdeas);
        var said = await query.OfMealAsync(meal.Id, person.Id, mayHide, cancellationToken);
        return said.Count == 0 ? null : new("/Features/Feedback/Ratings/_MealComments.cshtml", new MealComments(said, mayHide));
    }
}

/// <param name="MayHide">The person who looks may hide words of others.</param>
public sealed record MealComments(IReadOnlyList<MealComment> Said, bool MayHide);
