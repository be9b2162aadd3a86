using AjsPantry.Features.Menus.CookingTurns;
using AjsPantry.Features.Menus.CookingTurns.Days;
using AjsPantry.Features.Menus.CookingTurns.Rota;
using AjsPantry.Features.People.Rooms;
using AjsPantry.Features.Requests;
using AjsPantry.Features.Shared.Homes;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.Cards;

/// <summary>What a floor eats today and in the six days after it, and whose turn it is.</summary>
public sealed class MealsCard(PantryDb db) : IHomeCard
{
    private const int DaysAfterToday = 6;

    private static readonly HomeQuery<HomeMeal> Meals = new((db, floorId, memberId, today) => db.Set<Menu>().AsNoTracking()
        .Where(menu => menu.FloorId == floorId && menu.CancelledAt == null && menu.Date >= today
            && menu.Date <= today.AddDays(DaysAfterToday))
        .Select(menu => new HomeMeal(
            menu.Id, menu.Date, menu.Meal, menu.Dish!.Name, menu.Side!.Name, menu.Room!.Name ?? menu.Member!.Name, menu.Room.Label,
            (menu.MemberId == memberId || db.Set<RoomStay>().Where(RoomStay.IsPresent).Any(stay =>
                    stay.MemberId == memberId && stay.RoomId == menu.RoomId))
                && !db.Set<Request>().Where(Request.IsAbsence).Any(away =>
                    away.MemberId == memberId && away.From <= menu.Date && away.Until >= menu.Date))));

    private static readonly HomeQuery<HomeTurn> Turns = new((db, floorId, memberId, today) => db.Set<Duty>().AsNoTracking()
        .Where(duty => duty.FloorId == floorId && duty.Date >= today && duty.Date <= today.AddDays(DaysAfterToday))
        .Select(duty => new HomeTurn(
            duty.Date, duty.Room!.Name, duty.Room.Label, TurnsQuery.Unattended(db).Any(other => other.Id == duty.Id),
            db.Set<RoomStay>().Where(RoomStay.IsPresent).Any(stay => stay.MemberId == memberId && stay.RoomId == duty.RoomId)
                && !db.Set<Request>().Where(Request.IsAbsence).Any(away =>
                    away.MemberId == memberId && away.From <= duty.Date && away.Until >= duty.Date))));

    private static readonly HomeQuery<HomeLeave> Leaves = new((db, floorId, memberId, today) => db.Set<LeaveDay>().AsNoTracking()
        .Where(leave => leave.FloorId == floorId && leave.Date >= today && leave.Date <= today.AddDays(DaysAfterToday))
        .Select(leave => new HomeLeave(leave.Date, leave.Reason ?? "", false)));

    public async Task ReadAsync(Home home, CancellationToken cancellationToken)
    {
        var meals = await Meals.AskAsync(db, home, cancellationToken);
        var turns = await Turns.AskAsync(db, home, cancellationToken);
        var leaves = await Leaves.AskAsync(db, home, cancellationToken);
        var off = await DaysOffAsync(home, cancellationToken);
        var week = new MealsWeek(home, [.. meals.OrderBy(meal => meal.Date).ThenBy(meal => meal.Position)], turns, [.. leaves, .. off]);
        home.Cards.Add(week);
        home.ToDos.AddRange(new MealsToDos(week).All);
        home.Marks.AddRange(
            week.Days.Where(day => day.ICook).Select(day => new DayMark(NoteOrder.Turn, day.Date, "fork-knife", "you cook")));
        MealsNote.Add(home, week);
    }

    private Task<List<HomeLeave>> DaysOffAsync(Home home, CancellationToken cancellationToken)
    {
        var floorId = home.Floor.Id;
        return DayOff.Between(db, home.Today, home.Today.AddDays(DaysAfterToday)).Where(day => day.FloorId == floorId)
            .Select(day => new HomeLeave(day.Date, "", true)).ToListAsync(cancellationToken);
    }
}
