using System.Globalization;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Procurement.List;

public sealed class EditItemModel(ShoppingQuery query, EditItem.Handler handler) : ItemPage(query)
{
    [BindProperty]
    public EditItem.Input Input { get; set; } = new();

    /// <summary>Somebody else was quicker; the page says what they saved.</summary>
    public bool IsOvertaken { get; private set; }

    public IActionResult OnGet()
    {
        if (!Item.IsOpen)
            return ToItem();
        Input = new()
        {
            Item = Item.Name,
            Quantity = Item.Quantity.ToString("0.###", CultureInfo.GetCultureInfo(Tenant.Culture)),
            Unit = Item.Unit,
            Category = Item.Category,
            Priority = Item.Priority,
            NeededBy = Item.NeededBy?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Note = Item.Note,
            Version = Item.Version,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return Page();
        if (await handler.HandleAsync(Floor.Id, Id, Input, cancellationToken) is not { } outcome)
            return NotFound();
        outcome.ShowIn(ModelState, nameof(Input));
        if (outcome.IsDone)
        {
            Toast = $"{outcome.Value.Name} is saved.";
            return ToItem();
        }

        if (outcome.Messages.Contains(EditItem.Handler.Changed))
        {
            IsOvertaken = await FindAsync(cancellationToken);
            Input.Version = Item.Version;
            ModelState.SetModelValue("Input.Version", Input.Version, Input.Version.ToString(CultureInfo.InvariantCulture));
        }

        return Page();
    }
}
