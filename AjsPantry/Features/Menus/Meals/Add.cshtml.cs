using AjsPantry.Features.Menus.Board;
using AjsPantry.Features.Menus.Dishes;
using AjsPantry.Features.Menus.Suggestions;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Menus.Meals;

public sealed class AddMenuModel(
    MealFormQuery form, WeekQuery weeks, SuggestionsQuery suggestions, PlanMenu handler,
    IDishIdeas ideas) : MenuFormPage(form, ideas)
{
    /// <summary>What is planned already on the form's day.</summary>
    private IReadOnlyList<MenuView> _ofDay = [];

    /// <summary>The meal that is already planned where the form would plan one; null where none is.</summary>
    public MenuView? Planned => _ofDay.FirstOrDefault(menu => menu.Meal == Input.Meal);

    /// <summary>What somebody wished for, from which the meal is planned; null when it is from nothing.</summary>
    public SuggestionView? Wish { get; private set; }

    /// <summary>The form for a day, or for a suggestion, with the room whose turn it is.</summary>
    public async Task<IActionResult> OnGetAsync(string? day, string? meal, string? suggestion, CancellationToken cancellationToken)
    {
        Wish = Guid.TryParse(suggestion, out var id) ? await suggestions.FindAsync(Floor.Id, id, cancellationToken) : null;
        if (Wish is not null ? !Wish.Waits(Today) : !string.IsNullOrEmpty(suggestion))
            return Wish is null ? NotFound() : ToPage("/Menus/Suggestions/Suggestion", new { Wish.Id });
        Input = new()
        {
            Date = Iso(Wish?.Date ?? InputParser.Day(day) ?? Today),
            Dish = Wish?.Dish,
            Side = Wish?.Side,
            Notes = Wish?.Notes,
            Suggestion = Wish?.Id.ToString(),
            Tell = true
        };
        await OfferAsync(cancellationToken);
        var open = Meals.FirstOrDefault(each => _ofDay.All(menu => menu.Meal != each), Meals[0]);
        Input.Meal = Meals.Contains(meal ?? "") ? meal : open;
        Input.Room = Turn?.RoomId?.ToString();
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
                Toast =
                    $"{MenuWords.Meal(outcome.Value.Meal)} of {Day(outcome.Value.Date)} is planned.{MenuWords.Added(handler.NewDishes)}";
                return ToPage("/Menus/Board/Index", new { week = Iso(WeekAddress.Holding(outcome.Value.Date, Today)) });
            }
        }

        await OfferAsync(cancellationToken);
        return Page();
    }

    protected override async Task OfferAsync(CancellationToken cancellationToken)
    {
        await base.OfferAsync(cancellationToken);
        if (InputParser.Day(Input.Date) is { } day)
            _ofDay = await weeks.OfDayAsync(Floor.Id, day, Person.Id, cancellationToken);
    }
}
