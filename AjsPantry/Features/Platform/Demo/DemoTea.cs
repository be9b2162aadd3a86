using AjsPantry.Features.TeaTasks;
using AjsPantry.Features.TeaTasks.Duties;
using AjsPantry.Features.TeaTasks.Planning;
using AjsPantry.Features.TeaTasks.Slots;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Platform.Demo;

/// <summary>
/// Tea every morning since the month before last: done nearly always, missed now and then, planned to the end of this month.
/// </summary>
internal sealed class DemoTea(PantryDb db, TimeProvider clock)
{
    private const int MonthsBefore = 2;

    /// <summary>Every so many days somebody forgot.</summary>
    private const int Missed = 17;

    /// <summary>What was made in the last days still waits to be confirmed.</summary>
    private const int DaysToConfirm = 4;

    public async Task LoadAsync(Floor floor, DateOnly today, CancellationToken cancellationToken)
    {
        var people = await db.Members.Where(member => member.FloorId == floor.Id).OrderBy(member => member.Number)
            .ToListAsync(cancellationToken);
        var manager = people.Find(member => member.Role == Role.TeaManager)!;
        var head = people.Find(member => member.Role == Role.PantryHead)!;
        var slot = new TeaSlot
        {
            FloorId = floor.Id,
            Name = "Morning",
            At = new TimeOnly(6, 45),
            People = 1,
            Weekdays = [0, 1, 2, 3, 4, 5, 6],
            Position = 0
        };
        db.TeaSlots.Add(slot);
        var rule = new FairSlot(slot.Id, slot.Name, slot.People, slot.Weekdays.Select(day => (DayOfWeek)day).ToHashSet());
        var first = new DateOnly(today.Year, today.Month, 1).AddMonths(-MonthsBefore);
        var windowStart = today.AddDays(-TeaSettings.UsualWindow);
        var turns = people.ToDictionary(member => member.Id, _ => new List<DateOnly>());
        for (var month = first; month <= today; month = month.AddMonths(1))
        {
            var last = month.AddMonths(1).AddDays(-1);
            var rota = Rota(floor, month, last, people, manager);
            var present = new FairRule(windowStart, month, last, [rule],
                [.. people.Select(member => new FairPerson(member.Id, member.Name, 0, turns[member.Id], []))], []);
            foreach (var place in FairTurns.Assign(present))
            {
                turns[place.MemberId!.Value].Add(place.Date);
                db.TeaDuties.Add(Duty(rota, place, manager, head, today));
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    private TeaRota Rota(Floor floor, DateOnly from, DateOnly until, List<Member> people, Member manager)
    {
        var made = new DateTimeOffset(from.AddDays(-3), new TimeOnly(14, 0), TimeSpan.Zero);
        var rota =
            new TeaRota
            {
                FloorId = floor.Id,
                From = from,
                Until = until,
                People = [.. people.Select(member => member.Id)],
                MadeAt = made,
                PublishedAt = made,
                PublishedById = manager.Id
            };
        db.TeaRotas.Add(rota);
        return rota;
    }

    private TeaDuty Duty(TeaRota rota, FairPlace place, Member manager, Member head, DateOnly today)
    {
        var duty =
            new TeaDuty
            {
                RotaId = rota.Id,
                FloorId = rota.FloorId,
                SlotId = place.SlotId,
                Date = place.Date,
                Place = place.Place,
                MemberId = place.MemberId,
                Why = place.Why,
                CreatedAt = rota.MadeAt
            };
        if (place.Date == today.AddDays(-1))
            duty.State = TeaState.NotConfirmed;
        else if (place.Date < today)
        {
            var missed = place.Date.DayNumber % Missed == 0;
            (duty.State, duty.Reason) = missed ? (TeaState.Missed, "Overslept.") : (TeaState.Done, null);
            duty.MarkedAt = clock.GetUtcNow().AddDays(place.Date.DayNumber - today.DayNumber);
            duty.MarkedById = missed ? manager.Id : place.MemberId;
            if (place.Date < today.AddDays(-DaysToConfirm))
            {
                duty.ConfirmedAt = duty.MarkedAt?.AddDays(1);
                duty.ConfirmedById = place.MemberId == manager.Id ? head.Id : manager.Id;
            }
        }

        return duty;
    }
}
