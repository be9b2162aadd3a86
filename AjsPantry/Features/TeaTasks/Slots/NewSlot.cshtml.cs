using AjsPantry.Features.Shared.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.TeaTasks.Slots;

/// <summary>The form of a time for tea.</summary>
public abstract class SlotFormPage : FloorPage
{
    [BindProperty]
    public SaveSlot.Input Input { get; set; } = new();
}

public sealed class NewSlotModel(SaveSlot.Handler handler) : SlotFormPage
{
    public void OnGet() => Input = new() { Weekdays = [0, 1, 2, 3, 4, 5, 6] };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return Page();
        var outcome = (await handler.HandleAsync(Floor.Id, null, Input, cancellationToken))!;
        outcome.ShowIn(ModelState, nameof(Input));
        if (!outcome.IsDone)
            return Page();
        Toast = $"{outcome.Value.Name} is added.";
        return ToPage("/TeaTasks/Slots/Index");
    }
}
