using System.Globalization;
using AjsPantry.Infrastructure.Web;
using CsCheck;

namespace AjsPantry.Tests.Infrastructure.Web;

public class TypedTests
{
    private static readonly string[] Cultures = ["en-IN", "en-US", "de-DE", "de-CH", "fr-FR", "ar-EG", "sv-SE", "hi-IN", "gu-IN", "ur-PK"];

    private static readonly Gen<string> Culture = Gen.Int[0, Cultures.Length - 1].Select(at => Cultures[at]);

    private static readonly Gen<decimal> Amount = Gen.Long[-999_999_999_999, 999_999_999_999].Select(paise => paise / 100m);

    [Theory]
    [InlineData("460", 460)]
    [InlineData("1,234.50", 1234.5)]
    [InlineData("₹ 1,234.50", 1234.5)]
    [InlineData("₹1,00,000", 100000)]
    [InlineData(" 12 ", 12)]
    [InlineData("12.5", 12.5)]
    [InlineData(".5", 0.5)]
    [InlineData("−5", -5)]
    [InlineData("-5", -5)]
    [InlineData("१२३४.५०", 1234.5)]
    [InlineData("٢٥", 25)]
    [InlineData("૪૬૦", 460)]
    public void Amounts_are_read_as_people_in_India_write_them(string typed, double amount) =>
        Assert.Equal((decimal)amount, Typed.Number(typed, 2, "en-IN"));

    [Theory]
    [InlineData("1.234,50", 1234.5)]
    [InlineData("1234,5", 1234.5)]
    [InlineData("€ 12,00", 12)]
    public void Amounts_are_read_as_people_in_Germany_write_them(string typed, double amount) =>
        Assert.Equal((decimal)amount, Typed.Number(typed, 2, "de-DE"));

    [Theory]
    [InlineData("1,234.50", "de-DE")]
    [InlineData("1.234,50", "en-IN")]
    [InlineData("1.234", "en-IN")]
    [InlineData("1.2.3", "en-IN")]
    [InlineData("twelve", "en-IN")]
    [InlineData("1e5", "en-IN")]
    [InlineData("0x10", "en-IN")]
    [InlineData("5-", "en-IN")]
    [InlineData("--5", "en-IN")]
    [InlineData("(5)", "en-IN")]
    [InlineData("NaN", "en-IN")]
    [InlineData("", "en-IN")]
    [InlineData("₹", "en-IN")]
    [InlineData("1\0", "en-IN")]
    [InlineData("99999999999999999999999999999999", "en-IN")]
    [InlineData("0.00000000000000000000000000000000001", "en-IN")]
    [InlineData(null, "en-IN")]
    public void What_is_no_amount_is_not_made_into_one(string? typed, string culture) => Assert.Null(Typed.Number(typed, 2, culture));

    [Fact]
    public void What_the_application_writes_it_reads_again_in_every_culture() =>
        Gen.Select(Amount, Culture).Sample((amount, culture) =>
        {
            var formats = new Formats(culture, "INR");
            Assert.Equal(amount, Typed.Number(formats.Amount(amount), 2, culture));
            Assert.Equal(amount, Typed.Number(formats.Money(amount), 2, culture));
            Assert.Equal(Math.Abs(amount), Typed.Number(Math.Abs(amount).ToString("0.00", CultureInfo.GetCultureInfo(culture)), 2, culture));
        });

    [Fact]
    public void Nothing_that_can_be_typed_breaks_the_reading() =>
        Gen.Select(Gen.String, Culture).Sample((typed, culture) =>
        {
            Typed.Number(typed, 2, culture);
            Typed.Day(typed);
            Typed.Month(typed);
            Typed.Text(typed);
        });

    [Fact]
    public void Broken_letters_are_no_reason_to_fall_over()
    {
        Assert.Equal("Milk", Typed.Text("\uffffMi\ufffelk"));
        Assert.Equal("Milk\ufffd", Typed.Text("Milk\ud800"));
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
    [InlineData("👩\u200d🍳", "👩\u200d🍳")]
    [InlineData(null, "")]
    public void Text_is_one_clean_line(string? typed, string text) => Assert.Equal(text, Typed.Text(typed));

    [Theory]
    [InlineData("Milk", 4, "Milk")]
    [InlineData("Milk", 2, "Mi")]
    [InlineData("a🍳b", 2, "a")]
    [InlineData("a🍳b", 3, "a🍳")]
    public void A_cut_leaves_no_half_letter(string text, int most, string cut) => Assert.Equal(cut, Typed.Cut(text, most));

    [Fact]
    public void Text_that_was_cleaned_stays_as_it_is() => Gen.String.Sample(typed => Assert.Equal(Typed.Text(typed), Typed.Text(Typed.Text(typed))));

    [Theory]
    [InlineData(null, "")]
    [InlineData(" \r\n \u200b\r\n", "")]
    [InlineData("\nBring  dates.\r\n\r\nAfter\u0001 Maghrib. \r", "Bring dates.\n\nAfter Maghrib.")]
    public void Several_lines_are_cleaned_one_by_one(string? typed, string kept) => Assert.Equal(kept, Typed.Lines(typed));

    [Fact]
    public void Lines_that_were_cleaned_stay_as_they_are() => Gen.String.Sample(typed => Assert.Equal(Typed.Lines(typed), Typed.Lines(Typed.Lines(typed))));

    [Theory]
    [InlineData("2026-03-07")]
    [InlineData(" 2026-03-07 ")]
    [InlineData("7/3/2026")]
    [InlineData("07.03.2026")]
    [InlineData("7-3-2026")]
    public void Days_are_read_as_pickers_send_them_and_as_people_write_them(string typed) => Assert.Equal(new DateOnly(2026, 3, 7), Typed.Day(typed));

    [Theory]
    [InlineData("2026-02-30")]
    [InlineData("yesterday")]
    [InlineData("3/15/2026")]
    [InlineData("07/03/26")]
    [InlineData("")]
    public void What_is_no_day_is_not_made_into_one(string typed) => Assert.Null(Typed.Day(typed));
}
