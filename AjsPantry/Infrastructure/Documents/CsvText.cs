using System.Globalization;
using System.Text.RegularExpressions;
using CsvHelper.Configuration;

namespace AjsPantry.Infrastructure.Documents;

/// <summary>Text and numbers on their way into a CSV file, which most will open in a spreadsheet.</summary>
public static partial class CsvText
{
    /// <summary>
    /// How a file is written for a culture: with a semicolon between cells where a comma stands before decimals, since spreadsheets there
    /// take a comma for that; otherwise RFC 4180. A cell with any of the signs that some spreadsheet parts cells at is in quotation marks.
    /// </summary>
    public static CsvConfiguration Settings(string culture) => new(CultureInfo.InvariantCulture)
    {
        Delimiter = HasComma(culture) ? ";" : ",",
        NewLine = "\r\n",
        ShouldQuote = cell => ConfigurationFunctions.ShouldQuote(cell) || cell.Field?.AsSpan().IndexOfAny(";\t\r\n") >= 0,
    };

    /// <summary>
    /// An apostrophe keeps spreadsheets from taking a text for a formula. It stands at the beginning, and behind each sign at which
    /// a spreadsheet that expects another one parts the cell in two.
    /// </summary>
    public static string Inert(string text) => Formula().Replace(text, "'$0");

    /// <summary>A number without grouping, with the decimal mark that goes with the <see cref="Settings"/>.</summary>
    public static string Number(decimal number, string format, string culture) =>
        number.ToString(format, HasComma(culture) ? Comma : CultureInfo.InvariantCulture.NumberFormat);

    private static readonly NumberFormatInfo Comma = new() { NumberDecimalSeparator = "," };

    private static bool HasComma(string culture) => CultureInfo.GetCultureInfo(culture).NumberFormat.NumberDecimalSeparator == ",";

    /// <summary>The signs that begin a formula, the full-width ones too, which some take for the plain.</summary>
    internal const string Signs = "[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20]";

    /// <summary>With the apostrophes that stand before such a sign already, so that one can be taken off again.</summary>
    [GeneratedRegex($"(?:^|(?<=[,;\\t\\r\\n]))'*{Signs}|^[\\t\\r\\n]")]
    private static partial Regex Formula();
}
