using AjsPantry.Features.Menus.CookingTurns.Days;
using AjsPantry.Features.Menus.CookingTurns.Rota;
using AjsPantry.Features.Shared.Homes;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.Cards;

/// <summary>How far each floor has planned its meals.</summary>
public sealed class FloorMealsCard(PantryDb db) : IFloorsCard
{
    private const int DaysShown = 7;

    /// <summary>With fewer days planned than these a floor is late.</summary>
    private const int FewDays = 3;

    private static readonly FloorsQuestion<FloorDay> Menus = new((db, today) => db.Set<Menu>()
        .Where(menu => menu.CancelledAt == null && menu.Date >= today && menu.Date < today.AddDays(DaysShown))
        .Select(menu => new FloorDay(menu.FloorId, menu.Date)).Distinct());

    private static readonly FloorsQuestion<FloorDay> Leaves = new((db, today) => db.Set<LeaveDay>()
        .Where(leave => leave.Date >= today && leave.Date < today.AddDays(DaysShown))
        .Select(leave => new FloorDay(leave.FloorId, leave.Date)));

    public async Task ReadAsync(FloorsHome home, CancellationToken cancellationToken)
    {
        var from = home.Today;
        var menus = await Menus.AskAsync(db, home, cancellationToken);
        var leaves = await Leaves.AskAsync(db, home, cancellationToken);
        var off = await home.Cache.ReadAsync(("days off of all floors", from), async () =>
            await DayOff.Between(db, from, from.AddDays(DaysShown - 1)).Select(day => new FloorDay(day.FloorId, day.Date))
                .ToListAsync(cancellationToken));
        var planned = menus.ToHashSet();
        var leave = leaves.Concat(off).ToHashSet();
        foreach (var row in home.Rows)
            row.Week =
            [
                .. Enumerable.Range(0, DaysShown).Select(day => new FloorDay(row.Floor.Id, from.AddDays(day))).Select(day =>
                    planned.Contains(day) ? PlannedDay.Planned : leave.Contains(day) ? PlannedDay.Leave : PlannedDay.Open),
            ];
        home.Tiles.Add(new(FloorsOrder.Meals, "Days planned", $"{home.Rows.Sum(row => row.Planned)} ",
            $"of {home.Rows.Sum(row => row.Days)}", "the next seven days"));
    }

    public IEnumerable<ToDo> ToDos(FloorsHome home)
    {
        var late = FloorsToDo.Of(home.Rows.Where(row => row.Planned < Math.Min(FewDays, row.Days)), ToDoOrder.FewMeals, "calendar-plus",
            "{0} has few meals planned", "{0} have few meals planned", $"Fewer than {FewDays} of the next 7 days have a meal.",
            "/Menus/Board/Index", "See the week");
        return late is null ? [] : [late];
    }

    private sealed record FloorDay(Guid FloorId, DateOnly Date);
}
