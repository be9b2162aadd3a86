using System.Globalization;
using ExcelNumberFormat;

namespace AjsPantry.Features.People.Import.Reading;

/// <summary>The text of a cell as people see it in their spreadsheet: 7 with the format 0000 is 0007.</summary>
internal static class ShownCell
{
    /// <summary>Excel keeps fifteen digits of a number; what is longer has lost its end.</summary>
    private const double Exact = 1e15;

    private const int LongestFormat = 100;

    public static string? Text(object? value, string? format) => value switch
    {
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeSpan time => time.ToString("c", CultureInfo.InvariantCulture),
        int whole => Number(whole, format),
        double number => Number(number, format),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    /// <summary>Without a format, a number keeps no ".0" and no exponent: a cell with 1001 is the text 1001.</summary>
    private static string Number(double number, string? format)
    {
        if (!(Math.Abs(number) < Exact))
            return number.ToString(CultureInfo.InvariantCulture);
        var plain = ((decimal)number).ToString("0.##########", CultureInfo.InvariantCulture);
        if (format is null or "General" or "@" or { Length: > LongestFormat })
            return plain;
        var shown = new NumberFormat(format) is { IsValid: true } known ? known.Format(number, CultureInfo.InvariantCulture).Trim() : plain;
        // Signs that only group digits, as in 1,017, and decimals of a whole number, as in 2.00, are no part of it.
        const NumberStyles Grouped = NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint;
        var isPlain = !shown.StartsWith('0') && decimal.TryParse(shown, Grouped, CultureInfo.InvariantCulture, out var read)
            && read == (decimal)number && decimal.IsInteger(read);
        return isPlain ? plain : shown;
    }
}
