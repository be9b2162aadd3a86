using AjsPantry.Features.People.Rooms;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.Dishes.Champions;

/// <summary>Says which rooms of a floor are best at a dish: those that are ticked, and no others.</summary>
public static class ChooseChampions
{
    public sealed record Input
    {
        public List<Guid> Rooms { get; set; } = [];
    }

    public sealed class Handler(PantryDb db, Scope scope)
    {
        /// <returns>The rooms' names; null when the library has no such dish in use.</returns>
        public async Task<Outcome<IReadOnlyList<string>>?> HandleAsync(
            Guid floorId, Guid dishId, Input input, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.PlanMenus);
            // Held, so that a merge does not take the dish away meanwhile, and two who tick at once take turns.
            await using var held = await db.BeginWithDishesAsync([dishId], cancellationToken);
            if (!await db.Dishes.AnyAsync(dish => dish.Id == dishId && dish.ArchivedAt == null, cancellationToken))
                return null;
            var chosen = input.Rooms.Distinct().ToList();
            var rooms = await db.Set<Room>().Where(room => room.FloorId == floorId && chosen.Contains(room.Id) && room.ArchivedAt == null)
                .OrderBy(room => NameOrder.Of(room.Name)).ToListAsync(cancellationToken);
            if (rooms.Count < chosen.Count)
                return new FieldMessage(
                    nameof(Input.Rooms), "One of your choices was removed in the meantime. The list below is up to date.");
            var present = await db.DishChampions.Where(champion => champion.DishId == dishId && champion.FloorId == floorId)
                .ToListAsync(cancellationToken);
            db.DishChampions.RemoveRange(present.Where(champion => !chosen.Contains(champion.RoomId)));
            db.DishChampions
                .AddRange(chosen.Where(room => present.TrueForAll(champion => champion.RoomId != room))
                    .Select(room => new DishChampion { DishId = dishId, FloorId = floorId, RoomId = room }));
            await db.SaveChangesAsync(cancellationToken);
            await held.CommitAsync(cancellationToken);
            return new Outcome<IReadOnlyList<string>>([.. rooms.Select(room => room.Name)], []);
        }
    }
}
