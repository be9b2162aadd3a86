using AjsPantry.Features.Expenses.Reports.Monthly;

namespace AjsPantry.Features.Expenses;

/// <summary>Adds amounts up by name.</summary>
public static class Shares
{
    public const string Charges = "Delivery and charges";
    public const string Discounts = "Discounts";

    /// <summary>Largest first; equal ones by name.</summary>
    public static IReadOnlyList<ReportShare> Of(IEnumerable<(string Name, decimal Amount)> amounts) =>
    [
        .. amounts.GroupBy(amount => amount.Name)
            .Select(group => new ReportShare(group.Key, group.Sum(amount => amount.Amount)))
            .OrderByDescending(share => share.Amount).ThenBy(share => share.Name, StringComparer.Ordinal),
    ];

    /// <summary>Categories, then charges and discounts where there are any, so that the shares add up to the bills' totals.</summary>
    public static IReadOnlyList<ReportShare> WithExtras(
        IEnumerable<(string Name, decimal Amount)> amounts, decimal charges, decimal discounts)
    {
        ReportShare[] extras = [new(Charges, charges), new(Discounts, -discounts)];
        return [.. Of(amounts), .. extras.Where(extra => extra.Amount != 0)];
    }
}
