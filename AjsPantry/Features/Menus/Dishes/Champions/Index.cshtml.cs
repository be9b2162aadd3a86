using AjsPantry.Features.Menus.CookingTurns;
using AjsPantry.Features.Menus.Dishes.Recipe;
using AjsPantry.Features.People.Rooms;
using AjsPantry.Features.Shared.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Menus.Dishes.Champions;

/// <summary>Which rooms of the floor are best at a dish.</summary>
public sealed class ChampionsModel(DishQuery query, TurnsQuery turns, ChooseChampions.Handler handler) : FloorPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public ChooseChampions.Input Input { get; set; } = new();

    public DishView Dish { get; private set; } = null!;

    public IReadOnlyList<RoomChoice> Rooms { get; private set; } = [];

    protected override async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        Dish = (await query.ReadAsync(Id, cancellationToken))!;
        Rooms = await turns.RoomsAsync(Floor.Id, cancellationToken);
        return Dish is { IsInUse: true };
    }

    public void OnGet() =>
        Input = new() { Rooms = [.. Dish.Champions.Where(champion => champion.FloorId == Floor.Id).Select(champion => champion.RoomId)] };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return Page();
        if (await handler.HandleAsync(Floor.Id, Id, Input, cancellationToken) is not { } outcome)
            return NotFound();
        outcome.ShowIn(ModelState, nameof(Input));
        if (!outcome.IsDone)
            return Page();
        Toast = outcome.Value.Count == 0 ? $"Nobody is chosen for {Dish.Name}."
            : $"Best cooks of {Dish.Name}: {string.Join(", ", outcome.Value)}.";
        return ToPage("/Menus/Dishes/Recipe/Dish", new { Id });
    }
}
