using AjsPantry.Features.Shared.Pages;
using AjsPantry.Features.TeaTasks.Fairness;
using AjsPantry.Features.TeaTasks.Slots;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.TeaTasks.Duties.Managing;

/// <summary>One tea of one person, beside the rota.</summary>
public sealed class AddDutyModel(SlotsQuery slots, StandingsQuery standings, AddDuty.Handler handler) : FloorPage
{
    [BindProperty]
    public AddDuty.Input Input { get; set; } = new();

    public IReadOnlyList<SlotView> Slots { get; private set; } = [];

    /// <summary>Those of the floor, the fewest turns first.</summary>
    public IReadOnlyList<TeaStanding> People { get; private set; } = [];

    /// <param name="day">The day to begin with; none for today.</param>
    public void OnGet(string? day)
    {
        Input.Date = (InputParser.Day(day) ?? Today).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        Input.Slot = Slots is [var only] ? only.Id.ToString() : null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return Page();
        var outcome = await handler.HandleAsync(Floor.Id, Input, cancellationToken);
        outcome.ShowIn(ModelState, nameof(Input));
        if (!outcome.IsDone)
            return Page();
        var day = outcome.Value.Date;
        Toast = day < Today ? $"The tea of {Day(day)} is added as done." : $"Tea on {Day(day)} is added.";
        return ToPage("/TeaTasks/Duties/Duty", new { outcome.Value.Id });
    }

    protected override async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        Slots = await slots.ReadAsync(Floor.Id, cancellationToken);
        People = [.. (await standings.ReadAsync(Floor.Id, Today, cancellationToken)).People.OrderBy(person => person.Count)];
        return true;
    }
}
