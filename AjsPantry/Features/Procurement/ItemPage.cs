using AjsPantry.Features.Procurement.Buying;
using AjsPantry.Features.Procurement.List;
using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Rights;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Procurement;

/// <summary>A page about one thing of the floor's list.</summary>
public abstract class ItemPage(ShoppingQuery query) : ThingPage<ShoppingRow>
{
    protected ShoppingQuery Query => query;

    public ShoppingRow Item => Thing;

    public bool Manages => Person.May(Permission.ManageShopping);

    /// <summary>2 kg.</summary>
    public string Quantity => Formats.Quantity(Item.Quantity, Item.Unit);

    public bool MayTick =>
        (Item.IsOpen || (Item.State == ShoppingState.Bought && Item.BoughtById == Person.Id)) && BuyItem.May(Person, Item.AssigneeId);

    public bool MayPutBack => Item.State == ShoppingState.Bought && (Manages || Item.BoughtById == Person.Id);

    protected override Task<ShoppingRow?> ReadAsync(CancellationToken cancellationToken) =>
        query.FindAsync(Floor.Id, Id, cancellationToken);

    protected RedirectToPageResult ToItem() => ToPage("/Procurement/List/Item", new { Id });
}
