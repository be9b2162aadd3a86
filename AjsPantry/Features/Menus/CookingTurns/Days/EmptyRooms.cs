using AjsPantry.Features.Notices;
using AjsPantry.Features.People.Rooms;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.CookingTurns.Days;

/// <summary>Rooms in which nobody lives but which are to cook: whoever plans the floor is told, since nobody else would notice.</summary>
public sealed class EmptyRooms(PantryDb db, Notify notify, Scope scope)
{
    /// <summary>The empty rooms of a floor that have cooking days to come, the soonest first.</summary>
    public async Task<IReadOnlyList<EmptyRoom>> OfFloorAsync(Guid floorId, CancellationToken cancellationToken)
    {
        var from = scope.Today;
        var stays = db.PresentStays;
        var duties = db.Duties;
        var rooms = await db.Rooms.AsNoTracking()
            .Where(room => room.FloorId == floorId && room.ArchivedAt == null
                && !stays.Any(stay => stay.RoomId == room.Id)
                && duties.Any(duty => duty.RoomId == room.Id && duty.Date >= from))
            .Select(room =>
                new EmptyRoom(room.Id, room.Name, duties.Where(duty => duty.RoomId == room.Id && duty.Date >= from).Min(duty => duty.Date)))
            .ToListAsync(cancellationToken);
        return [.. rooms.OrderBy(room => room.Next)];
    }

    /// <summary>Tells those who plan the floor that the last person leaves a room which is to cook. The caller saves.</summary>
    /// <returns>When it is to cook next and what can be done, after "but it"; null when it is to cook on no day.</returns>
    public async Task<string?> TellAsync(Room room, CancellationToken cancellationToken)
    {
        var today = scope.Today;
        var next = await db.Duties.Where(duty => duty.RoomId == room.Id && duty.Date >= today)
            .MinAsync(duty => (DateOnly?)duty.Date, cancellationToken);
        if (next is not { } day)
            return null;
        var people = (await FloorHeads.ReadAsync(db, cancellationToken)).Of(room.FloorId);
        var floor = await db.Floors.Where(floor => floor.Id == room.FloorId).Select(floor => floor.Number).SingleAsync(cancellationToken);
        // A room that is empty again later is news again.
        var news = new NoticeDraft(
            NoticeKind.CookingTurn, new(room.Id, "empty", $"{Guid.CreateVersion7()}"), $"Nobody lives in {room.Name} now",
            $"It cooks on {Formats.Day(day, today.Year)}. {Mending}", $"/people/rooms/{room.Id}", floor);
        await notify.TellAsync(news, people, cancellationToken);
        return $"has the cooking turn on {Formats.Day(day, today.Year)}. {Mending}";
    }

    /// <summary>What whoever plans the floor can do about it.</summary>
    public const string Mending = "Move somebody in, or archive it. Its days then go to the next in the order.";
}

/// <param name="Next">The day on which it is to cook next.</param>
public sealed record EmptyRoom(Guid Id, string Name, DateOnly Next);
