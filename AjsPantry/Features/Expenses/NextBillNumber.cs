using System.Globalization;
using System.Numerics;

namespace AjsPantry.Features.Expenses;

/// <summary>
/// Proposes the number of the next bill from the one recorded last: its trailing digits plus one, with the letters before them
/// and the leading zeros kept; 1001 for a floor's first bill or after a number without digits at its end.
/// </summary>
public static class NextBillNumber
{
    private const string First = "1001";

    public static string After(string? last)
    {
        var text = last ?? "";
        var letters = text.TrimEnd("0123456789".ToCharArray());
        var digits = text[letters.Length..];
        if (digits == "")
            return First;
        var next = (BigInteger.Parse(digits, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture).PadLeft(digits.Length, '0');
        return letters.Length + next.Length <= BillLimits.Number ? letters + next : First;
    }
}
