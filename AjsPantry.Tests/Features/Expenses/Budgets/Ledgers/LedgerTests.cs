using AjsPantry.Features.Expenses.Budgets;
using AjsPantry.Features.Expenses.Budgets.Ledgers;
using CsCheck;

namespace AjsPantry.Tests.Features.Expenses.Budgets.Ledgers;

public class LedgerTests
{
    private static readonly DateOnly First = new(2026, 1, 1);

    private static readonly Gen<decimal> Money = Gen.Long[0, 5_000_000].Select(paise => paise / 100m);

    /// <summary>Periods of some days each, some days apart, in any order.</summary>
    private static readonly Gen<PeriodSpent[]> Periods = Gen.Select(
        Gen.Int[1, 40], Gen.Int[0, 10], Money, Gen.Long[-500_000, 5_000_000].Select(paise => paise / 100m)).Array[0, 12].Select(parts =>
    {
        var from = First;
        var periods = new List<PeriodSpent>();
        foreach (var (days, gap, allocated, spent) in parts)
        {
            periods.Add(Period(from.AddDays(gap), from.AddDays(gap + days - 1), allocated, spent));
            from = from.AddDays(gap + days);
        }

        return periods.ToArray();
    });

    private static PeriodSpent Period(DateOnly from, DateOnly until, decimal allocated, decimal spent, int? alertAt = 80) =>
        new(Guid.NewGuid(), BudgetKind.Other, from, until, allocated, alertAt, null, spent, 1);

    private static LedgerPeriod Balance(decimal allocated, decimal spent, int? alertAt = 80, decimal opening = 0) =>
        new(Period(new(2026, 3, 1), new(2026, 3, 31), allocated, spent, alertAt), opening);

    [Fact]
    public void What_a_period_leaves_or_lacks_is_carried_into_the_next()
    {
        var ledger = Ledger.Of(
            [Period(new(2026, 2, 1), new(2026, 2, 28), 1000, 1432.41m), Period(new(2026, 3, 1), new(2026, 3, 31), 1000, 200.10m),
                Period(new(2026, 1, 1), new(2026, 1, 31), 312.40m, 0)], new(2026, 3, 15));
        Assert.Equal([0m, 312.40m, -120.01m], ledger.Periods.Select(period => period.Opening));
        Assert.Equal((879.99m, 679.89m), (ledger.Current!.Available, ledger.Current.Closing));
        Assert.Equal((2312.40m, 1632.51m), (ledger.Allocated, ledger.Spent));
    }

    [Fact]
    public void The_last_balance_is_all_that_was_given_less_all_that_was_spent_in_periods() =>
        Periods.Sample(periods =>
        {
            var ledger = Ledger.Of(periods, First);
            Assert.Equal(
                periods.Sum(period => period.Allocated - period.Spent), ledger.Periods.Count == 0 ? 0 : ledger.Periods[^1].Closing);
            Assert.Equal(0, ledger.Periods.Count == 0 ? 0 : ledger.Periods[0].Opening);
            Assert.All(ledger.Periods.Zip(ledger.Periods.Skip(1)), pair => Assert.Equal(pair.First.Closing, pair.Second.Opening));
        });

    [Fact]
    public void The_order_in_which_periods_come_does_not_matter() =>
        Gen.Select(Periods, Gen.Int[0, 1000]).Sample((periods, seed) =>
        {
            var shuffled = periods.ToArray();
            new Random(seed).Shuffle(shuffled);
            Assert.Equal(Ledger.Of(periods, First).Periods, Ledger.Of(shuffled, First).Periods);
        });

    [Fact]
    public void The_current_period_holds_today_and_a_day_of_none_has_none() =>
        Gen.Select(Periods, Gen.Int[0, 600]).Sample((periods, day) =>
        {
            var today = First.AddDays(day);
            var expected = periods.SingleOrDefault(period => period.From <= today && today <= period.Until);
            Assert.Equal(expected, Ledger.Of(periods, today).Current?.Budget);
        });

    [Fact]
    public void What_is_left_for_each_day_never_comes_to_more_than_what_is_left() =>
        Gen.Select(Money, Money, Gen.Int[-3, 40]).Sample((allocated, spent, day) =>
        {
            var period = Balance(allocated, spent);
            var today = new DateOnly(2026, 3, 1).AddDays(day);
            var perDay = period.PerDay(today);
            var days = period.DaysLeft(today);
            Assert.InRange(days, 0, 31);
            Assert.InRange(perDay * days, 0, Math.Max(0, period.Closing));
            Assert.True(days == 0 || period.Closing <= 0 || period.Closing - perDay * days < 0.01m * days);
        });

    [Theory]
    [InlineData(100, 79.99, false, 79)]
    [InlineData(100, 80, true, 80)]
    [InlineData(100, 250, true, 250)]
    [InlineData(0, 0, false, 0)]
    [InlineData(0, 0.01, true, 100)]
    [InlineData(100, -5, false, 0)]
    public void An_alert_is_due_from_its_share_on(double allocated, double spent, bool due, int used) =>
        Assert.Equal(
            (due, used), (Balance((decimal)allocated, (decimal)spent).IsAtAlert, Balance((decimal)allocated, (decimal)spent).Used));

    [Fact]
    public void A_month_has_the_share_of_its_days_of_every_budget()
    {
        var ledger = Ledger.Of(
            [Period(new(2026, 1, 1), new(2026, 1, 31), 310, 0), Period(new(2026, 2, 15), new(2026, 3, 14), 280, 0),
                Period(new(2026, 3, 15), new(2026, 3, 21), 70.07m, 0)], First);
        Assert.Equal([310m, 140m, 210.07m, null], Enumerable.Range(1, 4).Select(month => ledger.AllocatedFor(new(2026, month, 1))));
    }

    [Fact]
    public void The_shares_of_all_months_make_the_whole_to_a_paisa_each() =>
        Periods.Sample(periods =>
        {
            var ledger = Ledger.Of(periods, First);
            var months = Enumerable.Range(0, 36).Select(month => ledger.AllocatedFor(First.AddMonths(month)) ?? 0).ToList();
            Assert.InRange(months.Sum() - ledger.Allocated, -0.18m, 0.18m);
        });

    [Fact]
    public void Without_a_share_nobody_is_told() => Assert.False(Balance(100, 1000, alertAt: null).IsAtAlert);

    [Fact]
    public void Carried_debt_counts_towards_the_alert() => Assert.True(Balance(100, 10, opening: -90).IsAtAlert);

    [Theory]
    [InlineData(310, 150, null)]
    [InlineData(310, 200, 23)]
    [InlineData(310, 310, null)]
    [InlineData(310, 0, null)]
    public void Money_runs_out_on_the_day_that_the_pace_says(double allocated, double spent, int? day) =>
        Assert.Equal(day is null ? (DateOnly?)null : new DateOnly(2026, 3, day.Value),
            Balance((decimal)allocated, (decimal)spent).RunsOut(new(2026, 3, 15)));

    [Theory]
    [InlineData(BudgetKind.Week, "2026-03-07")]
    [InlineData(BudgetKind.Fortnight, "2026-03-15")]
    [InlineData(BudgetKind.Month, "2026-03-31")]
    [InlineData(BudgetKind.Other, null)]
    public void The_kind_proposes_the_last_day(BudgetKind kind, string? last) =>
        Assert.Equal(last, kind.LastDay(new(2026, 3, 1))?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void Days_of_closed_months_stay_in_their_budget_and_one_that_ended_there_keeps_its_money()
    {
        var budget = Gen.Select(Gen.Int[0, 89], Gen.Int[1, 60], Gen.Int[0, 2])
            .Select((from, days, money) => new BudgetDays(First.AddDays(from), First.AddDays(from + days - 1), money));
        var some = Gen.Select(budget, Gen.Bool, (days, there) => there ? days : null);
        Gen.Select(some, some, Gen.Int[-1, 2]).Sample((before, after, month) =>
        {
            DateOnly? last = month < 0 ? null : First.AddMonths(month);
            bool Closed(DateOnly day) => month >= 0 && day < First.AddMonths(month + 1);
            bool Holds(BudgetDays? days, DateOnly day) => days is not null && days.From <= day && day <= days.Until;
            var moved = Enumerable.Range(0, 160).Select(First.AddDays).Any(day => Closed(day) && Holds(before, day) != Holds(after, day));
            var remade = before is not null && Closed(before.Until) && before.Allocated != after?.Allocated;
            Assert.Equal(moved || remade, ClosedDays.AreTouched(before, after, last));
        });
    }
}
