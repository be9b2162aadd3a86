using System.Globalization;
using AjsPantry.Features.Menus.Board;
using AjsPantry.Features.Menus.Dishes;
using AjsPantry.Features.Menus.Suggestions;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Menus.Meals;

public sealed class EditMenuModel(
    MealFormQuery form, WeekQuery query, SuggestionsQuery suggestions, PlanMenu handler,
    IDishIdeas ideas) : MenuFormPage(form, ideas)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public override Guid? Changing => Id;

    public MenuView Menu { get; private set; } = null!;

    /// <summary>Somebody else was quicker; the page says what they saved.</summary>
    public bool IsOvertaken { get; private set; }

    /// <summary>What somebody wished for, which is to be cooked instead; null when it is nothing.</summary>
    public SuggestionView? Wish { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? suggestion, CancellationToken cancellationToken)
    {
        Wish = Guid.TryParse(suggestion, out var id) ? await suggestions.FindAsync(Floor.Id, id, cancellationToken) : null;
        if (Wish is not null ? !Wish.Waits(Today) : !string.IsNullOrEmpty(suggestion))
            return Wish is null ? NotFound() : ToPage("/Menus/Suggestions/Suggestion", new { Wish.Id });
        Input =
            new()
            {
                Date = Iso(Menu.Date),
                Meal = Menu.Meal,
                Dish = Menu.Dish,
                Side = Menu.Side,
                Room = Menu.RoomId?.ToString(),
                Person = Menu.MemberId?.ToString(),
                Notes = Menu.Notes,
                Version = Menu.Version,
                Tell = true
            };
        if (Wish is not null)
        {
            Input.Dish = Wish.Dish;
            Input.Side = Wish.Side;
            Input.Notes = Menu.Notes ?? Wish.Notes;
            Input.Suggestion = Wish.Id.ToString();
        }
        await OfferAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
        {
            if (await handler.ChangeAsync(Floor.Id, Id, Input, cancellationToken) is not { } outcome)
                return Cancelled();
            outcome.ShowIn(ModelState, nameof(Input));
            if (outcome.IsDone)
            {
                Toast = "The meal is saved." + MenuWords.Added(handler.NewDishes);
                return ToPage("/Menus/Board/Meal", new { Id });
            }

            if (outcome.Messages.Contains(PlanMenu.Changed) && !await ShowTheirsAsync(cancellationToken))
                return Cancelled();
        }

        await OfferAsync(cancellationToken);
        return Page();
    }

    /// <summary>A cancelled meal is not changed any more.</summary>
    protected override async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        var found = await query.FindAsync(Floor.Id, Id, Person.Id, cancellationToken);
        Menu = found!;
        return found is { CancelledAt: null };
    }

    /// <returns>False when there is nothing to change any more.</returns>
    private async Task<bool> ShowTheirsAsync(CancellationToken cancellationToken)
    {
        IsOvertaken = await FindAsync(cancellationToken);
        if (!IsOvertaken)
            return false;
        Input.Version = Menu.Version;
        ModelState.SetModelValue("Input.Version", Input.Version, Input.Version.ToString(CultureInfo.InvariantCulture));
        return true;
    }

    /// <summary>It was there when the form was sent, so somebody cancelled it since.</summary>
    private RedirectToPageResult Cancelled()
    {
        Toast = "Someone else just cancelled this meal. Your changes were not saved.";
        return ToPage("/Menus/Board/Meal", new { Id });
    }
}
