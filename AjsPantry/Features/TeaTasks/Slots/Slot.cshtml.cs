using System.Globalization;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.TeaTasks.Slots;

/// <summary>Changes a time for tea.</summary>
public sealed class SlotModel(SlotsQuery query, SaveSlot.Handler handler) : SlotFormPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public SlotView Slot { get; private set; } = null!;

    /// <summary>Somebody else was quicker; the page says what they saved.</summary>
    public bool IsOvertaken { get; private set; }

    public void OnGet() => Input = new()
    {
        Name = Slot.Name,
        At = Slot.At?.ToString("HH\\:mm", CultureInfo.InvariantCulture),
        People = Slot.People.ToString(CultureInfo.InvariantCulture),
        Weekdays = [.. Slot.Weekdays],
        Version = Slot.Version,
    };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return Page();
        if (await handler.HandleAsync(Floor.Id, Id, Input, cancellationToken) is not { } outcome)
            return NotFound();
        outcome.ShowIn(ModelState, nameof(Input));
        if (outcome.IsDone)
        {
            Toast = $"{outcome.Value.Name} is saved. The next draft uses it.";
            return ToPage("Index");
        }

        if (outcome.Messages.Contains(SaveSlot.Changed))
            await ShowTheirsAsync(cancellationToken);
        return Page();
    }

    protected override async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        var found = await query.FindAsync(Floor.Id, Id, cancellationToken);
        Slot = found!;
        return found is not null;
    }

    private async Task ShowTheirsAsync(CancellationToken cancellationToken)
    {
        IsOvertaken = await FindAsync(cancellationToken);
        Input.Version = Slot.Version;
        ModelState.SetModelValue("Input.Version", Input.Version, Input.Version.ToString(CultureInfo.InvariantCulture));
    }
}
