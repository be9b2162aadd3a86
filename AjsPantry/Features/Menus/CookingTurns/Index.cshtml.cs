using AjsPantry.Features.Menus.Board;
using AjsPantry.Features.Menus.CookingTurns.Days;
using AjsPantry.Features.Menus.CookingTurns.Swaps;
using AjsPantry.Features.Shared.Pages;
using AjsPantry.Features.Shared.Weeks;
using AjsPantry.Infrastructure.Rights;

namespace AjsPantry.Features.Menus.CookingTurns;

/// <summary>Whose turn the coming days are, week by week, and the swaps that wait.</summary>
public sealed class CookingTurnsModel(TurnsQuery query, CookingSwapsQuery swaps, EmptyRooms empty) : FloorPage
{
    private const int DaysShown = 56;

    /// <summary>How many weeks show before the later ones are asked for.</summary>
    public const int WeeksShown = 4;

    public IReadOnlyList<TurnDay> Days { get; private set; } = [];

    public bool Plans => Person.May(Permission.PlanMenus);

    /// <summary>Rooms that are to cook though nobody lives there.</summary>
    public IReadOnlyList<EmptyRoom> Empty { get; private set; } = [];

    /// <summary>The page in one sentence: the person's own next turn, or whose the next one is.</summary>
    public string Answer =>
        (Days.FirstOrDefault(day => day is { Mine: true, IAmAway: false }), Days.FirstOrDefault(day => day.Room is not null)) switch
        {
            ({ } mine, _) when mine.Date == Today => "Your turn is today",
            ({ } mine, _) when mine.Date == Today.AddDays(1) => "Your turn is tomorrow",
            ({ } mine, _) => $"Your next turn is on {Day(mine.Date)}",
            (null, { } next) =>
                $"{next.Room} cooks {(next.Date == Today ? "today" : next.Date == Today.AddDays(1) ? "tomorrow" : "on " + Day(next.Date))}",
            _ => $"Nobody has a turn on {Floor.Name} yet",
        };

    /// <summary>What waits for an answer: the person's own, and for those who plan all of the floor's.</summary>
    public IReadOnlyList<CookingSwapView> Swaps { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Days = await query.BetweenAsync(Floor.Id, Today, Today.AddDays(DaysShown), Person.Id, cancellationToken);
        Empty = await empty.OfFloorAsync(Floor.Id, cancellationToken);
        Swaps = await swaps.OpenAsync(Floor.Id, Person.Id, MealHours.FirstToCome(Tenant, Tenant.Now(Clock)), Plans, cancellationToken);
    }

    /// <summary>The days by the Monday of their week.</summary>
    public IReadOnlyList<IGrouping<DateOnly, TurnDay>> Weeks => [.. Days.GroupBy(day => CalendarWeek.MondayOf(day.Date))];

    /// <summary>This week, Next week, 7–13 Dec.</summary>
    public string Words(DateOnly monday) => (monday.DayNumber - CalendarWeek.MondayOf(Today).DayNumber) switch
    {
        0 => "This week",
        7 => "Next week",
        _ => WeekAddress.Words(monday, Today),
    };
}
