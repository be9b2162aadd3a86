using AjsPantry.Features.Expenses.Bills;
using AjsPantry.Features.Menus.CookingTurns;
using AjsPantry.Features.Menus.CookingTurns.Days;
using AjsPantry.Features.Menus.CookingTurns.Rota;
using AjsPantry.Features.Menus.Events;
using AjsPantry.Features.People.Rooms;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Dashboard;

/// <summary>What everybody of a floor may know of it, and for those who look after tea what waits there.</summary>
internal sealed partial class FloorEntries(PantryDb db, Guid floorId, Guid memberId, DateOnly today)
{
    private const int MostEvents = 3;
    private const int MostBills = 3;
    private const int MostSwaps = 3;
    private const int DaysOfEvents = 14;

    /// <summary>How far ahead whoever looks after tea sees what is missing.</summary>
    public const int DaysOfTea = 14;

    public IEnumerable<IQueryable<HomeEntry>> All =>
        [Turns, Leaves, DaysOff, Events, Bills, Spent(HomeKind.Spent, today.AddDays(1 - today.Day)),
            Spent(HomeKind.SpentBefore, today.AddDays(1 - today.Day).AddMonths(-1))];

    public IEnumerable<IQueryable<HomeEntry>> Tea => [Teas, TeaGaps, TeaHoles, TeaEnd, TeaSwaps, TeaToConfirm];

    private DateOnly LastOfWeek => today.AddDays(6);

    private IQueryable<HomeEntry> Turns
    {
        get
        {
            var last = LastOfWeek;
            var stays = db.Set<RoomStay>().Where(stay => stay.MemberId == memberId && stay.Until == null);
            var absences = TurnsQuery.Absences(db, memberId);
            var unattended = TurnsQuery.Unattended(db);
            return db.Duties.AsNoTracking().Where(duty => duty.FloorId == floorId && duty.Date >= today && duty.Date <= last)
                .Select(duty => new HomeEntry
                {
                    Kind = HomeKind.Turn,
                    Id = duty.Id,
                    Date = duty.Date,
                    Until = HomeEntry.Never,
                    Title = duty.Room!.Name + "",
                    More = duty.Room.Label == null ? "" : duty.Room.Label + "",
                    State = unattended.Any(other => other.Id == duty.Id) ? "AllAway" : "",
                    Number = 0m,
                    Flag = stays.Any(stay => stay.RoomId == duty.RoomId)
                        && !absences.Any(away => away.From <= duty.Date && away.Until >= duty.Date),
                });
        }
    }

    private IQueryable<HomeEntry> Leaves
    {
        get
        {
            var last = LastOfWeek;
            return db.LeaveDays.AsNoTracking().Where(leave => leave.FloorId == floorId && leave.Date >= today && leave.Date <= last)
                .Select(leave =>
                    new HomeEntry
                    {
                        Kind = HomeKind.Leave,
                        Id = leave.Id,
                        Date = leave.Date,
                        Until = HomeEntry.Never,
                        Title = leave.Reason + "",
                        More = "",
                        State = "",
                        Number = 0m,
                        Flag = false
                    });
        }
    }

    private IQueryable<HomeEntry> DaysOff =>
        DayOff.Between(db, today, LastOfWeek).Where(day => day.FloorId == floorId)
            .Select(day => new HomeEntry
            {
                Kind = HomeKind.Leave,
                Id = day.RotaId,
                Date = day.Date,
                Until = HomeEntry.Never,
                Title = "",
                More = "",
                State = "",
                Number = 0m,
                Flag = true,
            });

    private IQueryable<HomeEntry> Events
    {
        get
        {
            var last = today.AddDays(DaysOfEvents);
            return db.SpecialEvents.AsNoTracking()
                .Where(special => (special.FloorId == null || special.FloorId == floorId) && special.CancelledAt == null
                    && (special.Until ?? special.Date) >= today && special.Date <= last)
                .OrderBy(special => special.Date).ThenBy(special => special.CreatedAt).Take(MostEvents)
                .Select(special =>
                    new HomeEntry
                    {
                        Kind = HomeKind.Event,
                        Id = special.Id,
                        Date = special.Date,
                        Until = special.Until ?? special.Date,
                        Title = special.Title + "",
                        More = "",
                        State = "",
                        Number = special.At == null ? -1m : Convert.ToDecimal((special.At.Value.Hour * 60) + special.At.Value.Minute),
                        Flag = false
                    });
        }
    }

    private IQueryable<HomeEntry> Bills =>
        db.Bills.AsNoTracking().Where(bill => bill.FloorId == floorId && bill.VoidedAt == null && bill.ReversesId == null)
            .OrderByDescending(bill => bill.Date).ThenByDescending(bill => bill.RecordedAt).Take(MostBills)
            .Select(bill =>
                new HomeEntry
                {
                    Kind = HomeKind.Bill,
                    Id = bill.Id,
                    Date = bill.Date,
                    Until = HomeEntry.Never,
                    Title = bill.Shop + "",
                    More = bill.Lines.OrderBy(line => line.Position).Select(line => line.Item + "").FirstOrDefault() ?? "",
                    State = "",
                    Number = Convert.ToDecimal(bill.Total),
                    Flag = false
                });

    private IQueryable<HomeEntry> Spent(HomeKind kind, DateOnly month)
    {
        var end = month.AddMonths(1);
        var bills = db.Bills.Where(bill => bill.FloorId == floorId && bill.VoidedAt == null);
        return db.Floors.AsNoTracking().Where(floor => floor.Id == floorId)
            .Select(floor =>
                new HomeEntry
                {
                    Kind = kind,
                    Id = floor.Id,
                    Date = month,
                    Until = HomeEntry.Never,
                    Title = "",
                    More = "",
                    State = "",
                    Number = Convert.ToDecimal(bills.Where(bill => bill.Date >= month && bill.Date < end).Sum(bill => bill.Total)),
                    Flag = false
                });
    }
}
