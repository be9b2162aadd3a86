using System.Globalization;
using AjsPantry.Features.Menus.Board;
using AjsPantry.Features.Menus.CookingTurns;
using AjsPantry.Features.Menus.Dishes;
using AjsPantry.Features.People.Directory;
using AjsPantry.Features.People.Rooms;
using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Menus.Meals;

/// <summary>A page with the form of a meal, and what it offers to choose from.</summary>
public abstract class MenuFormPage(MealFormQuery form, IDishIdeas ideas) : FloorPage
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

    /// <summary>The room whose turn the day is; null when it is nobody's.</summary>
    public RoomChoice? RoomInTurn => Rooms.FirstOrDefault(room => room.Id == Turn?.RoomId);

    /// <summary>The names of those who are to cook as the form says, and are away on its day.</summary>
    public IReadOnlyList<string> AwayOfChosen => Away.NamesOf(_absent, InputParser.Id(Input.Room), InputParser.Id(Input.Person));

    /// <summary>Who of the floor is away on the form's day.</summary>
    private IReadOnlyList<Away> _absent = [];

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
        if (DishIdeasView.Noted(Input.Notes, found.Words, Menu.LongestNotes) is { } noted)
            Input.Notes = noted;
        else
            ModelState.AddModelError("Input.Notes", "The notes are too long to add the idea. Shorten them, then try again.");
        await OfferAsync(cancellationToken);
        return Page();
    }

    /// <summary>Puts the room whose turn the day is into the form. Nothing is saved by this.</summary>
    /// <param name="moved">The day was changed. A person who cooks alone was chosen for the meal, and stays with it.</param>
    public async Task<IActionResult> OnPostTurnAsync(bool moved, CancellationToken cancellationToken)
    {
        // What else is wrong with the form is said when it is saved.
        ModelState.Clear();
        await OfferAsync(cancellationToken);
        if (Turn is not null && (!moved || string.IsNullOrEmpty(Input.Person)))
        {
            Input.Room = Turn.RoomId?.ToString();
            Input.Person = null;
        }
        return Page();
    }

    /// <summary>Shows the form again, and with it who of the chosen cooks is away. Nothing is saved by this.</summary>
    public async Task<IActionResult> OnPostCooksAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        await OfferAsync(cancellationToken);
        return Page();
    }

    /// <summary>Where a part of the form comes from when something of it changes.</summary>
    public string? PartOf(IUrlHelper url, string handler, bool moved = false) =>
        url.Page(
            Changing is null ? "/Menus/Meals/Add" : "/Menus/Meals/Edit", handler,
            new { id = Changing, floor = Floor.Number, moved = moved ? "true" : null });

    /// <summary>A room with the names of those of it who are away on the form's day.</summary>
    public string Words(RoomChoice room) => MenuWords.Cook(room.Name, Away.NamesOf(_absent, room.Id, null));

    /// <summary>Reads what there is to choose, whose turn the day is that the form names, and who is away on it.</summary>
    protected virtual async Task OfferAsync(CancellationToken cancellationToken)
    {
        var offer = await form.ReadAsync(Floor.Id, cancellationToken);
        Rooms = offer.Rooms;
        People = offer.People;
        Dishes = offer.Dishes;
        Ideas = await DishIdeasView.OfAsync(ideas, Floor, Input.Dish, Changing, cancellationToken);
        if (InputParser.Day(Input.Date) is not { } day)
            return;
        var found = await form.DayAsync(Floor.Id, day, cancellationToken);
        Turn = found.Turn;
        _absent = found.Absent;
    }

    protected static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
