using AjsPantry.Features.Menus;
using AjsPantry.Features.Menus.Turns;
using AjsPantry.Features.TeaTasks;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Dashboard;

/// <summary>What is cooked today and tomorrow, and when the person's own turns to cook and to make tea are.</summary>
public sealed class TodayQuery(PantryDb db)
{
    private const int MostTurns = 5;

    /// <summary>The first turn shows however far it is; those after it within these days.</summary>
    private const int DaysOfTurns = 30;

    public async Task<TodayView> ReadAsync(Guid floorId, Guid memberId, DateOnly today, CancellationToken cancellationToken)
    {
        var tomorrow = today.AddDays(1);
        var menus = await MenuView.Of(db, memberId, db.Menus.Where(menu => menu.FloorId == floorId && menu.CancelledAt == null && (menu.Date == today || menu.Date == tomorrow)))
            .ToListAsync(cancellationToken);
        var (turns, tea) = await MineAsync(floorId, memberId, today, cancellationToken);
        return new TodayView([.. InOrder(menus.Where(menu => menu.Date == today))], [.. InOrder(menus.Where(menu => menu.Date == tomorrow))], [.. turns.Where((day, index) => index == 0 || day <= today.AddDays(DaysOfTurns))], tea);
    }

    /// <summary>The person's next cooking days and next tea, asked together because home pages have many questions.</summary>
    private async Task<(List<DateOnly> Turns, MyTea? Tea)> MineAsync(Guid floorId, Guid memberId, DateOnly today, CancellationToken cancellationToken)
    {
        var stays = db.Set<People.RoomStay>().Where(stay => stay.MemberId == memberId && stay.Until == null);
        var turns = db.Duties.Where(duty => duty.FloorId == floorId && duty.Date >= today && stays.Any(stay => stay.RoomId == duty.RoomId));
        var teas = db.TeaDuties.Where(duty => duty.FloorId == floorId && duty.MemberId == memberId && duty.Date >= today && (duty.State == TeaState.Planned || duty.State == TeaState.Accepted));
        var mine = await db.Floors.AsNoTracking().Where(floor => floor.Id == floorId).Select(_ => new
        {
            Turns = turns.OrderBy(duty => duty.Date).Take(MostTurns).Select(duty => duty.Date).ToList(),
            Tea = teas.OrderBy(duty => duty.Date).ThenBy(duty => duty.Slot!.Position).Select(duty => new MyTea(duty.Id, duty.Date, duty.Slot!.Name, duty.Slot.At)).FirstOrDefault(),
        }).SingleAsync(cancellationToken);
        return (mine.Turns, mine.Tea);
    }

    private static IEnumerable<MenuView> InOrder(IEnumerable<MenuView> menus) => menus.OrderBy(menu => menu.Meal switch { "breakfast" => 0, "lunch" => 1, _ => 2 });
}

/// <param name="MyTurns">The next days on which the person's room cooks, five at most.</param>
/// <param name="MyTea">The person's next tea; null when none is in sight.</param>
public sealed record TodayView(IReadOnlyList<MenuView> Today, IReadOnlyList<MenuView> Tomorrow, IReadOnlyList<DateOnly> MyTurns, MyTea? MyTea)
{
    public DateOnly? MyTurn => MyTurns.Count == 0 ? null : MyTurns[0];
}

public sealed record MyTea(Guid Id, DateOnly Date, string Slot, TimeOnly? At);
