using System.Globalization;
using AjsPantry.Features.Feedback.Ideas;
using AjsPantry.Features.Menus.Dishes;
using AjsPantry.Features.Menus.Turns;
using AjsPantry.Features.People;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus;

/// <summary>A page with the form of a meal, and what it offers to choose from.</summary>
public abstract class MenuFormPage(PantryDb db, TurnsQuery turns, DishIdeas ideas) : FloorPage
{
    [BindProperty]
    public MenuInput Input { get; set; } = new();

    /// <summary>The meal being changed; null for a new one.</summary>
    public virtual Guid? Changing => null;

    public IReadOnlyList<string> Meals => Tenant.MealsOfTheDay;

    public IReadOnlyList<RoomChoice> Rooms { get; private set; } = [];

    /// <summary>The floor's active people, for a meal that one person cooks.</summary>
    public IReadOnlyList<PersonChoice> People { get; private set; } = [];

    /// <summary>The library's dishes in use by name.</summary>
    public IReadOnlyList<DishChoice> Dishes { get; private set; } = [];

    /// <summary>Whose turn the day is; null when the rota says nothing of it.</summary>
    public TurnDay? Turn { get; private set; }

    /// <summary>What people would like better about the dish that the form names, or about any while it names none.</summary>
    public DishIdeasView Ideas { get; private set; } = DishIdeasView.None;

    /// <summary>Puts an idea into the notes, and its dish where none is written yet. Nothing is saved by this.</summary>
    public async Task<IActionResult> OnPostIdeaAsync(string? idea, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(idea, out var id) || await ideas.FindAsync(Floor.Id, id, cancellationToken) is not { } found)
            return NotFound();
        // What else is wrong with the form is said when it is saved.
        ModelState.Clear();
        if (DishName.Normal(Input.Dish) == "")
            Input.Dish = found.Dish;
        if (DishIdeas.Noted(Input.Notes, found.Words, Menu.LongestNotes) is { } noted)
            Input.Notes = noted;
        else
            ModelState.AddModelError("Input.Notes", "There is no room left for the idea. Shorten the notes, then put it in.");
        await OfferAsync(cancellationToken);
        return Page();
    }

    /// <summary>Reads what there is to choose, and whose turn the day is that the form names.</summary>
    protected async Task OfferAsync(CancellationToken cancellationToken)
    {
        Rooms = await turns.RoomsAsync(Floor.Id, cancellationToken);
        People = await PersonChoice.OfFloorAsync(db, Floor.Id, cancellationToken);
        Dishes = await db.Dishes.AsNoTracking().Where(dish => dish.ArchivedAt == null).OrderBy(dish => dish.Name).Select(dish => new DishChoice(dish.Name, dish.Category)).ToListAsync(cancellationToken);
        Ideas = await DishIdeasView.OfAsync(ideas, Floor, Input.Dish, Changing, cancellationToken);
        Turn = Typed.Day(Input.Date) is { } day ? await turns.OnAsync(Floor.Id, day, Person.Id, cancellationToken) : null;
    }

    protected static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

public sealed record DishChoice(string Name, DishCategory Category);
