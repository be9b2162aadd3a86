using AjsPantry.Infrastructure.Web;
using CsCheck;

namespace AjsPantry.Tests.Infrastructure.Web;

public class FormatsTests
{
    private static readonly Formats India = new("en-IN", "INR");

    [Theory]
    [InlineData(1234567.89, "₹12,34,567.89")]
    [InlineData(-1234567.89, "−₹12,34,567.89")]
    [InlineData(0, "₹0.00")]
    [InlineData(99999.5, "₹99,999.50")]
    [InlineData(100000, "₹1,00,000.00")]
    public void Money_is_grouped_as_in_India_with_a_true_minus(double amount, string text) =>
        Assert.Equal(text, India.Money((decimal)amount));

    [Fact]
    public void Columns_leave_the_sign_to_their_heading()
    {
        Assert.Equal("12,34,567.89", India.Amount(1234567.89m));
        Assert.Equal("−50.00", India.Amount(-50));
        Assert.Equal("0.00", India.Amount(0));
    }

    [Fact]
    public void Other_cultures_write_their_own_way()
    {
        Assert.Equal("€1.234.567,89", new Formats("de-DE", "EUR").Money(1234567.89m));
        Assert.Equal("AED\u00a01,234.50", new Formats("en-US", "AED").Money(1234.5m));
    }

    [Fact]
    public void Whole_and_decimals_are_the_money_cut_in_two() =>
        Gen.Long[-99_999_999_999, 99_999_999_999].Select(paise => paise / 100m).Sample(amount =>
        {
            Assert.Equal(India.Money(amount), India.MoneyWhole(amount) + India.MoneyDecimals(amount));
            Assert.Matches("^\\.[0-9]{2}$", India.MoneyDecimals(amount));
        });

    [Theory]
    [InlineData(2, "kg", "2\u00a0kg")]
    [InlineData(1.5, "ltr", "1.5\u00a0ltr")]
    [InlineData(0.125, "kg", "0.125\u00a0kg")]
    [InlineData(1, "pcs", "1\u00a0pc")]
    [InlineData(0.5, "heads", "0.5\u00a0head")]
    [InlineData(1, "cups", "1\u00a0cup")]
    [InlineData(1, "sets", "1\u00a0set")]
    [InlineData(1, "loaves", "1\u00a0loaf")]
    [InlineData(1.5, "loaves", "1.5\u00a0loaves")]
    [InlineData(0, "pcs", "0\u00a0pcs")]
    [InlineData(2, "box", "2\u00a0boxes")]
    [InlineData(2, "bunch", "2\u00a0bunches")]
    [InlineData(1, "bunch", "1\u00a0bunch")]
    public void Quantities_have_as_many_decimals_as_there_are(double quantity, string unit, string text) =>
        Assert.Equal(text, India.Quantity((decimal)quantity, unit));

    [Theory]
    [InlineData(12000, "12000")]
    [InlineData(12000.5, "12000.50")]
    [InlineData(-0.05, "-0.05")]
    public void A_field_has_amounts_as_one_would_type_them(double amount, string text) => Assert.Equal(text, India.Typed((decimal)amount));

    [Fact]
    public void Signs_that_everybody_knows_stand_for_their_currencies() =>
        Assert.Equal(["₹", "$", "€", "£", "AED\u00a0"],
            ((string[])["INR", "USD", "EUR", "GBP", "AED"]).Select(currency => new Formats("en-IN", currency).Sign));

    [Fact]
    public void Days_have_the_year_only_where_it_is_needed()
    {
        var day = new DateOnly(2026, 11, 22);
        Assert.Equal("Sun\u00a022\u00a0Nov", Formats.Day(day, 2026));
        Assert.Equal("Sun\u00a022\u00a0Nov\u00a02026", Formats.Day(day, 2027));
        Assert.Equal("Sun\u00a022\u00a0Nov\u00a02026", Formats.FullDay(day));
        Assert.Equal("November\u00a02026", Formats.Month(day));
        Assert.Equal("November", Formats.MonthName(day));
        Assert.Equal("06:30", Formats.Time(new DateTimeOffset(2026, 11, 22, 6, 30, 0, TimeSpan.FromHours(5.5))));
    }

    [Theory]
    [InlineData("2026-03-17", "2026-03-19", "17–19 Mar")]
    [InlineData("2026-03-17", "2026-03-17", "17 Mar")]
    [InlineData("2026-03-30", "2026-04-02", "30 Mar – 2 Apr")]
    [InlineData("2026-12-28", "2027-01-03", "28 Dec – 3 Jan 2027")]
    [InlineData("2027-01-28", "2027-02-03", "28 Jan – 3 Feb 2027")]
    public void Days_in_a_row_are_one_range_that_no_line_break_parts(string from, string until, string text) =>
        Assert.Equal(text.Replace(' ', '\u00a0'), Formats.Range(Day(from), Day(until), 2026));

    [Theory]
    [InlineData(66, 100, "66%")]
    [InlineData(0.5, 100, "1%")]
    [InlineData(1, 0, "0%")]
    public void Shares_are_whole_per_cents(double part, double whole, string text) =>
        Assert.Equal(text, Formats.Share((decimal)part, (decimal)whole));

    [Fact]
    public void A_range_over_the_turn_of_the_year_has_the_year_that_is_not_this_one() =>
        Assert.Equal("28 Dec 2026 – 3 Jan".Replace(' ', '\u00a0'), Formats.Range(new(2026, 12, 28), new(2027, 1, 3), 2027));

    [Fact]
    public void What_comes_from_a_column_has_no_noughts_at_its_end()
    {
        Assert.Equal("1.5\u00a0kg", India.Quantity(1.500m, "kg"));
        Assert.Equal("12000", India.Typed(12000.00m));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("Asma", "Asma")]
    [InlineData("Asma,Meera", "Asma and Meera")]
    [InlineData("Asma,Meera,Hari", "Asma, Meera and Hari")]
    public void Several_are_named_as_people_say_them(string words, string said) =>
        Assert.Equal(said, Formats.AllOf(words.Split(',', StringSplitOptions.RemoveEmptyEntries)));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
