using System.Globalization;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using CsCheck;

namespace AjsPantry.Tests.Infrastructure.Web.Input;

/// <summary>What is typed is never taken for another number without a word.</summary>
public class TypedNumberTests
{
    private static readonly string[] Residences = [.. TenantChoices.Cultures.Select(culture => culture.Value)];

    private static readonly string[] World = [.. Residences, "en-US", "de-DE", "de-CH", "fr-FR", "ar-EG", "sv-SE", "hi-IN", "gu-IN",
        "ur-PK", "pt-BR"];

    private static readonly Gen<string> Residence = Gen.Int[0, Residences.Length - 1].Select(at => Residences[at]);

    private static readonly Gen<string> Anywhere = Gen.Int[0, World.Length - 1].Select(at => World[at]);

    private static readonly Gen<decimal> Amount = Gen.Int[1, 12].SelectMany(digits => Gen.Long[0, (long)Math.Pow(10, digits)])
        .Select(paise => paise / 100m);

    private static readonly Gen<decimal> Quantity = Gen.Int[1, 10].SelectMany(digits => Gen.Long[0, (long)Math.Pow(10, digits)])
        .Select(thousandths => thousandths / 1000m);

    public static TheoryData<NumberCase> Cases => [.. NumberCases.All];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_number_means_what_it_looks_like(NumberCase number) =>
        Assert.Equal(number.Readings.Select(reading => decimal.Parse(reading, CultureInfo.InvariantCulture)),
            TypedNumber.Read(number.Typed, number.Decimals, number.Culture).Readings);

    [Fact]
    public void What_a_residence_writes_it_reads_again() =>
        Gen.Select(Amount, Quantity, Anywhere, Gen.Bool).Sample((amount, quantity, culture, minus) =>
        {
            var signed = minus ? -amount : amount;
            var formats = new Formats(culture, "INR");
            var ways = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(signed, InputParser.Number(formats.Amount(signed), 2, culture));
            Assert.Equal(signed, InputParser.Number(formats.Money(signed), 2, culture));
            Assert.Equal(amount, InputParser.Number(amount.ToString("0.00", ways), 2, culture));
            Assert.Equal(amount, InputParser.Number(amount.ToString("#,0.##", ways), 2, culture));
            Assert.Equal(quantity, InputParser.Number(quantity.ToString("0.###", ways), 3, culture));
            Assert.Equal(quantity, InputParser.Number(quantity.ToString("#,0.###", ways), 3, culture));
        });

    [Fact]
    public void An_amount_written_anywhere_in_the_world_never_becomes_another() =>
        Gen.Select(Amount, Anywhere, Residence).Sample((amount, writer, reader) =>
        {
            foreach (var written in (string[])[new Formats(writer, "INR").Money(amount),
                amount.ToString("0.00", CultureInfo.GetCultureInfo(writer))])
            {
                var number = TypedNumber.Read(written, 2, reader);
                Assert.True(
                    number.Readings.Count == 0 || number.Value == amount, $"{written} in {reader}: {string.Join(" or ", number.Readings)}");
            }
        });

    [Fact]
    public void A_quantity_becomes_another_only_where_the_residence_writes_the_other_so() =>
        Gen.Select(Quantity, Anywhere, Residence).Sample((quantity, writer, reader) =>
        {
            foreach (var format in (string[])["0.###", "#,0.###"])
            {
                var written = quantity.ToString(format, CultureInfo.GetCultureInfo(writer));
                var number = TypedNumber.Read(written, 3, reader);
                var own = CultureInfo.GetCultureInfo(reader);
                var isOwn = number.Value is { } value
                    && (value.ToString("#,0.###", own) == written || value.ToString("0.###", own) == written);
                Assert.True(number.Readings.Count == 0 || number.Readings.Contains(quantity) || isOwn,
                    $"{written} in {reader}: {string.Join(" or ", number.Readings)}");
            }
        });

    [Fact]
    public void What_is_read_in_two_ways_comes_back_as_the_one_that_was_pressed() =>
        Gen.Select(Quantity, Anywhere, Residence).Sample((quantity, writer, reader) =>
        {
            var number = TypedNumber.Read(quantity.ToString("0.###", CultureInfo.GetCultureInfo(writer)), 3, reader);
            if (number.Readings.Count > 1)
                Assert.Equal(number.Readings.Select(way => (decimal?)way),
                    ChosenReading.Ways(ChosenReading.Question(number, reader)).Select(way => InputParser.Number(way, 3, reader)));
        });

    [Fact]
    public void Nothing_that_can_be_typed_breaks_the_reading() =>
        Gen.Select(Gen.String, Anywhere, Gen.Int[0, 3])
            .Sample((typed, culture, decimals) => Assert.InRange(TypedNumber.Read(typed, decimals, culture).Readings.Count, 0, 2));

    [Fact]
    public void No_other_message_is_taken_for_the_question() => Assert.Empty(ChosenReading.Ways("The quantity must be more than zero."));

    [Theory]
    [InlineData("1\u200d2", 12)]
    [InlineData("1\u31642\u2800", 12)]
    [InlineData("Rs \u00a0 460", 460)]
    [InlineData("\u20105", -5)]
    [InlineData("\u20115", -5)]
    [InlineData("\u20125", -5)]
    [InlineData("\u20135", -5)]
    [InlineData("\u20145", -5)]
    [InlineData("\ufe635", -5)]
    public void What_nobody_sees_is_left_out_and_signs_that_look_alike_are_one(string typed, int number) =>
        Assert.Equal(number, TypedNumber.Read(typed, 2, "en-IN").Value);

    [Theory]
    [InlineData("1,")]
    [InlineData("1 ")]
    [InlineData("7")]
    [InlineData("Rs ")]
    [InlineData("1\u200b")]
    public void What_is_longer_than_any_number_is_none(string part)
    {
        var typed = string.Concat(Enumerable.Repeat(part, TypedNumber.Most));
        Assert.Empty(TypedNumber.Read(typed[..TypedNumber.Most] + "1", 2, "en-IN").Readings);
    }

    [Fact]
    public void What_stands_around_a_number_may_take_as_much_as_there_is_room_for() =>
        Assert.Equal(12.5m, TypedNumber.Read("12.50" + new string('\u200b', TypedNumber.Most - 5), 2, "en-IN").Value);
}
