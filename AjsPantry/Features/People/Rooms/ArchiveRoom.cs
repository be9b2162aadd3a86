using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.People.Rooms;

/// <summary>
/// Takes a room out of use. What it cooked stays in the books, its coming turns go to the next in the order, and those who live there go
/// where the form says.
/// </summary>
public static class ArchiveRoom
{
    /// <summary>What the form says when the people get no other room for now.</summary>
    public const string Nowhere = "nowhere";

    public sealed record Input
    {
        /// <summary>Another room's id or <see cref="Nowhere"/>; may be empty when nobody lives there.</summary>
        public string? MoveTo { get; set; }
    }

    public sealed class Handler(PantryDb db, IEnumerable<IRoomWork> work, TimeProvider clock, Scope scope)
    {
        /// <returns>Null when the floor has no such room. One archived already stays as it is.</returns>
        public async Task<Outcome<Room>?> HandleAsync(Guid floorId, Guid id, Input input, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.ManageRooms);
            await using var turn = await db.BeginChangeOfPeopleAsync(cancellationToken);
            await db.HoldRoomAsync(id, cancellationToken);
            if (await db.Rooms.SingleOrDefaultAsync(room => room.FloorId == floorId && room.Id == id, cancellationToken) is not { } room)
                return null;
            if (room.ArchivedAt is not null)
                return room;
            var stays = await db.PresentStays.Where(stay => stay.RoomId == id).ToListAsync(cancellationToken);
            if (stays.Count > 0 && await MoveAsync(floorId, id, stays, input.MoveTo, cancellationToken) is { } problem)
                return problem;
            room.ArchivedAt = clock.GetUtcNow();
            await db.SaveChangesAsync(cancellationToken);
            foreach (var kind in work)
                await kind.ReleaseAsync(floorId, id, cancellationToken);
            await turn.CommitAsync(cancellationToken);
            return room;
        }

        private async Task<FieldMessage?> MoveAsync(
            Guid floorId, Guid id, List<RoomStay> stays, string? moveTo, CancellationToken cancellationToken)
        {
            if (string.IsNullOrEmpty(moveTo))
                return new FieldMessage(nameof(Input.MoveTo),
                    stays.Count == 1 ? "Somebody lives here. Choose where they go."
                        : $"{stays.Count} people live here. Choose where they go.");
            stays.ForEach(stay => stay.Until = clock.GetUtcNow());
            if (moveTo == Nowhere)
                return null;
            var found = Guid.TryParse(moveTo, out var to)
                && await db.Rooms.AnyAsync(
                    room => room.FloorId == floorId && room.Id == to && room.Id != id && room.ArchivedAt == null, cancellationToken);
            if (!found)
                return new FieldMessage(nameof(Input.MoveTo), "They can no longer move there. Choose again.");
            var there = await db.PresentStays.Where(stay => stay.RoomId == to).Select(stay => stay.MemberId)
                .ToListAsync(cancellationToken);
            db.RoomStays
                .AddRange(stays.Where(stay => !there.Contains(stay.MemberId))
                    .Select(stay => new RoomStay { RoomId = to, MemberId = stay.MemberId, Since = clock.GetUtcNow() }));
            return null;
        }
    }
}
