using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.People.Rooms;

/// <summary>The rooms that a form offers.</summary>
public sealed class RoomChoices(PantryDb db)
{
    /// <summary>A floor's rooms in use by name.</summary>
    public Task<List<RoomChoice>> OfFloorAsync(Guid floorId, CancellationToken cancellationToken) =>
        db.Rooms.AsNoTracking().Where(room => room.FloorId == floorId && room.ArchivedAt == null)
            .OrderBy(room => NameOrder.Of(room.Name))
            .Select(room => new RoomChoice(room.Id, room.Name)).ToListAsync(cancellationToken);
}

/// <summary>A room as lists of choices show it.</summary>
public sealed record RoomChoice(Guid Id, string Name);
