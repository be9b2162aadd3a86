using AjsPantry.Features.Shared.Homes;
using AjsPantry.Features.Shared.Swaps;
using AjsPantry.Features.TeaTasks.Duties;
using AjsPantry.Features.TeaTasks.Duties.Managing;
using AjsPantry.Features.TeaTasks.Planning;
using AjsPantry.Features.TeaTasks.Slots;
using AjsPantry.Features.TeaTasks.Swaps;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.TeaTasks.Cards;

/// <summary>The tea of a floor, for those who look after it.</summary>
public sealed class TeaDeskCard(PantryDb db) : IHomeCard
{
    private const int MostSwaps = 3;

    /// <summary>Those that were called off too: they are no holes.</summary>
    private static readonly HomeQuery<DeskTea> Duties = new((db, floorId, memberId, today) => db.Set<TeaDuty>().AsNoTracking()
        .Where(duty => duty.FloorId == floorId && duty.Date >= today && duty.Date < today.AddDays(TeaDesk.Days))
        .OrderBy(duty => duty.Date).ThenBy(duty => duty.Place)
        .Select(duty => new DeskTea(duty.Id, duty.Date, duty.SlotId, duty.Slot!.Name, duty.Slot.At, duty.State, duty.MemberId != null,
            duty.Member!.Name, duty.MemberId == memberId)));

    private static readonly HomeQuery<DeskSlot> Slots = new((db, floorId, memberId, today) => db.Set<TeaSlot>().AsNoTracking()
        .Where(slot => slot.FloorId == floorId && slot.ArchivedAt == null).OrderBy(slot => slot.Position)
        .Select(slot => new DeskSlot(slot.Id, slot.Name, slot.Weekdays)));

    private static readonly HomeQuery<DeskSwap> Swaps = new((db, floorId, memberId, today) => db.Set<TeaSwap>().AsNoTracking()
        .Where(swap => swap.FloorId == floorId && swap.State == SwapState.Asked && swap.Duty!.Date >= today)
        .OrderBy(swap => swap.Duty!.Date).Take(MostSwaps)
        .Select(swap => new DeskSwap(swap.Id, swap.Duty!.Date, swap.AskedBy!.Name, swap.AskedOf!.Name, swap.AskedById == memberId)));

    public async Task ReadAsync(Home home, CancellationToken cancellationToken)
    {
        if (!home.Person.May(Permission.ManageTea))
            return;
        var duties = await Duties.AskAsync(db, home, cancellationToken);
        var slots = await Slots.AskAsync(db, home, cancellationToken);
        var end = await home.Cache.ReadAsync(("end of the tea rota", home.Floor.Id, home.Person.Id), async () =>
            await EndAsync(home, cancellationToken));
        var desk = new TeaDesk(home, duties, slots, end, await Swaps.AskAsync(db, home, cancellationToken));
        if (desk.IsShown)
            home.Cards.Add(desk);
        home.ToDos.AddRange(desk.ToDos);
    }

    private Task<PlannedTea> EndAsync(Home home, CancellationToken cancellationToken)
    {
        var floorId = home.Floor.Id;
        var live = db.TeaDuties.Where(TeaDuty.IsLive).Where(duty => duty.FloorId == floorId);
        var drafts = db.TeaRotas.Where(rota => rota.FloorId == floorId && rota.PublishedAt == null);
        var made = ConfirmDuties.ToConfirm(db, floorId, home.Person.Id);
        return db.Floors.AsNoTracking().Where(floor => floor.Id == floorId)
            .Select(_ => new PlannedTea(live.Max(duty => (DateOnly?)duty.Date), drafts.Any(), made.Count())).SingleAsync(cancellationToken);
    }
}
