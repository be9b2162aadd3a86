using AjsPantry.Features.Shared.Swaps;
using AjsPantry.Features.TeaTasks;
using AjsPantry.Features.TeaTasks.Duties;
using AjsPantry.Features.TeaTasks.Duties.Managing;
using AjsPantry.Features.TeaTasks.Planning;
using AjsPantry.Features.TeaTasks.Slots;
using AjsPantry.Features.TeaTasks.Swaps;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Dashboard;

/// <summary>The tea of a floor and of one of its people.</summary>
internal sealed partial class FloorEntries
{
    private IQueryable<TeaDuty> Live => db.TeaDuties.AsNoTracking().Where(TeaDuty.IsLive).Where(duty => duty.FloorId == floorId);

    private IQueryable<HomeEntry> Teas
    {
        get
        {
            var tomorrow = today.AddDays(1);
            return Live.Where(duty => duty.Date >= today && duty.Date <= tomorrow).Select(duty => new HomeEntry
            {
                Kind = HomeKind.Tea,
                Id = duty.Id,
                Date = duty.Date,
                Until = HomeEntry.Never,
                Title = duty.Member == null ? "" : duty.Member.Name + "",
                More = duty.Slot!.Name + "",
                State = duty.State == TeaState.Planned ? "Planned" : duty.State == TeaState.Accepted ? "Accepted"
                    : duty.State == TeaState.Done ? "Done" : duty.State == TeaState.Missed ? "Missed" : "NotConfirmed",
                Number = duty.Slot.At == null ? -1m : Convert.ToDecimal((duty.Slot.At.Value.Hour * 60) + duty.Slot.At.Value.Minute),
                Flag = duty.MemberId == memberId,
            });
        }
    }

    private IQueryable<HomeEntry> TeaGaps
    {
        get
        {
            var end = today.AddDays(DaysOfTea);
            return Live.Where(duty => duty.Date >= today && duty.Date < end && duty.MemberId == null).OrderBy(duty => duty.Date)
                .ThenBy(duty => duty.Place).Take(DaysOfTea)
                .Select(duty =>
                    new HomeEntry
                    {
                        Kind = HomeKind.TeaGap,
                        Id = duty.Id,
                        Date = duty.Date,
                        Until = HomeEntry.Never,
                        Title = duty.Slot!.Name + "",
                        More = "",
                        State = "",
                        Number = 0m,
                        Flag = false
                    });
        }
    }

    /// <summary>What no rota planned though later days are. A tea that was called off is no hole.</summary>
    private IQueryable<HomeEntry> TeaHoles
    {
        get
        {
            var days = Enumerable.Range(0, DaysOfTea).Select(today.AddDays).ToArray();
            var all = db.TeaDuties.Where(duty => duty.FloorId == floorId);
            var live = Live;
            return db.TeaSlots.AsNoTracking().Where(slot => slot.FloorId == floorId && slot.ArchivedAt == null)
                .SelectMany(slot =>
                    days.Where(day => slot.Weekdays.Contains((int)day.DayOfWeek) && live.Any(duty => duty.Date > day)
                        && !all.Any(duty => duty.SlotId == slot.Id && duty.Date == day))
                            .Select(day => new { slot.Id, slot.Name, Day = day }))
                .Select(hole =>
                    new HomeEntry
                    {
                        Kind = HomeKind.TeaGap,
                        Id = hole.Id,
                        Date = hole.Day,
                        Until = HomeEntry.Never,
                        Title = hole.Name + "",
                        More = "",
                        State = "",
                        Number = 0m,
                        Flag = true
                    });
        }
    }

    private IQueryable<HomeEntry> TeaEnd
    {
        get
        {
            var live = Live;
            var slots = db.TeaSlots.Where(slot => slot.FloorId == floorId && slot.ArchivedAt == null);
            var drafts = db.TeaRotas.Where(rota => rota.FloorId == floorId && rota.PublishedAt == null);
            return db.Floors.AsNoTracking().Where(floor => floor.Id == floorId)
                .Select(floor =>
                    new HomeEntry
                    {
                        Kind = HomeKind.TeaEnd,
                        Id = floor.Id,
                        Date = live.Max(duty => (DateOnly?)duty.Date) ?? HomeEntry.Never,
                        Until = HomeEntry.Never,
                        Title = "",
                        More = "",
                        State = drafts.Any() ? "Draft" : "",
                        Number = 0m,
                        Flag = slots.Any()
                    });
        }
    }

    private IQueryable<HomeEntry> TeaSwaps =>
        db.TeaSwaps.AsNoTracking().Where(swap => swap.FloorId == floorId && swap.State == SwapState.Asked && swap.Duty!.Date >= today)
            .OrderBy(swap => swap.Duty!.Date).Take(MostSwaps)
            .Select(swap =>
                new HomeEntry
                {
                    Kind = HomeKind.TeaSwap,
                    Id = swap.Id,
                    Date = swap.Duty!.Date,
                    Until = HomeEntry.Never,
                    Title = swap.AskedBy!.Name + "",
                    More = swap.AskedOf == null ? "" : swap.AskedOf.Name + "",
                    State = "",
                    Number = 0m,
                    Flag = swap.AskedById == memberId
                });

    private IQueryable<HomeEntry> TeaToConfirm
    {
        get
        {
            var made = ConfirmDuties.ToConfirm(db, floorId, memberId);
            return db.Floors.AsNoTracking().Where(floor => floor.Id == floorId)
                .Select(floor =>
                    new HomeEntry
                    {
                        Kind = HomeKind.TeaToConfirm,
                        Id = floor.Id,
                        Date = HomeEntry.Never,
                        Until = HomeEntry.Never,
                        Title = "",
                        More = "",
                        State = "",
                        Number = Convert.ToDecimal(made.Count()),
                        Flag = false
                    });
        }
    }
}
