using AjsPantry.Features.Shared.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.TeaTasks.Slots;

public sealed class SlotArchiveModel(SlotsQuery query, ArchiveSlot handler) : FloorPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public SlotView Slot { get; private set; } = null!;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await handler.HandleAsync(Floor.Id, Id, cancellationToken);
        Toast = $"{Slot.Name} is no longer in use.";
        return ToPage("Index");
    }

    protected override async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        var found = await query.FindAsync(Floor.Id, Id, cancellationToken);
        Slot = found!;
        return found is not null;
    }
}
