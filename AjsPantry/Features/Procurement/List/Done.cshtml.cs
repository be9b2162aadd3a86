using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Procurement.List;

/// <summary>What was billed or is not needed any more.</summary>
public sealed class DoneModel(ShoppingQuery query) : FloorPage
{
    [BindProperty(SupportsGet = true)]
    public string? P { get; set; }

    public PageOf<ShoppingRow> Items { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Paging.Number(P) is not { } page)
            return NotFound();
        Items = await query.DoneAsync(Floor.Id, page, cancellationToken);
        return Page();
    }
}
