using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.People.Rooms.Stays;

/// <summary>Puts people of the floor into a room. They may be in others too, but not twice in the same.</summary>
public static class MoveIn
{
    public sealed record Input
    {
        public List<Guid> People { get; set; } = [];
    }

    public sealed class Handler(PantryDb db, TimeProvider clock, Scope scope)
    {
        /// <returns>Those who moved in, without those who lived there already; null when the floor has no such room in use.</returns>
        public async Task<Outcome<IReadOnlyList<string>>?> HandleAsync(
            Guid floorId, Guid id, Input input, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.ManageRooms);
            await using var turn = await db.BeginChangeOfPeopleAsync(cancellationToken);
            if (!await db.Rooms.AnyAsync(room => room.FloorId == floorId && room.Id == id && room.ArchivedAt == null, cancellationToken))
                return null;
            // A form without a tick sends nothing at all, which no validator would be asked about by the field's name.
            if (input.People.Count == 0)
                return new FieldMessage(nameof(Input.People), "Tick at least one person.");
            var chosen = input.People.Distinct().ToList();
            // Admins have no floor, so this leaves them out as well.
            var people = await db.Members.OnFloor(floorId).Where(member => chosen.Contains(member.Id)).ToListAsync(cancellationToken);
            if (people.Count < chosen.Count)
                return new FieldMessage(nameof(Input.People), "Somebody you chose no longer lives here. The list below is up to date.");
            return new Outcome<IReadOnlyList<string>>(await AddAsync(id, people, turn.CommitAsync, cancellationToken), []);
        }

        private async Task<List<string>> AddAsync(
            Guid id, List<Member> people, Func<CancellationToken, Task> commit, CancellationToken cancellationToken)
        {
            var there = await db.PresentStays.Where(stay => stay.RoomId == id).Select(stay => stay.MemberId)
                .ToListAsync(cancellationToken);
            var arriving = people.Where(member => !there.Contains(member.Id)).ToList();
            db.RoomStays.AddRange(arriving.Select(member => new RoomStay { RoomId = id, MemberId = member.Id, Since = clock.GetUtcNow() }));
            await db.SaveChangesAsync(cancellationToken);
            await commit(cancellationToken);
            return [.. arriving.Select(member => member.Name)];
        }
    }
}
