using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Menus.Turns;

/// <summary>One day of the turns: who has it, and who or nobody instead.</summary>
public sealed class ChangeModel(TurnsQuery query, ChangeDay.Handler handler) : FloorPage
{
    [BindProperty]
    public ChangeDay.Input Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "day")]
    public string? Typed { get; set; }

    public DateOnly Date { get; private set; }

    /// <summary>What the day is now; null when it has neither turn nor leave.</summary>
    public TurnDay? Now { get; private set; }

    public DateOnly? LastCooked { get; private set; }

    public IReadOnlyList<RoomChoice> Rooms { get; private set; } = [];

    /// <summary>The last of the days in a row from this one on that are out of the order; null when this one is in it.</summary>
    public DateOnly? ChangedUntil { get; private set; }

    /// <summary>A past day, or what is no day at all, cannot be changed. Whoever names none looks at tomorrow.</summary>
    protected override async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        var named = Typed is null && HttpMethods.IsGet(Request.Method) ? Today.AddDays(1) : Infrastructure.Web.Typed.Day(Typed);
        if (named is not { } day || day < Today || day > Today.AddDays(WriteTurns.DaysAhead))
            return false;
        Date = day;
        var days = await query.BetweenAsync(Floor.Id, day, Today.AddDays(WriteTurns.DaysAhead), Person.Id, cancellationToken);
        Now = days.FirstOrDefault(turn => turn.Date == day);
        ChangedUntil = days.Index().TakeWhile(turn => turn.Item.IsChanged && turn.Item.Date == day.AddDays(turn.Index))
            .Select(turn => (DateOnly?)turn.Item.Date).LastOrDefault();
        Rooms = await query.RoomsAsync(Floor.Id, cancellationToken);
        LastCooked = Now?.RoomId is { } room ? await query.LastBeforeAsync(Floor.Id, room, day, cancellationToken) : null;
        return true;
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return Page();
        var outcome = await handler.HandleAsync(Floor.Id, Date, Input, Today, cancellationToken);
        outcome.ShowIn(ModelState, nameof(Input));
        if (!outcome.IsDone)
            return Page();
        Toast = $"{Days(outcome.Value.Until)}: {outcome.Value.Words}";
        return ToPage("Index");
    }

    /// <param name="until">The last of several days in a row; none for one day.</param>
    public async Task<IActionResult> OnPostUndoAsync(string? until, CancellationToken cancellationToken)
    {
        var last = Infrastructure.Web.Typed.Day(until) is { } named && named <= ChangedUntil ? named : Date;
        await handler.UndoAsync(Floor.Id, Date, last, Today, cancellationToken);
        Toast = $"{Days(last)} {(last > Date ? "are" : "is")} in the order again.";
        return ToPage("Index");
    }

    private string Days(DateOnly until) => until == Date ? Day(Date) : $"{Day(Date)} to {Day(until)}";
}
