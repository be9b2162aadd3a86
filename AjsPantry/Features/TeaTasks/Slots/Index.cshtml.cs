using System.Globalization;
using AjsPantry.Features.Shared.Pages;
using AjsPantry.Features.TeaTasks.Fairness;
using AjsPantry.Features.TeaTasks.Planning;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.TeaTasks.Slots;

/// <summary>When a floor makes tea, and how far back its turns count.</summary>
public sealed class SlotsModel(SlotsQuery query, StandingsQuery standings, SaveWindow.Handler handler) : FloorPage
{
    [BindProperty]
    public SaveWindow.Input Input { get; set; } = new();

    public IReadOnlyList<SlotView> Slots { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Slots = await query.ReadAsync(Floor.Id, cancellationToken);
        Input.Days ??= (await standings.WindowAsync(Floor.Id, cancellationToken)).ToString(CultureInfo.InvariantCulture);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            await OnGetAsync(cancellationToken);
            return Page();
        }

        await handler.HandleAsync(Floor.Id, Input, cancellationToken);
        Toast = "The days are saved. The next draft uses them.";
        return ToPage("Index");
    }
}
