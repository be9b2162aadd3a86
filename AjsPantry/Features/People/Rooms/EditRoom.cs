using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.People.Rooms;

/// <summary>Renames and labels a room. The second of two people who change it at once is told and sees both.</summary>
public sealed class EditRoom(PantryDb db, Scope scope)
{
    /// <returns>Null when the floor has no such room in use.</returns>
    public async Task<Outcome<Room>?> HandleAsync(Guid floorId, Guid id, RoomInput input, CancellationToken cancellationToken)
    {
        scope.Demand(Permission.ManageRooms);
        if (await db.Rooms.SingleOrDefaultAsync(
            room => room.FloorId == floorId && room.Id == id && room.ArchivedAt == null, cancellationToken) is not { } room)
            return null;
        if (room.Version != input.Version)
            return RoomNames.Changed;
        room.Name = input.NameText;
        room.Label = input.LabelText;
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return room;
        }
        catch (DbUpdateException exception) when (exception.IsConflict(RetryOnConflict.Changed))
        {
            return RoomNames.Changed;
        }
        catch (DbUpdateException exception) when (exception.IsConflict(Room.NameIndex))
        {
            return RoomNames.Taken;
        }
    }
}
