using AjsPantry.Features.Shared.Goods;

namespace AjsPantry.Features.Expenses.Bills.Recording;

/// <summary>What a bill says, its words and figures read and found in order.</summary>
/// <param name="Charges">Delivery, packing and the like; not negative.</param>
/// <param name="Discount">What the shop took off; not negative, and not more than lines and charges.</param>
public sealed record BillDraft(
    string Number, DateOnly Date, string Shop, decimal Charges, decimal Discount, IReadOnlyList<BillDraftLine> Lines)
{
    /// <summary>The items of the shopping list that stand on the bill.</summary>
    public IReadOnlyList<Guid> ShoppingItems => [.. Lines.Select(line => line.ShoppingItemId).OfType<Guid>()];

    public decimal LinesTotal => Lines.Sum(line => line.Amount);

    public decimal Total => LinesTotal + Charges - Discount;

    /// <summary>Line by line.</summary>
    public bool SaysTheSameAs(BillDraft other) => this with { Lines = other.Lines } == other && Lines.SequenceEqual(other.Lines);
}

/// <param name="UnitPrice">As the bill prints it, to the paisa; null when it does not.</param>
/// <param name="Category">Null to let it be guessed; never of a bill that is recorded.</param>
/// <param name="ShoppingItemId">The item of the shopping list that was bought; null for what stood on no list.</param>
public sealed record BillDraftLine(
    string Item, decimal Quantity, string Unit, decimal? UnitPrice, decimal Amount, Category? Category, Guid? ShoppingItemId = null);

/// <summary>The arithmetic of one line.</summary>
public static class LinePrice
{
    /// <summary>Quantity times unit price, rounded to the paisa as shops do: half away from zero.</summary>
    public static decimal Amount(decimal quantity, decimal unitPrice) => Math.Round(quantity * unitPrice, 2, MidpointRounding.AwayFromZero);

    /// <summary>
    /// Whether quantity, unit price and amount can stand on one bill. The printed price is itself rounded to the paisa, so the
    /// amount may differ by half a paisa for each unit, and by half a paisa for its own rounding.
    /// </summary>
    public static bool Agrees(decimal quantity, decimal unitPrice, decimal amount) =>
        Math.Abs(amount - quantity * unitPrice) <= 0.005m * quantity + 0.005m;
}
