using AjsPantry.Features.Procurement.Buying;
using AjsPantry.Features.Procurement.List;
using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Rights;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Procurement;

/// <summary>A page about one thing of the floor's list.</summary>
public abstract class ItemPage(ShoppingQuery query) : FloorPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    protected ShoppingQuery Query => query;

    public ShoppingRow Item { get; private set; } = null!;

    public bool Manages => Person.May(Permission.ManageShopping);

    /// <summary>2 kg.</summary>
    public string Quantity => Formats.Quantity(Item.Quantity, Item.Unit);

    public bool MayTick =>
        (Item.IsOpen || (Item.State == ShoppingState.Bought && Item.BoughtById == Person.Id)) && BuyItem.May(Person, Item.AssigneeId);

    public bool MayPutBack => Item.State == ShoppingState.Bought && (Manages || Item.BoughtById == Person.Id);

    protected override async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        var found = await query.FindAsync(Floor.Id, Id, cancellationToken);
        Item = found!;
        return found is not null;
    }

    protected RedirectToPageResult ToItem() => ToPage("/Procurement/List/Item", new { Id });
}
