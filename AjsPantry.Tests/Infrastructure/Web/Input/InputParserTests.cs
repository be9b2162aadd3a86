using System.Globalization;
using System.Text;
using AjsPantry.Infrastructure.Web.Input;
using CsCheck;

namespace AjsPantry.Tests.Infrastructure.Web.Input;

public class InputParserTests
{
    [Fact]
    public void Nothing_that_can_be_typed_breaks_the_reading() =>
        Gen.String.Sample(typed =>
        {
            InputParser.Day(typed);
            InputParser.Month(typed);
            InputParser.Text(typed);
        });

    [Fact]
    public void Broken_letters_are_no_reason_to_fall_over()
    {
        Assert.Equal("Milk", InputParser.Text("\uffffMi\ufffelk"));
        Assert.Equal("Milk\ufffd", InputParser.Text("Milk\ud800"));
    }

    [Theory]
    [InlineData("  D-Mart \t  Vashi\r\n", "D-Mart Vashi")]
    [InlineData("Mi\0lk\u0007", "Milk")]
    [InlineData("\u202egnp.exe\u202c", "gnp.exe")]
    [InlineData("\u2066Milk\u2069", "Milk")]
    [InlineData("दुकान", "दुकान")]
    [InlineData("دكان الحليب", "دكان الحليب")]
    [InlineData("Cafe\u0301", "Café")]
    [InlineData("क्\u200dष", "क्\u200dष")]
    [InlineData("Zar\u200bina\ufeff", "Zarina")]
    [InlineData("\u200eMeera\u200f", "Meera")]
    [InlineData("می\u200cخواهم", "می\u200cخواهم")]
    [InlineData("\u200b\u200c\u200d\u2060", "")]
    [InlineData("\u3164 \u2800", "")]
    [InlineData("\ufe0f\u0301", "")]
    [InlineData("\u0301\u200c\u0301", "")]
    [InlineData("\u0301\u200d\u0301 \u0301", "")]
    [InlineData("a\u034fb\u115fc\u1160d\u17b4e\u17b5f\u2800g\u3164h\uffa0i", "abcdefghi")]
    [InlineData("👩\u200d🍳", "👩\u200d🍳")]
    [InlineData(null, "")]
    public void Text_is_one_clean_line(string? typed, string text) => Assert.Equal(text, InputParser.Text(typed));

    /// <summary>Putting marks in order takes a time that grows with the square of their number, so a letter keeps few.</summary>
    [Theory]
    [InlineData("\u0316\u0301")]
    [InlineData("\u0301\u200b")]
    [InlineData("\u0301\u034f\u0316")]
    [InlineData("\u05b0\u0001\u0301\ufffe")]
    public void A_letter_keeps_no_more_marks_than_any_language_writes(string marks)
    {
        var text = InputParser.Text("a" + string.Concat(Enumerable.Repeat(marks, 500)) + "b");
        Assert.Equal(InputParser.MostMarks + 2, text.Normalize(NormalizationForm.FormD).Length);
    }

    [Fact]
    public void What_no_field_takes_is_not_put_in_order_and_still_holds_nothing_that_a_database_refuses()
    {
        var text = InputParser.Text(string.Concat(Enumerable.Repeat("e\u0301\0 \ud800\u200b  x", InputParser.Most)));
        Assert.True(text.Length > InputParser.Most);
        Assert.StartsWith("e\u0301 \ufffd xe\u0301", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_field_might_just_take_is_put_in_order()
    {
        var longest = "e\u0301" + new string('x', InputParser.Most - 2);
        Assert.Equal(InputParser.Most - 1, InputParser.Text(longest).Length);
        Assert.Equal(InputParser.Most + 1, InputParser.Text(longest + "x").Length);
    }

    [Theory]
    [InlineData("Milk", 4, "Milk")]
    [InlineData("Milk", 9, "Milk")]
    [InlineData("Milk", 2, "Mi")]
    [InlineData("a🍳b", 2, "a")]
    [InlineData("a🍳b", 3, "a🍳")]
    public void A_cut_leaves_no_half_letter(string text, int most, string cut) => Assert.Equal(cut, InputParser.Cut(text, most));

    [Fact]
    public void Text_that_was_cleaned_stays_as_it_is() =>
        Gen.String.Sample(typed => Assert.Equal(InputParser.Text(typed), InputParser.Text(InputParser.Text(typed))));

    [Theory]
    [InlineData(null, "")]
    [InlineData(" \r\n \u200b\r\n", "")]
    [InlineData("\nBring  dates.\r\n\r\nAfter\u0001 Maghrib. \r", "Bring dates.\n\nAfter Maghrib.")]
    public void Several_lines_are_cleaned_one_by_one(string? typed, string kept) => Assert.Equal(kept, InputParser.Lines(typed));

    [Fact]
    public void Lines_that_were_cleaned_stay_as_they_are() =>
        Gen.String.Sample(typed => Assert.Equal(InputParser.Lines(typed), InputParser.Lines(InputParser.Lines(typed))));

    [Theory]
    [InlineData("2026-03-07")]
    [InlineData(" 2026-03-07 ")]
    [InlineData("7/3/2026")]
    [InlineData("07.03.2026")]
    [InlineData("7-3-2026")]
    public void Days_are_read_as_pickers_send_them_and_as_people_write_them(string typed) =>
        Assert.Equal(new DateOnly(2026, 3, 7), InputParser.Day(typed));

    [Theory]
    [InlineData("2026-02-30")]
    [InlineData("yesterday")]
    [InlineData("3/15/2026")]
    [InlineData("07/03/26")]
    [InlineData("")]
    public void What_is_no_day_is_not_made_into_one(string typed) => Assert.Null(InputParser.Day(typed));

    [Theory]
    [InlineData("0", 0)]
    [InlineData("12", 12)]
    [InlineData("2,147,483,647", int.MaxValue)]
    [InlineData("2147483648", null)]
    [InlineData("-1", null)]
    [InlineData("1.5", null)]
    [InlineData("many", null)]
    public void A_count_is_whole_and_no_less_than_nothing(string typed, int? count) => Assert.Equal(count, InputParser.Whole(typed));

    [Theory]
    [InlineData("06:45", "06:45")]
    [InlineData(" 6:45 ", "06:45")]
    [InlineData("06:45:59", "06:45")]
    [InlineData("24:00", null)]
    [InlineData("6", null)]
    [InlineData(null, null)]
    public void Times_are_read_to_the_minute(string? typed, string? time) =>
        Assert.Equal(time, InputParser.Time(typed)?.ToString("HH:mm:ss", CultureInfo.InvariantCulture)[..^3]);

    [Theory]
    [InlineData("2026-03", "2026-03-01")]
    [InlineData("2026-3", null)]
    [InlineData("2026-13", null)]
    [InlineData(" 2026-03", null)]
    [InlineData(null, null)]
    public void A_month_is_read_as_its_first_day(string? typed, string? day) =>
        Assert.Equal(day, InputParser.Month(typed)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    [Fact]
    public void What_was_chosen_is_known_by_its_id()
    {
        var id = Guid.NewGuid();
        Assert.Equal([id, null, null], ((string?[])[$"{id}", "", null]).Select(InputParser.Id));
    }
}
