using AjsPantry.Features.Menus.Board;
using AjsPantry.Features.Menus.CookingTurns;
using AjsPantry.Features.Menus.Dishes;
using AjsPantry.Features.People.Directory;
using AjsPantry.Features.People.Rooms;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Scopes;

namespace AjsPantry.Features.Menus.Meals;

/// <summary>What the form of a meal offers to choose from, and what it says of the day.</summary>
public sealed class MealFormQuery(PantryDb db, TurnsQuery turns, PersonChoices people, DishChoices dishes, Scope scope)
{
    public async Task<MealOffer> ReadAsync(Guid floorId, CancellationToken cancellationToken) => new(
        await turns.RoomsAsync(floorId, cancellationToken),
        await people.OfFloorAsync(floorId, cancellationToken),
        await dishes.ReadAsync(cancellationToken));

    public async Task<MealDay> DayAsync(Guid floorId, DateOnly day, CancellationToken cancellationToken) => new(
        (await turns.WithDaysOffAsync(floorId, day, day, scope.Actor.Id, cancellationToken)).SingleOrDefault(),
        await WeekPlans.AbsentAsync(db, floorId, day, day, cancellationToken));
}

/// <param name="People">The floor's active people, for a meal that one person cooks.</param>
/// <param name="Dishes">The library's dishes in use by name.</param>
public sealed record MealOffer(IReadOnlyList<RoomChoice> Rooms, IReadOnlyList<PersonChoice> People, IReadOnlyList<DishChoice> Dishes);

/// <param name="Turn">Whose turn the day is; null when the rota says nothing of it.</param>
/// <param name="Absent">Who of the floor is away.</param>
public sealed record MealDay(TurnDay? Turn, IReadOnlyList<Away> Absent);
