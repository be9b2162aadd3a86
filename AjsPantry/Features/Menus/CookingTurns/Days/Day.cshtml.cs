using AjsPantry.Features.Menus.Board;
using AjsPantry.Features.Menus.CookingTurns.Rota;
using AjsPantry.Features.People.Rooms;
using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Menus.CookingTurns.Days;

/// <summary>One day of the turns: who has it and why, a swap for those of the room, and a change for those who plan.</summary>
public sealed class DayModel(TurnsQuery query, WeekQuery weeks, ChangeDay.Handler handler) : FloorPage
{
    [BindProperty]
    public ChangeDay.Input Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "day")]
    public string? Typed { get; set; }

    public DateOnly Date { get; private set; }

    /// <summary>What the day is now; null when it has neither turn nor leave.</summary>
    public TurnDay? Now { get; private set; }

    public bool Plans => Person.May(Permission.PlanMenus);

    /// <summary>The day is the person's own and of the order, and its meals are still to come.</summary>
    public bool MaySwap => Now is { Mine: true, IsChanged: false } && Date >= MealHours.FirstToCome(Tenant, Tenant.Now(Clock));

    /// <summary>The page in one sentence.</summary>
    public string Answer => Now switch
    {
        null => "No turn on this day yet",
        { Room: null } => "Nobody cooks that day",
        { Mine: true, IAmAway: true } => $"Your {Tenant.Room} cooks that day, and you are away",
        { Mine: true } => "You cook that day",
        { Room: var room } => $"{room} cooks that day",
    };

    public DateOnly? LastCooked { get; private set; }

    public IReadOnlyList<RoomChoice> Rooms { get; private set; } = [];

    /// <summary>The last of the days in a row from this one on that are out of the order; null when this one is in it.</summary>
    public DateOnly? ChangedUntil { get; private set; }

    /// <summary>A past day, and what is no day at all, has no page here. An address without a day shows tomorrow.</summary>
    protected override async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        var named = Typed is null && HttpMethods.IsGet(Request.Method) ? Today.AddDays(1) : InputParser.Day(Typed);
        if (named is not { } day || day < Today || day > Today.AddDays(WriteTurns.DaysAhead))
            return false;
        Date = day;
        var days = await query.BetweenAsync(Floor.Id, day, Today.AddDays(WriteTurns.DaysAhead), Person.Id, cancellationToken);
        Now = days.FirstOrDefault(turn => turn.Date == day);
        ChangedUntil = TurnDay.ChangedUntil(days, day);
        Rooms = Plans ? await query.RoomsAsync(Floor.Id, cancellationToken) : [];
        Meals = await weeks.OfDayAsync(Floor.Id, day, Person.Id, cancellationToken);
        LastCooked = Now?.RoomId is { } room ? await query.LastBeforeAsync(Floor.Id, room, day, cancellationToken) : null;
        return true;
    }

    /// <summary>What is planned for the day.</summary>
    public IReadOnlyList<MenuView> Meals { get; private set; } = [];

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!Plans)
            return Forbid();
        if (!ModelState.IsValid)
            return Page();
        var outcome = await handler.HandleAsync(Floor.Id, Date, Input, cancellationToken);
        outcome.ShowIn(ModelState, nameof(Input));
        if (!outcome.IsDone)
            return Page();
        Toast = $"{Days(outcome.Value.Until)}: {outcome.Value.Words}";
        return ToPage("/Menus/CookingTurns/Index");
    }

    /// <param name="until">The last of several days in a row; none for one day.</param>
    public async Task<IActionResult> OnPostUndoAsync(string? until, CancellationToken cancellationToken)
    {
        if (!Plans)
            return Forbid();
        var last = await handler.UndoAsync(Floor.Id, Date, InputParser.Day(until), cancellationToken);
        Toast = $"{Days(last)} {(last > Date ? "are" : "is")} back in the order.";
        return ToPage("/Menus/CookingTurns/Index");
    }

    private string Days(DateOnly until) => until == Date ? Day(Date) : $"{Day(Date)} to {Day(until)}";
}
