using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Features.People.Rooms;

/// <summary>Makes a room on a floor. Its name is the natural key: the same form sent twice finds it taken.</summary>
public sealed class MakeRoom(PantryDb db, TimeProvider clock, Scope scope)
{
    public async Task<Outcome<Room>> HandleAsync(Guid floorId, RoomInput input, CancellationToken cancellationToken)
    {
        scope.Demand(Permission.ManageRooms);
        var room = new Room { FloorId = floorId, Name = input.NameText, Label = input.LabelText, CreatedAt = clock.GetUtcNow() };
        db.Rooms.Add(room);
        if (!await db.TrySaveAsync(cancellationToken, Room.NameIndex))
            return RoomNames.Taken;
        return room;
    }
}
