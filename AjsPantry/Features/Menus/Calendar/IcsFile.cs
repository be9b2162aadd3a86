using System.Globalization;
using System.Text;

namespace AjsPantry.Features.Menus.Calendar;

/// <summary>Writes days for calendar programs, as iCalendar (RFC 5545) with the names and intervals of RFC 7986.</summary>
public static class IcsFile
{
    /// <summary>Octets of a line before it is folded (RFC 5545, 3.1).</summary>
    private const int LongestLine = 75;

    public static byte[] Write(string name, IEnumerable<IcsDay> days)
    {
        var file = new StringBuilder();
        Line(file, "BEGIN:VCALENDAR");
        Line(file, "VERSION:2.0");
        Line(file, "PRODID:-//AJS Pantry//Calendar//EN");
        Line(file, "CALSCALE:GREGORIAN");
        Line(file, "METHOD:PUBLISH");
        Line(file, $"NAME:{Text(name)}");
        Line(file, $"X-WR-CALNAME:{Text(name)}");
        Line(file, "REFRESH-INTERVAL;VALUE=DURATION:PT6H");
        Line(file, "X-PUBLISHED-TTL:PT6H");
        foreach (var day in days)
            Write(file, day);
        Line(file, "END:VCALENDAR");
        return Encoding.UTF8.GetBytes(file.ToString());
    }

    private static void Write(StringBuilder file, IcsDay day)
    {
        Line(file, "BEGIN:VEVENT");
        Line(file, $"UID:{day.Uid}");
        Line(file, $"DTSTAMP:{Instant(day.ChangedAt)}");
        Line(file, $"LAST-MODIFIED:{Instant(day.ChangedAt)}");
        Line(file, $"DTSTART;VALUE=DATE:{Day(day.Date)}");
        Line(file, $"DTEND;VALUE=DATE:{Day(day.Date.AddDays(1))}");
        Line(file, $"SUMMARY:{Text(day.Summary)}");
        if (day.Description is { Length: > 0 } description)
            Line(file, $"DESCRIPTION:{Text(description)}");
        if (day.Url is not null)
            Line(file, $"URL:{day.Url}");
        // A day in the kitchen does not make the person busy for whoever looks for an hour to meet.
        Line(file, "TRANSP:TRANSPARENT");
        Line(file, "END:VEVENT");
    }

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>Marks what has a meaning in the format, and leaves out control characters, which it does not allow.</summary>
    private static string Text(string text)
    {
        var safe = new StringBuilder();
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\\' or ';' or ',')
                safe.Append('\\').Append(rune);
            else if (rune.Value == '\n')
                safe.Append("\\n");
            else if (!Rune.IsControl(rune))
                safe.Append(rune);
        }

        return safe.ToString();
    }

    /// <summary>Lines end with CR and LF. Long ones go on in the next after a space, and no letter is cut in two.</summary>
    private static void Line(StringBuilder file, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                file.Append("\r\n ");
                octets = 1;
            }

            file.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        file.Append("\r\n");
    }
}

/// <summary>Something that lasts a whole day.</summary>
/// <param name="Uid">The same for the same thing for ever, whatever of it changes.</param>
/// <param name="ChangedAt">When what is said of it was last changed.</param>
public sealed record IcsDay(string Uid, DateOnly Date, string Summary, string? Description, DateTimeOffset ChangedAt, string? Url = null);
