using System.Globalization;
using AjsPantry.Features.Expenses.Bills.Recording;
using AjsPantry.Features.Procurement.List;
using AjsPantry.Infrastructure.Limits;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Procurement.Buying;

/// <summary>Ticking a thing off: with one tap from the list, or here with quantity, price and shop.</summary>
[KeptOffline]
public sealed class BoughtModel(ShoppingQuery query, BillHistory bills, BuyItem.Handler handler) : ItemPage(query)
{
    [BindProperty]
    public BuyItem.Input Input { get; set; } = new();

    public IReadOnlyList<string> Shops { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!MayTick)
            return ToItem();
        Input = new()
        {
            Quantity = (Item.BoughtQuantity ?? Item.Quantity).ToString("0.###", CultureInfo.GetCultureInfo(Tenant.Culture)),
            Price = Item.Price is { } price ? Formats.Typed(price) : null,
            Shop = Item.Shop,
            On = (Item.BoughtOn ?? Today).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return await ShowAsync(cancellationToken);
        if (await handler.HandleAsync(Floor.Id, Id, Input, cancellationToken) is not { } outcome)
            return NotFound();
        outcome.ShowIn(ModelState, nameof(Input));
        if (!outcome.IsDone)
            return await FindAsync(cancellationToken) ? await ShowAsync(cancellationToken) : NotFound();
        Toast = $"{outcome.Value.Name} is marked as bought.";
        return ToPage("/Procurement/List/Index");
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        Shops = await bills.ShopsAsync(Floor.Id, cancellationToken);
        return Page();
    }
}
