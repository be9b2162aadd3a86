using System.Globalization;
using AjsPantry.Features.Expenses.Bills.Recording;
using AjsPantry.Features.Procurement.List;
using AjsPantry.Features.Shared.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Procurement.Buying;

/// <summary>After the shop: several things ticked off on one page, with one shop and one day.</summary>
public sealed class BoughtTogetherModel(ShoppingQuery query, BillHistory bills, BuyItems.Handler handler) : FloorPage
{
    [BindProperty]
    public BuyItems.Input Input { get; set; } = new();

    /// <summary>What stands in each row of the form; null for what is not on the list any more.</summary>
    public IReadOnlyList<ShoppingRow?> Items { get; private set; } = [];

    /// <summary>Nobody needs anything.</summary>
    public bool IsListEmpty { get; private set; }

    public IReadOnlyList<string> Shops { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var list = await query.ReadAsync(Floor.Id, Person.Id, cancellationToken);
        IsListEmpty = list.Open == 0;
        Items = [.. list.Groups.SelectMany(group => group.Items).Where(item => BuyItem.May(Person, item.AssigneeId))];
        Input = new()
        {
            On = Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Rows = [.. Items.Select(item =>
                new BuyItems.Row
                {
                    Id = item!.Id.ToString(),
                    Bought = item.AssigneeId == Person.Id,
                    Quantity = item.Quantity.ToString("0.###", CultureInfo.GetCultureInfo(Tenant.Culture))
                })],
        };
        Shops = await bills.ShopsAsync(Floor.Id, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return await ShowAgainAsync(cancellationToken);
        var outcome = await handler.HandleAsync(Floor.Id, Input, cancellationToken);
        outcome.ShowIn(ModelState, nameof(Input));
        if (!outcome.IsDone)
            return await ShowAgainAsync(cancellationToken);
        Toast = outcome.Value.Items == 1 ? "1 thing is marked as bought." : $"{outcome.Value.Items} things are marked as bought.";
        return ToPage("/Procurement/List/Index");
    }

    private async Task<IActionResult> ShowAgainAsync(CancellationToken cancellationToken)
    {
        var known = (await query.SomeAsync(Floor.Id, [.. Input.Rows.Select(row => row.ItemId)], cancellationToken))
            .ToDictionary(item => item.Id);
        Items = [.. Input.Rows.Select(row => known.GetValueOrDefault(row.ItemId))];
        Shops = await bills.ShopsAsync(Floor.Id, cancellationToken);
        return Page();
    }
}
