using System.Globalization;
using AjsPantry.Features.Menus.Dishes;
using AjsPantry.Features.Menus.Turns;
using AjsPantry.Features.People;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus;

/// <summary>A page with the form of a meal, and what it offers to choose from.</summary>
public abstract class MenuFormPage(PantryDb db, TurnsQuery turns) : FloorPage
{
    [BindProperty]
    public MenuInput Input { get; set; } = new();

    public IReadOnlyList<string> Meals => Tenant.MealsOfTheDay;

    public IReadOnlyList<RoomChoice> Rooms { get; private set; } = [];

    /// <summary>The floor's active people, for a meal that one person cooks.</summary>
    public IReadOnlyList<PersonChoice> People { get; private set; } = [];

    /// <summary>The library's dishes in use by name.</summary>
    public IReadOnlyList<DishChoice> Dishes { get; private set; } = [];

    /// <summary>Whose turn the day is; null when the rota says nothing of it.</summary>
    public TurnDay? Turn { get; private set; }

    /// <summary>Reads what there is to choose, and whose turn the day is that the form names.</summary>
    protected async Task OfferAsync(CancellationToken cancellationToken)
    {
        Rooms = await turns.RoomsAsync(Floor.Id, cancellationToken);
        People = await db.Members.AsNoTracking().Where(member => member.FloorId == Floor.Id && member.DeactivatedAt == null).OrderBy(member => member.Name).ThenBy(member => member.Number)
            .Select(member => new PersonChoice(member.Id, member.Name, member.Number)).ToListAsync(cancellationToken);
        Dishes = await db.Dishes.AsNoTracking().Where(dish => dish.ArchivedAt == null).OrderBy(dish => dish.Name).Select(dish => new DishChoice(dish.Name, dish.Category)).ToListAsync(cancellationToken);
        Turn = Typed.Day(Input.Date) is { } day ? await turns.OnAsync(Floor.Id, day, Person.Id, cancellationToken) : null;
    }

    protected static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

public sealed record DishChoice(string Name, DishCategory Category);
