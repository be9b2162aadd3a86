using System.Globalization;
using System.Numerics;

namespace AjsPantry.Features.Expenses.Bills.Recording;

/// <summary>
/// Proposes the number of the next bill from those recorded of late that count. A number goes on where it follows another, as 1002
/// follows 1001; so one that was mistyped, has a letter behind it or was printed by a shop leads nowhere.
/// </summary>
public static class NextBillNumber
{
    private const string First = "1001";

    /// <param name="recent">The floor's bills that count, the latest first.</param>
    /// <param name="shop">The shop of the bill; null or empty while nobody said which.</param>
    public static string Of(IReadOnlyList<NumberedBill> recent, string? shop = null)
    {
        var taken = recent.Select(bill => bill.Number).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var own = Own(recent, shop);
        var others = recent.Where(bill => !HasItsOwn(recent, bill.Shop)).ToList();
        var last = own ?? Latest(others.Count > 0 ? others : recent, taken);
        var next = After(last);
        for (var tries = 0; tries < recent.Count && taken.Contains(next); tries++)
            next = After(next);
        return next;
    }

    /// <summary>The shops that print numbers of their own, with the next of each.</summary>
    public static IReadOnlyDictionary<string, string> OfShops(IReadOnlyList<NumberedBill> recent) =>
        recent.Select(bill => bill.Shop).Distinct().Where(shop => HasItsOwn(recent, shop))
            .ToDictionary(shop => shop, shop => Of(recent, shop));

    /// <summary>
    /// Its trailing digits plus one, with the letters before them and the leading zeros kept; 1001 without digits at its end.
    /// </summary>
    public static string After(string? last)
    {
        var text = last ?? "";
        var letters = Letters(text);
        var digits = text[letters.Length..];
        if (digits == "")
            return First;
        var number = BigInteger.Parse(digits, CultureInfo.InvariantCulture) + 1;
        var next = number.ToString(CultureInfo.InvariantCulture).PadLeft(digits.Length, '0');
        return letters.Length + next.Length <= BillLimits.Number ? letters + next : First;
    }

    /// <summary>The last that follows another; where none does, the last with digits at its end.</summary>
    private static string? Latest(IReadOnlyList<NumberedBill> bills, HashSet<string> taken)
    {
        var following = taken.Select(After).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var counting = bills.Select(bill => bill.Number).Where(Counts).ToList();
        return counting.Find(following.Contains) ?? counting.FirstOrDefault();
    }

    private static string? Own(IReadOnlyList<NumberedBill> recent, string? shop) =>
        HasItsOwn(recent, shop) ? recent.First(bill => Same(bill.Shop, shop) && Counts(bill.Number)).Number : null;

    /// <summary>Whether all numbers of a shop begin with the same letters, and those of no other shop do.</summary>
    private static bool HasItsOwn(IReadOnlyList<NumberedBill> recent, string? shop)
    {
        var its = recent.Where(bill => Same(bill.Shop, shop) && Counts(bill.Number))
            .Select(bill => Letters(bill.Number)).Distinct().ToList();
        return its is [{ Length: > 0 } letters]
            && recent.Any(bill => !Same(bill.Shop, shop))
            && recent.Where(bill => !Same(bill.Shop, shop)).All(bill => Letters(bill.Number) != letters);
    }

    private static bool Same(string shop, string? other) => string.Equals(shop, other, StringComparison.OrdinalIgnoreCase);

    private static bool Counts(string number) => Letters(number).Length < number.Length;

    private static string Letters(string number) => number.TrimEnd("0123456789".ToCharArray());
}

/// <summary>A bill's number and whose bill it is.</summary>
public sealed record NumberedBill(string Number, string Shop);
