using AjsPantry.Features.Shared.Goods;
using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Expenses.Prices;

/// <summary>What one item cost over time, and where.</summary>
public sealed class PricesModel(PriceQuery query) : FloorPage
{
    [BindProperty(SupportsGet = true)]
    public string? Item { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Unit { get; set; }

    /// <summary>The latest first.</summary>
    public IReadOnlyList<PaidPrice> Prices { get; private set; } = [];

    public string Name => Prices.Count == 0 ? InputParser.Text(Item) : Prices[0].Item;

    public string Answer => Prices is [var last, ..] ? $"{Formats.Money(last.Each)} per {last.For} on {Day(last.Date)}" : "No price yet";

    /// <summary>Where it was cheapest, and how the price moved.</summary>
    public string Explanation
    {
        get
        {
            if (Prices.Count == 0)
                return "Prices show here after the first bill with this item.";
            var cheapest = Prices.MinBy(price => price.Each)!;
            var best = $"Lowest price: {Formats.Money(cheapest.Each)} at {cheapest.Shop} on {Day(cheapest.Date)}.";
            return Prices is [var last, var before, ..] ? $"{Change(last.Each, before)} {best}" : "Bought once so far.";
        }
    }

    private string Change(decimal now, PaidPrice before) =>
        now == before.Each ? $"Same as on {Day(before.Date)}."
        : $"{Formats.Money(Math.Abs(now - before.Each))} {(now > before.Each ? "more" : "less")} than on {Day(before.Date)}.";

    public PriceChart Chart => new(Prices, Formats);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var name = InputParser.Text(Item);
        if (name is "" or { Length: > GoodsLimits.Item } || Unit is null || !Units.All.Contains(Unit))
            return NotFound();
        Prices = await query.ReadAsync(Floor.Id, name, Unit, cancellationToken);
        return Page();
    }
}
