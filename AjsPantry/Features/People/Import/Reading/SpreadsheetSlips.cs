using System.Text.RegularExpressions;

namespace AjsPantry.Features.People.Import.Reading;

/// <summary>
/// Recognises what a spreadsheet made of somebody's entry: an error, a date, a truth. Nobody wrote it, so it is asked for anew.
/// </summary>
internal static partial class SpreadsheetSlips
{
    /// <summary>What is wrong with a member number, or null.</summary>
    public static string? OfNumber(string number) => number.ToUpperInvariant() is "TRUE" or "FALSE"
        ? $"The number reads {number}: the spreadsheet changed it into yes or no. Write the member number itself."
        : Of("number", number);

    /// <summary>What is wrong with a field, or null.</summary>
    /// <param name="what">The field in a sentence, such as: phone number.</param>
    /// <param name="text">What stands in it.</param>
    public static string? Of(string what, string text)
    {
        if (Error().IsMatch(text))
            return $"The {what} reads {text}, which is a spreadsheet error. Write the {what} itself.";
        if (Date().IsMatch(text))
            return $"The {what} reads {text}: the spreadsheet changed it into a date. {Anew(what)}";
        return Shortened().IsMatch(text) ? $"The {what} reads {text}: the spreadsheet shortened it. {Anew(what)}" : null;
    }

    private static string Anew(string what) => $"Give the column the format Text and write the {what} again.";

    [GeneratedRegex(@"^\d([.,]\d+)?E\+\d+$", RegexOptions.IgnoreCase)]
    private static partial Regex Shortened();

    [GeneratedRegex(
        @"^#(N/A|REF!|VALUE!|DIV/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA|FIELD!|UNKNOWN!)$|^Err:\d{3}$", RegexOptions.IgnoreCase)]
    private static partial Regex Error();

    private const string Months = "(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)";

    [GeneratedRegex($@"^\d{{4}}-\d{{2}}-\d{{2}}$|^\d{{1,2}}[-/ ]{Months}([-/ ]\d{{2,4}})?$|^{Months}-\d{{2}}$", RegexOptions.IgnoreCase)]
    private static partial Regex Date();
}
