using System.Globalization;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Menus.Events;

public sealed class EditEventModel(EventQuery query, PlanEvent handler) : EventPage(query)
{
    [BindProperty]
    public EventInput Input { get; set; } = new();

    /// <summary>Somebody else was quicker; the page says what they saved.</summary>
    public bool IsOvertaken { get; private set; }

    public IActionResult OnGet()
    {
        if (!MayManage)
            return Forbid();
        Input = new()
        {
            Title = Event.Title,
            Date = Iso(Event.Date),
            Until = Iso(Event.Until),
            At = Event.At?.ToString("HH:mm", CultureInfo.InvariantCulture),
            Text = Event.Text,
            Version = Event.Version
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!MayManage)
            return Forbid();
        if (!ModelState.IsValid)
            return Page();
        if (await handler.ChangeAsync(Floor.Id, Id, Input, cancellationToken) is not { } outcome)
            return NotFound();
        outcome.ShowIn(ModelState, nameof(Input));
        if (outcome.Messages.Contains(PlanEvent.Changed))
            return await ShowTheirsAsync(cancellationToken);
        Toast = "The event is saved.";
        return ToEvent();
    }

    /// <summary>A cancelled event is not changed any more.</summary>
    protected override async Task<bool> FindAsync(CancellationToken cancellationToken) =>
        await base.FindAsync(cancellationToken) && Event.CancelledAt is null;

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task<IActionResult> ShowTheirsAsync(CancellationToken cancellationToken)
    {
        IsOvertaken = await FindAsync(cancellationToken);
        if (!IsOvertaken)
            return NotFound();
        Input.Version = Event.Version;
        ModelState.SetModelValue("Input.Version", Input.Version, Input.Version.ToString(CultureInfo.InvariantCulture));
        return Page();
    }
}
