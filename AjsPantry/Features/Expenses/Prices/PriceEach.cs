using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Features.Expenses.Prices;

/// <summary>What one kilogram, litre or piece cost, worked out from a line's quantity and amount.</summary>
public static class PriceEach
{
    /// <summary>To the paisa. Grams and millilitres cost fractions of one, so they are told by the kilogram and litre.</summary>
    public static decimal Of(decimal quantity, string unit, decimal amount) =>
        quantity == 0 ? 0 : Math.Round(amount * Scale(unit) / quantity, 2, MidpointRounding.AwayFromZero);

    /// <summary>One of what.</summary>
    public static string For(string unit) => unit switch
    {
        "g" => "kg",
        "ml" => "ltr",
        "pcs" => "piece",
        _ => unit,
    };

    /// <summary>12.50/kg, or ≈ 12.33/kg where that is rounded; empty where the amount itself is the price of one.</summary>
    public static string Words(decimal quantity, string unit, decimal amount, Formats formats)
    {
        if (quantity == 1 && unit is not ("g" or "ml"))
            return "";
        var each = Of(quantity, unit, amount);
        var isExact = each * quantity == amount * Scale(unit);
        return $"{(isExact ? "" : "≈\u00a0")}{formats.Amount(Math.Abs(each))}/{For(unit)}";
    }

    private static int Scale(string unit) => unit is "g" or "ml" ? 1000 : 1;
}
