using System.Globalization;
using System.Text;
using AjsPantry.Features.Menus.Calendar;
using CsCheck;

namespace AjsPantry.Tests.Features.Menus.Calendar;

/// <summary>What is written is read back with somebody else's parser.</summary>
public sealed class IcsFileTests
{
    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Char.Array[0, 200].Select(letters => new string(letters)),
        Gen.Char["aénNગم ,;:\\\"\n\r\t\u2028"].Array[0, 200].Select(letters => new string(letters)),
        Gen.Int[0, 3].Select(at => ((string[])["👩‍🍳", "नाश्ता", "a", " "])[at]).Array[0, 80].Select(string.Concat));

    [Fact]
    public void Any_text_survives_being_written_and_read() =>
        Gen.Select(Texts, Texts, Gen.Int[600_000, 800_000]).Sample((summary, description, day) =>
        {
            var file = Encoding.UTF8
                .GetString(IcsFile.Write(
                    summary, [new IcsDay("day-1@ajs-pantry", DateOnly.FromDayNumber(day), summary, description, TestClock.Beginning)]));
            var read = Ical.Net.Calendar.Load(file)!.Events.Single();
            return read.Uid == "day-1@ajs-pantry" && read.DtStart!.Date == DateOnly.FromDayNumber(day) && !read.DtStart.HasTime
                && (read.Summary ?? "") == Kept(summary) && (read.Description ?? "") == Kept(description);
        });

    [Fact]
    public void No_line_is_longer_than_75_octets_and_every_one_ends_with_both_marks() =>
        Gen.Select(Texts, Texts).Sample((summary, description) =>
        {
            var file = IcsFile.Write(summary, [new IcsDay("x", new DateOnly(2026, 3, 15), summary, description, TestClock.Beginning)]);
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(file);
            return text.EndsWith("END:VCALENDAR\r\n", StringComparison.Ordinal)
                && text.Split("\r\n").All(line => Encoding.UTF8.GetByteCount(line) <= 75 && !line.Any(char.IsControl));
        });

    [Fact]
    public void Times_and_alarms_of_any_text_are_read_back() =>
        Gen.Select(Texts, Gen.Int[0, 2_000_000], Gen.Int[1, 600]).Sample((summary, minute, before) =>
        {
            var begins = TestClock.Beginning.AddMinutes(minute);
            var file = Encoding.UTF8
                .GetString(IcsFile.Write("Home",
                    [new IcsDay("x", new DateOnly(2026, 3, 15), summary, null, TestClock.Beginning,
                        Time: new(begins, begins.AddHours(1), before))]));
            var read = Ical.Net.Calendar.Load(file)!.Events.Single();
            return read.DtStart!.HasTime && read.DtStart.AsUtc == begins.UtcDateTime && read.DtEnd!.AsUtc == begins.AddHours(1).UtcDateTime
                && file.Split("\r\n").All(line => Encoding.UTF8.GetByteCount(line) <= 75)
                && file.Contains($"TRIGGER:-PT{before}M\r\n", StringComparison.Ordinal) && read.Alarms.Count == 1;
        });

    [Fact]
    public void A_day_reads_as_the_standard_says()
    {
        var day = new IcsDay("event-1@ajs-pantry", new DateOnly(2026, 2, 28), "Dates, nuts; and \\ more", "One\r\ntwo",
            new DateTimeOffset(2026, 2, 1, 6, 30, 0, TimeSpan.FromHours(5.5)), "https://pantry.example/calendar/events/1");
        Assert.Equal(
            """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//AJS Pantry//Calendar//EN
            CALSCALE:GREGORIAN
            METHOD:PUBLISH
            NAME:Home
            X-WR-CALNAME:Home
            REFRESH-INTERVAL;VALUE=DURATION:PT6H
            X-PUBLISHED-TTL:PT6H
            BEGIN:VEVENT
            UID:event-1@ajs-pantry
            DTSTAMP:20260201T010000Z
            LAST-MODIFIED:20260201T010000Z
            DTSTART;VALUE=DATE:20260228
            DTEND;VALUE=DATE:20260301
            SUMMARY:Dates\, nuts\; and \\ more
            DESCRIPTION:One\ntwo
            URL:https://pantry.example/calendar/events/1
            TRANSP:TRANSPARENT
            END:VEVENT
            END:VCALENDAR

            """.ReplaceLineEndings("\r\n"),
            Encoding.UTF8.GetString(IcsFile.Write("Home", [day])));
    }

    /// <summary>
    /// Without what the format does not allow: control characters other than line ends, and halves of a pair, which become the sign for
    /// what is no letter.
    /// </summary>
    private static string Kept(string text) =>
        string.Concat(text.ReplaceLineEndings("\n").EnumerateRunes()
            .Where(rune => rune.Value == '\n' || Rune.GetUnicodeCategory(rune) != UnicodeCategory.Control));
}
