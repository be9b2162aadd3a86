using AjsPantry.Features.People.Rooms;

namespace AjsPantry.Features.Menus.CookingTurns.Days;

/// <summary>Cooking turns are the work of rooms.</summary>
public sealed class RoomTurns(ReleaseRoom release, EmptyRooms empty) : IRoomWork
{
    public Task ReleaseAsync(Guid floorId, Guid roomId, CancellationToken cancellationToken) =>
        release.HandleAsync(floorId, roomId, cancellationToken);

    public Task<string?> LeftEmptyAsync(Room room, CancellationToken cancellationToken) => empty.TellAsync(room, cancellationToken);
}
