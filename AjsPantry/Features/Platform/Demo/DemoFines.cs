using AjsPantry.Features.Fines;
using AjsPantry.Features.People.Rooms;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Platform.Demo;

/// <summary>On a floor: fines of a person and of a room, open, paid and waived.</summary>
internal sealed class DemoFines(PantryDb db, TimeProvider clock)
{
    public async Task LoadAsync(Floor floor, DateOnly today, CancellationToken cancellationToken)
    {
        var people = await db.Members.Where(member => member.FloorId == floor.Id).OrderBy(member => member.Number)
            .ToListAsync(cancellationToken);
        var head = people.First(member => member.Role == Role.PantryHead);
        var person = people.First(member => member != head);
        var room = await db.Set<Room>().Where(room => room.FloorId == floor.Id && room.ArchivedAt == null).OrderBy(room => room.Name)
            .Select(room => (Guid?)room.Id).FirstOrDefaultAsync(cancellationToken);
        Fine(floor, head, person.Id, null, 50, today.AddDays(-2), "Morning tea was not made");
        Settle(Fine(floor, head, person.Id, null, 20, today.AddDays(-25), "Plates left in the sink overnight"), head, FineState.Paid,
            "Cash");
        if (room is not null)
        {
            Fine(floor, head, null, room, 100, today.AddDays(-5), "The kitchen was left dirty after the turn");
            Settle(Fine(floor, head, null, room, 100, today.AddDays(-40), "Breakfast was late"), head, FineState.Waived,
                "The gas had run out; nobody's fault.");
        }

        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    private Fine Fine(Floor floor, Member head, Guid? member, Guid? room, decimal amount, DateOnly date, string reason)
    {
        var fine =
            new Fine
            {
                FloorId = floor.Id,
                SubmissionId = Guid.CreateVersion7(),
                MemberId = member,
                RoomId = room,
                Amount = amount,
                Date = date,
                Reason = reason,
                RecordedById = head.Id,
                RecordedAt = clock.GetUtcNow()
            };
        db.Fines.Add(fine);
        return fine;
    }

    private void Settle(Fine fine, Member head, FineState state, string word)
    {
        fine.State = state;
        fine.SettledById = head.Id;
        fine.SettledAt = clock.GetUtcNow();
        fine.SettledWith = word;
    }
}
