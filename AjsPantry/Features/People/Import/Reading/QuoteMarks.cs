namespace AjsPantry.Features.People.Import.Reading;

/// <summary>
/// Finds quotation marks that do not go in pairs. Programs that read on regardless make one person of three, or a name of a floor.
/// </summary>
public static class QuoteMarks
{
    /// <returns>What is wrong and in which row, or null when every quoted field is closed and nothing stands behind it.</returns>
    public static string? Problem(string text, char separator)
    {
        var row = 1;
        var opened = 0;
        var at = 0;
        var atStart = true;
        while (at < text.Length)
        {
            var letter = text[at];
            if (letter == '"' && atStart)
            {
                opened = row;
                if ((at = Closing(text, at + 1)) < 0)
                    return Unclosed(opened);
                at++;
                if (at < text.Length && text[at] != separator && text[at] is not ('\r' or '\n'))
                    return Stray(opened, Name(separator));
                atStart = false;
                continue;
            }

            if (letter == '\n' || (letter == '\r' && (at + 1 == text.Length || text[at + 1] != '\n')))
                row++;
            atStart = letter == separator || letter is '\r' or '\n';
            at++;
        }

        return null;
    }

    private static string? Unclosed(int row) =>
        $"In row {row} a quotation mark (\") begins a field and none ends it, so the rows below cannot be told apart. "
            + "Correct that row and import the list again.";

    private static string? Stray(int row, string separator) =>
        $"In row {row} there is text between a quotation mark (\") and the next {separator}. Correct that row and import the list again.";

    /// <summary>Where the quoted field that begins here ends; two marks in a row stand for one in it. -1 when it does not end.</summary>
    private static int Closing(string text, int from)
    {
        for (var at = from; (at = text.IndexOf('"', at)) >= 0; at += 2)
        {
            if (at + 1 >= text.Length || text[at + 1] != '"')
                return at;
        }

        return -1;
    }

    private static string Name(char separator) => separator switch
    {
        ',' => "comma",
        ';' => "semicolon",
        '\t' => "tab",
        _ => "separator",
    };
}
