using AjsPantry.Features.Loans.Returns;
using CsCheck;

namespace AjsPantry.Tests.Features.Loans.Returns;

/// <summary>What holds of every loan, whatever is given back and whatever the lender says to it.</summary>
public sealed class LoanBalanceTests
{
    private static readonly Gen<decimal> Amount = Gen.Int[1, 20_000].Select(thousandths => thousandths / 1000m);

    private static readonly Gen<(decimal Quantity, int Answer)[]> Story = Gen.Select(Amount, Gen.Int[0, 2]).Array[0, 12];

    [Fact]
    public void Nothing_is_ever_below_zero_and_what_is_back_and_what_is_out_make_what_was_lent() =>
        Gen.Select(Amount, Story).Sample((lent, story) =>
        {
            var balance = new LoanBalance(lent, 0, 0);
            var returns = new List<(decimal, bool?)>();
            foreach (var (quantity, answer) in story)
            {
                if (!balance.Takes(quantity))
                    continue;
                bool? came = answer == 2 ? null : answer == 1;
                balance = balance.GivenBack(quantity);
                balance = came is { } said ? balance.Answered(quantity, said) : balance;
                returns.Add((quantity, came));
                Assert.Equal(lent, balance.Confirmed + balance.Outstanding);
                Assert.True(balance is { Confirmed: >= 0, Waiting: >= 0, Outstanding: >= 0, Open: >= 0 });
                Assert.Equal(balance.IsAllBack, balance.Confirmed == lent);
            }

            // Told from the rows it is the same as told step by step, in whatever order they come.
            Assert.Equal(balance, LoanBalance.Of(lent, returns));
            Assert.Equal(balance, LoanBalance.Of(lent, Enumerable.Reverse(returns)));
        });

    [Fact]
    public void What_can_be_given_back_is_more_than_nothing_and_no_more_than_is_left() =>
        Gen.Select(Amount, Amount, Amount).Sample((lent, before, quantity) =>
        {
            var balance = new LoanBalance(lent, 0, 0);
            if (balance.Takes(before))
                balance = balance.GivenBack(before);
            Assert.Equal(quantity <= balance.Open, balance.Takes(quantity));
            Assert.Equal(balance.Open > 0, balance.Takes(balance.Open));
            Assert.False(balance.Takes(0) || balance.Takes(-quantity) || balance.Takes(balance.Open + quantity));
        });

    [Fact]
    public void What_did_not_come_is_out_again()
    {
        var balance = new LoanBalance(5, 0, 0).GivenBack(5);
        Assert.Equal((5m, 0m), (balance.Outstanding, balance.Open));
        Assert.Equal(new LoanBalance(5, 0, 0), balance.Answered(5, came: false));
        Assert.True(balance.Answered(5, came: true).IsAllBack);
    }
}
