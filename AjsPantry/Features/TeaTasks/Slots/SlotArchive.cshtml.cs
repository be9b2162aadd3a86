using AjsPantry.Features.Shared.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.TeaTasks.Slots;

public sealed class SlotArchiveModel(SlotsQuery query, ArchiveSlot handler) : ThingPage<SlotView>
{
    public SlotView Slot => Thing;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await handler.HandleAsync(Floor.Id, Id, cancellationToken);
        Toast = $"{Slot.Name} is no longer in use.";
        return ToPage("Index");
    }

    protected override Task<SlotView?> ReadAsync(CancellationToken cancellationToken) => query.FindAsync(Floor.Id, Id, cancellationToken);
}
