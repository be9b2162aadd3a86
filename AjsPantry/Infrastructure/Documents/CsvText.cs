namespace AjsPantry.Infrastructure.Documents;

/// <summary>Text of people on its way into a CSV file, which most will open in a spreadsheet.</summary>
public static class CsvText
{
    /// <summary>An apostrophe keeps spreadsheets from taking a text for a formula.</summary>
    public static string Inert(string text) => text.Length > 0 && "=+-@\t\r\n".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
}
