using AjsPantry.Features.Feedback.Ideas;
using AjsPantry.Features.Menus.Suggestions;
using AjsPantry.Features.Menus.Turns;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Menus;

public sealed class AddModel(PantryDb db, TurnsQuery turns, SuggestionsQuery suggestions, PlanMenu handler, DishIdeas ideas) : MenuFormPage(db, turns, ideas)
{
    /// <summary>What somebody wished for, from which the meal is planned; null when it is from nothing.</summary>
    public SuggestionView? Wish { get; private set; }

    /// <summary>The form for a day, or for a suggestion, with the room whose turn it is.</summary>
    public async Task<IActionResult> OnGetAsync(string? day, string? meal, string? suggestion, CancellationToken cancellationToken)
    {
        Wish = Guid.TryParse(suggestion, out var id) ? await suggestions.FindAsync(Floor.Id, id, cancellationToken) : null;
        if (Wish is not null ? !Wish.Waits(Today) : !string.IsNullOrEmpty(suggestion))
            return Wish is null ? NotFound() : ToPage("/Menus/Suggestions/Suggestion", new { Wish.Id });
        Input = new() { Date = Iso(Wish?.Date ?? Typed.Day(day) ?? Today), Dish = Wish?.Dish, Side = Wish?.Side, Notes = Wish?.Notes, Suggestion = Wish?.Id.ToString(), Tell = true };
        await OfferAsync(cancellationToken);
        (Input.Meal, Input.Room) = (Meals.Contains(meal ?? "") ? meal : Meals[0], Turn?.RoomId?.ToString());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
        {
            var outcome = await handler.AddAsync(Floor.Id, Input, cancellationToken);
            outcome.ShowIn(ModelState, nameof(Input));
            if (outcome.IsDone)
            {
                Toast = $"{MenuWords.Meal(outcome.Value.Meal)} of {Day(outcome.Value.Date)} is planned.";
                return ToPage("Index", new { week = Iso(WeekAddress.Holding(outcome.Value.Date, Today)) });
            }
        }

        await OfferAsync(cancellationToken);
        return Page();
    }
}
