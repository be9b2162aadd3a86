using System.Globalization;
using System.Numerics;
using AjsPantry.Features.Expenses.Bills;
using AjsPantry.Features.Expenses.Bills.Recording;
using CsCheck;

namespace AjsPantry.Tests.Features.Expenses.Bills.Recording;

public class NextBillNumberTests
{
    [Theory]
    [InlineData(null, "1001")]
    [InlineData("", "1001")]
    [InlineData("1140", "1141")]
    [InlineData("9", "10")]
    [InlineData("0099", "0100")]
    [InlineData("DM-2291", "DM-2292")]
    [InlineData("F1-0009", "F1-0010")]
    [InlineData("BL-999", "BL-1000")]
    [InlineData("2026/03-A", "1001")]
    [InlineData("no number", "1001")]
    [InlineData("१२", "1001")]
    [InlineData("9999999999999999999999999999999999999999", "1001")]
    public void The_next_number_follows_the_last(string? last, string next) => Assert.Equal(next, NextBillNumber.After(last));

    [Theory]
    [InlineData("1003", "1002 A", "1001 B")]
    [InlineData("1003", "1001A A", "1002 B", "1001 A")]
    [InlineData("1003", "9999 A", "1002 B", "1001 A")]
    [InlineData("1003", "DM-7 D", "1002 B", "1001 A")]
    [InlineData("1003", "1001 B", "1002 A", "1000 A")]
    [InlineData("1141", "DM-7 D", "1140 B")]
    [InlineData("DM-8", "DM-7 D", "DM-6 D")]
    [InlineData("10000", "9999 A", "no B")]
    [InlineData("1001")]
    public void A_number_goes_on_where_it_follows_another(string next, params string[] latestFirst) =>
        Assert.Equal(next, NextBillNumber.Of([.. latestFirst.Select(Bill)]));

    [Fact]
    public void A_shop_that_prints_its_own_numbers_has_the_next_of_its_own()
    {
        var recent = (NumberedBill[])[Bill("1002 A"), Bill("DM-7 D"), Bill("1001 B")];
        Assert.Equal(("DM-8", "1003", "1003"),
            (NextBillNumber.Of(recent, "d"), NextBillNumber.Of(recent, "A"), NextBillNumber.Of(recent, "new shop")));
        Assert.Equal(["D"], NextBillNumber.OfShops(recent).Keys);
    }

    private static NumberedBill Bill(string numberAndShop) => new(numberAndShop.Split(' ')[0], numberAndShop.Split(' ')[1]);

    [Fact]
    public void Digits_count_up_by_one_behind_the_same_letters_and_never_get_shorter() =>
        Gen.Select(Gen.String[Gen.Char["ABC-/ "], 0, 10], Gen.String[Gen.Char["0123456789"], 1, 24]).Sample((letters, digits) =>
        {
            var next = NextBillNumber.After(letters + digits);
            Assert.StartsWith(letters, next, StringComparison.Ordinal);
            Assert.Equal(BigInteger.Parse(digits, CultureInfo.InvariantCulture) + 1,
                BigInteger.Parse(next[letters.Length..], CultureInfo.InvariantCulture));
            Assert.True(next.Length >= letters.Length + digits.Length);
        });

    [Fact]
    public void A_proposal_always_fits_its_field() =>
        Gen.String.Sample(last => Assert.InRange(NextBillNumber.After(last).Length, 1, Math.Max(BillLimits.Number, 4)));
}
