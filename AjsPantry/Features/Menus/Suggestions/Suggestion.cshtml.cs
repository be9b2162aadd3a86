using AjsPantry.Features.Menus.Board;

namespace AjsPantry.Features.Menus.Suggestions;

public sealed class SuggestionModel(SuggestionsQuery query, WeekQuery weeks) : SuggestionPage(query)
{
    /// <summary>The meals of its day, when none is left to plan and the suggestion waits.</summary>
    public IReadOnlyList<MenuView> Planned { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        if (!Waits)
            return;
        var meals = await weeks.OfDayAsync(Floor.Id, Wish.Date, Person.Id, cancellationToken);
        if (Tenant.MealsOfTheDay.All(meal => meals.Any(planned => planned.Meal == meal)))
            Planned = meals;
    }

    /// <summary>What became of it, in a sentence.</summary>
    public string Answer => Wish.State switch
    {
        SuggestionState.Waiting when Waits =>
            IsMine ? "Your suggestion is waiting for an answer." : $"Suggested by {Wish.By}. Waiting for an answer.",
        SuggestionState.Waiting when Wish.HasLeft => $"{Wish.By} has left, so it needs no answer.",
        SuggestionState.Waiting => "Nobody answered in time.",
        SuggestionState.Accepted => $"{Wish.AnsweredBy} put it on the menu.",
        SuggestionState.Declined => $"{Wish.AnsweredBy} declined it.",
        _ => $"{Wish.By} withdrew it.",
    };
}
