namespace AjsPantry.Features.Shared.Goods;

/// <summary>
/// The longest and largest that a bought thing takes, on a list or on a bill; checked at the form and by the database's column types.
/// </summary>
public static class GoodsLimits
{
    public const int Shop = 80;
    public const int Item = 200;

    /// <summary>numeric(12,2): ten digits before the point.</summary>
    public const decimal Amount = 9_999_999_999.99m;

    /// <summary>numeric(10,3): seven digits before the point.</summary>
    public const decimal Quantity = 9_999_999.999m;
}
