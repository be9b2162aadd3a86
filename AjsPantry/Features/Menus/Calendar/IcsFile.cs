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
        // The end of whole days is the day after them, which is not part of them any more.
        Line(file, day.Time is null ? $"DTSTART;VALUE=DATE:{Day(day.Date)}" : $"DTSTART:{Instant(day.Time.Begins)}");
        Line(file, day.Time is null ? $"DTEND;VALUE=DATE:{Day((day.Until ?? day.Date).AddDays(1))}" : $"DTEND:{Instant(day.Time.Ends)}");
        Line(file, $"SUMMARY:{Text(day.Summary)}");
        if (day.Description is { Length: > 0 } description)
            Line(file, $"DESCRIPTION:{Text(description)}");
        if (day.Url is not null)
            Line(file, $"URL:{day.Url}");
        // A day in the kitchen does not make the person busy for whoever looks for an hour to meet.
        Line(file, "TRANSP:TRANSPARENT");
        if (day.Time?.MinutesBefore is { } minutes)
            WriteAlarm(file, minutes, day.Summary);
        Line(file, "END:VEVENT");
    }

    private static void WriteAlarm(StringBuilder file, int minutes, string words)
    {
        Line(file, "BEGIN:VALARM");
        Line(file, "ACTION:DISPLAY");
        Line(file, string.Create(CultureInfo.InvariantCulture, $"TRIGGER:-PT{minutes}M"));
        Line(file, $"DESCRIPTION:{Text(words)}");
        Line(file, "END:VALARM");
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

/// <summary>Something that lasts a whole day or several, or begins at a time.</summary>
/// <param name="Uid">The same for the same thing for ever, whatever of it changes.</param>
/// <param name="Until">The last day, included, of several.</param>
/// <param name="ChangedAt">When what is said of it was last changed.</param>
public sealed record IcsDay(
    string Uid, DateOnly Date, string Summary, string? Description, DateTimeOffset ChangedAt, string? Url = null,
    DateOnly? Until = null, IcsTime? Time = null);

/// <param name="MinutesBefore">When the program is to remind of it; null when it is not.</param>
public sealed record IcsTime(DateTimeOffset Begins, DateTimeOffset Ends, int? MinutesBefore = null);
