using AjsPantry.Features.Expenses.Reports.Monthly;
using AjsPantry.Features.Expenses.Reports.Stored;
using CsCheck;

namespace AjsPantry.Tests.Features.Expenses.Reports.Monthly;

/// <summary>The arithmetic of a report, which screen and paper both take from it.</summary>
public sealed class ExpenseReportTests
{
    private static readonly DateOnly March = new(2026, 3, 1);

    private static readonly Guid Floor = Guid.NewGuid();

    private static readonly Gen<PeriodMonths[]> Periods = Gen.Select(Gen.Int[1, 45], Gen.Int[0, 5], Gen.Int[0, 9], Gen.Int[-2, 9].Array[3])
        .Array[0, 6].Select(parts =>
        {
            var from = new DateOnly(2025, 12, 20);
            var periods = new List<PeriodMonths>();
            foreach (var (days, gap, allocated, spent) in parts)
            {
                var first = from.AddDays(gap);
                from = first.AddDays(days);
                var month = new DateOnly(first.Year, first.Month, 1);
                periods.Add(new(Floor, first, from.AddDays(-1), allocated,
                    [.. spent.Select((total, at) => new PeriodMonth(month.AddMonths(at), total)).Where(part => part.Month < from)]));
            }

            return periods.ToArray();
        });

    [Fact]
    public void A_bill_costs_the_average_rounded_half_up_and_nothing_where_there_is_none()
    {
        Assert.Equal(0, Report().Average);
        Assert.Equal(0.13m, Report(0.25m, 0).Average);
        Assert.Equal((10m, 30m), (Report(5, 10, 15).Average, Report(5, 10, 15).Spent));
    }

    [Fact]
    public void It_is_held_against_its_budget_and_the_month_before()
    {
        var report = Report(40, 2) with { Budget = 50, SpentMonthBefore = 30 };
        Assert.Equal((8m, 12m), (report.Left, report.Change));
        Assert.Equal((null, null), ((report with { Budget = null }).Left, (report with { SpentMonthBefore = null }).Change));
    }

    [Fact]
    public void What_no_budget_covers_is_the_rest()
    {
        Assert.Equal(42, Report(40, 2).Unbudgeted);
        ReportBudget[] budgets = [new(March, March, 0, 10, 100, 5), new(March, March, 0, 10, 0, 7)];
        Assert.Equal(30, (Report(40, 2) with { Budgets = budgets }).Unbudgeted);
    }

    [Fact]
    public void The_largest_shop_took_something()
    {
        var report = Report() with { Shops = [new("A", 0), new("B", 0.01m), new("C", 5)] };
        Assert.Equal("B", report.LargestShop?.Name);
        Assert.Null((report with { Shops = [new("A", 0)] }).LargestShop);
    }

    [Fact]
    public void Bills_stand_by_date_then_number_letter_by_letter_then_id()
    {
        ReportBill[] bills = [Bill("b", 1), Bill("B", 1), Bill("a", 2), Bill("b", 1, 1), Bill("10", 1), Bill("9", 1), Bill("z", 0)];
        Assert.Equal(
            ["z", "10", "9", "B", "b", "b1", "a"],
            ReportBill.InOrder(bills.Reverse()).Select(bill => bill.Number + (bill.Id == Guid.Empty ? "" : "1")));
    }

    [Fact]
    public void A_bill_has_a_receipt_when_one_is_named()
    {
        var bill = Bill("1", 0);
        Assert.Equal([false, false, true],
            ((IReadOnlyList<string>?[])[null, [], ["a.pdf"]]).Select(receipts => (bill with { Receipts = receipts }).HasReceipt));
    }

    [Fact]
    public void What_is_left_out_of_a_bill_is_its_other_lines_with_charges_and_discount() =>
        Assert.Equal(12, new LeftOut([Line(10), Line(1)], 3, 2).Total);

    [Fact]
    public void The_budgets_of_a_month_open_with_what_those_before_left()
    {
        // Two end before March, the second of them owing 5; the third holds its beginning, the fourth begins after it.
        var budgets = new MonthBudgets([
            Period(-40, -20, 100, (-2, 70)), Period(-19, -1, 10, (-1, 45)), Period(0, 10, 50, (0, 20)), Period(31, 40, 7, (1, 1))]);
        var only = Assert.Single(budgets.Of(Floor, March)!);
        Assert.Equal(new ReportBudget(March, March.AddDays(10), -5, 50, 0, 20), only);
        Assert.Equal(25, only.Left);
        Assert.Null(budgets.Of(Floor, March.AddMonths(2)));
        Assert.Null(budgets.Of(Guid.NewGuid(), March));
        Assert.Equal((true, false), (budgets.HasAny(Floor), budgets.HasAny(Guid.NewGuid())));
        Assert.Equal(26, budgets.Of(Floor, March.AddMonths(1))![0].Opening + 1);
    }

    [Fact]
    public void A_budget_of_two_months_says_what_went_before_and_what_in_the_month()
    {
        var budgets = new MonthBudgets([Period(-10, 40, 100, (-1, 10), (0, 20), (1, 40))]);
        Assert.Equal([(0m, 10m), (10m, 20m), (30m, 40m)],
            Enumerable.Range(-1, 3).Select(month => budgets.Of(Floor, March.AddMonths(month))![0])
                .Select(budget => (budget.SpentBefore, budget.Spent)));
        Assert.Single(new MonthBudgets([Period(-10, 0, 100)]).Of(Floor, March)!);
        Assert.Equal([90m, 70m, 30m], Enumerable.Range(-1, 3).Select(month => budgets.Of(Floor, March.AddMonths(month))![0].Left));
    }

    [Fact]
    public void Every_month_leaves_what_was_given_less_what_was_spent_until_its_end() => Periods.Sample(periods =>
    {
        var budgets = new MonthBudgets(periods);
        for (var month = March.AddMonths(-3); month < March.AddMonths(6); month = month.AddMonths(1))
        {
            var begun = periods.Where(period => period.From < month.AddMonths(1)).ToList();
            var here = begun.Where(period => period.Until >= month).Select(period => period.From);
            var of = budgets.Of(Floor, month);
            Assert.Equal(here, of?.Select(budget => budget.From) ?? []);
            if (of is not null)
                Assert.Equal(
                    begun.Sum(period => period.Allocated - period.Spent.Where(spent => spent.Month <= month).Sum(spent => spent.Total)),
                    of[^1].Left);
        }
    });

    private static PeriodMonths Period(int from, int until, decimal allocated, params (int Month, decimal Total)[] spent) => new(
        Floor, March.AddDays(from), March.AddDays(until), allocated,
        [.. spent.Select(part => new PeriodMonth(March.AddMonths(part.Month), part.Total))]);

    private static ReportLine Line(decimal amount) => new("Milk", 1, "ltr", "Milk and dairy", amount);

    private static ReportBill Bill(string number, int day, int id = 0) =>
        new(March.AddDays(day), number, "Shop", [], 0, 0, 1) { Id = new Guid(id, 0, 0, new byte[8]) };

    private static ExpenseReport Report(params decimal[] totals) => new(
        "Residence", "Floor 1", March, 1, default, "Meera", "en-IN", "INR", null,
        [.. totals.Select((total, at) => new ReportBill(March, $"{at}", "Shop", [], 0, 0, total))], [], []);
}
