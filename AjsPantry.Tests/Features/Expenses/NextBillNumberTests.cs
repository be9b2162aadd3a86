using System.Globalization;
using System.Numerics;
using AjsPantry.Features.Expenses;
using CsCheck;

namespace AjsPantry.Tests.Features.Expenses;

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

    [Fact]
    public void Digits_count_up_by_one_behind_the_same_letters_and_never_get_shorter() =>
        Gen.Select(Gen.String[Gen.Char["ABC-/ "], 0, 10], Gen.String[Gen.Char["0123456789"], 1, 24]).Sample((letters, digits) =>
        {
            var next = NextBillNumber.After(letters + digits);
            Assert.StartsWith(letters, next, StringComparison.Ordinal);
            Assert.Equal(BigInteger.Parse(digits, CultureInfo.InvariantCulture) + 1, BigInteger.Parse(next[letters.Length..], CultureInfo.InvariantCulture));
            Assert.True(next.Length >= letters.Length + digits.Length);
        });

    [Fact]
    public void A_proposal_always_fits_its_field() => Gen.String.Sample(last => Assert.InRange(NextBillNumber.After(last).Length, 1, Math.Max(BillLimits.Number, 4)));
}
