using AjsPantry.Features.Menus;
using AjsPantry.Features.Menus.Turns;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Dashboard;

/// <summary>What is cooked today and tomorrow, and when the person's own turn is.</summary>
public sealed class TodayQuery(PantryDb db)
{
    public async Task<TodayView> ReadAsync(Guid floorId, Guid memberId, DateOnly today, CancellationToken cancellationToken)
    {
        var tomorrow = today.AddDays(1);
        var menus = await MenuView.Of(db, memberId, db.Menus.Where(menu => menu.FloorId == floorId && menu.CancelledAt == null && (menu.Date == today || menu.Date == tomorrow)))
            .ToListAsync(cancellationToken);
        var stays = db.Set<People.RoomStay>();
        var turn = await db.Duties.Where(duty => duty.FloorId == floorId && duty.Date >= today && stays.Any(stay => stay.RoomId == duty.RoomId && stay.MemberId == memberId && stay.Until == null))
            .MinAsync(duty => (DateOnly?)duty.Date, cancellationToken);
        return new TodayView([.. InOrder(menus.Where(menu => menu.Date == today))], [.. InOrder(menus.Where(menu => menu.Date == tomorrow))], turn);
    }

    private static IEnumerable<MenuView> InOrder(IEnumerable<MenuView> menus) => menus.OrderBy(menu => menu.Meal switch { "breakfast" => 0, "lunch" => 1, _ => 2 });
}

/// <param name="MyTurn">The next day on which the person's room cooks; null when none is in sight.</param>
public sealed record TodayView(IReadOnlyList<MenuView> Today, IReadOnlyList<MenuView> Tomorrow, DateOnly? MyTurn);
