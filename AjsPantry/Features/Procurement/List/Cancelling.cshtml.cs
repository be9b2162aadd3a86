using AjsPantry.Features.Shared.Forms;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Procurement.List;

public sealed class CancelItemModel(ShoppingQuery query, CancelItem.Handler handler) : ItemPage(query), IReasonForm
{
    [BindProperty]
    public CancelItem.Input Input { get; set; } = new();

    ReasonInput IReasonForm.Input => Input;

    int IReasonForm.LongestReason => ShoppingItem.LongestReason;

    public IActionResult OnGet() => Item.IsOpen ? Page() : ToItem();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return Page();
        if (await handler.HandleAsync(Floor.Id, Id, Input, cancellationToken) is not { } outcome)
            return NotFound();
        outcome.ShowIn(ModelState, nameof(Input));
        if (!outcome.IsDone)
            return Page();
        Toast = $"{outcome.Value.Name} is removed from the list.";
        return ToPage("Index");
    }
}
