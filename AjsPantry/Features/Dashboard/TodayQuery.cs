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
        var stays = db.Set<People.RoomStay>();
        var turns = await db.Duties.Where(duty => duty.FloorId == floorId && duty.Date >= today && stays.Any(stay => stay.RoomId == duty.RoomId && stay.MemberId == memberId && stay.Until == null))
            .OrderBy(duty => duty.Date).Select(duty => duty.Date).Take(MostTurns).ToListAsync(cancellationToken);
        var tea = await db.TeaDuties.Where(duty => duty.FloorId == floorId && duty.MemberId == memberId && duty.Date >= today && (duty.State == TeaState.Planned || duty.State == TeaState.Accepted))
            .OrderBy(duty => duty.Date).ThenBy(duty => duty.Slot!.Position).Select(duty => new MyTea(duty.Id, duty.Date, duty.Slot!.Name, duty.Slot.At)).FirstOrDefaultAsync(cancellationToken);
        return new TodayView([.. InOrder(menus.Where(menu => menu.Date == today))], [.. InOrder(menus.Where(menu => menu.Date == tomorrow))], [.. turns.Where((day, index) => index == 0 || day <= today.AddDays(DaysOfTurns))], tea);
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
