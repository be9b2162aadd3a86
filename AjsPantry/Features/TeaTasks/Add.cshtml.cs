using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.TeaTasks;

/// <summary>One tea of one person, beside the rota.</summary>
public sealed class AddModel(SlotsQuery slots, StandingsQuery standings, AddDuty.Handler handler) : FloorPage
{
    [BindProperty]
    public AddDuty.Input Input { get; set; } = new();

    public IReadOnlyList<SlotView> Slots { get; private set; } = [];

    /// <summary>Those of the floor, the fewest turns first.</summary>
    public IReadOnlyList<Standing> People { get; private set; } = [];

    /// <param name="day">The day to begin with; none for today.</param>
    public void OnGet(string? day)
    {
        Input.Date = (Typed.Day(day) ?? Today).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
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
        return ToPage("Duty", new { outcome.Value.Id });
    }

    protected override async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        Slots = await slots.ReadAsync(Floor.Id, cancellationToken);
        People = [.. (await standings.ReadAsync(Floor.Id, Today, cancellationToken)).People.OrderBy(person => person.Count)];
        return true;
    }
}
