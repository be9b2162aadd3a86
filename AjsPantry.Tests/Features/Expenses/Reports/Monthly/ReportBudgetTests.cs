using AjsPantry.Features.Expenses.Budgets;
using AjsPantry.Features.Expenses.Budgets.Ledgers;
using AjsPantry.Features.Expenses.Reports.Documents;
using AjsPantry.Features.Expenses.Reports.Monthly;
using AjsPantry.Features.Expenses.Reports.Stored;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Tests.Features.Expenses.MonthEnd;
using AjsPantry.Tests.Features.Expenses.Reports.Documents;
using CsCheck;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Features.Expenses.Reports.Monthly;

/// <summary>How the budgets stand at the end of a month is part of its report.</summary>
public sealed class ReportBudgetTests(PantryApp app) : IClassFixture<PantryApp>
{
    private Task<Guid> SpendAsync(FloorView floor, DateOnly date, decimal amount) =>
        app.RecordAsync("North", floor.Number, BillActs.One(amount, $"{date:yyMMdd}", date: date));

    private async Task<ExpenseReport> ReportAsync(FloorView floor, DateOnly month, int revision = 1)
    {
        Assert.Equal(revision, (await app.MakeReportAsync("North", floor.Number, month)).Revision);
        return ReportJson.Read(
            await app.ReadAsync("North",
                db => db.Reports.Where(kept => kept.FloorId == floor.Id && kept.Month == month && kept.Revision == revision)
                    .Select(kept => kept.Content).SingleAsync()));
    }

    [Fact]
    public async Task A_report_says_what_was_carried_in_allocated_spent_and_left_on_screen_and_in_every_file()
    {
        var floor = await app.NewFloorAsync();
        await app.AllocateAsync(floor, 1000, new(2025, 9, 1), new(2025, 9, 30));
        await app.AllocateAsync(floor, 500, new(2025, 10, 10), new(2025, 11, 9));
        foreach (var (day, amount) in ((DateOnly, decimal)[])[(new(2025, 9, 5), 300), (new(2025, 10, 3), 50), (new(2025, 10, 12), 100.25m),
            (new(2025, 11, 2), 40), (new(2025, 11, 20), 7)])
            await SpendAsync(floor, day, amount);

        var october = await ReportAsync(floor, new(2025, 10, 1));
        Assert.Equal([new ReportBudget(new(2025, 10, 10), new(2025, 11, 9), 700, 500, 0, 100.25m)], october.Budgets!);
        Assert.Equal((1099.75m, 50m), (october.Budgets![0].Left, october.Unbudgeted));
        var november = await ReportAsync(floor, new(2025, 11, 1));
        Assert.Equal((100.25m, 40m, 1059.75m, 7m),
            (november.Budgets![0].SpentBefore, november.Budgets[0].Spent, november.Budgets[0].Left, november.Unbudgeted));

        var page = await (await app.SignInAsync(Cast.Admin)).GetAsync($"/expenses/report?month=2025-10&floor={floor.Number}");
        Assert.Equal(["10 Oct – 9 Nov", "700.00", "500.00", "0.00", "−100.25", "1,099.75", "In no budget", "", "", "", "−50.00", ""],
            page.Document.QuerySelectorAll(".budgets tbody :is(th, td)").Select(cell => cell.TextContent));
        Assert.Contains(
            "10 Oct – 9 Nov 700.00 500.00 0.00 −100.25 1,099.75 In no budget −50.00", PdfText.All(october), StringComparison.Ordinal);
        Assert.Contains(ExpenseReportXlsxTests.Rows(october, "Report"),
            row => row["Figure"] as string == "Budget: left" && row["Value"] as string == "10 Oct – 9 Nov"
                && ExpenseReportXlsxTests.Amount(row) == 1099.75m);
        Assert.EndsWith("Left of the budget of 10 Oct – 9 Nov,,,,1099.75",
            System.Text.Encoding.UTF8.GetString(ExpenseReportCsv.Write(october)).TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_budget_makes_a_new_revision_and_an_unchanged_one_none()
    {
        var floor = await app.NewFloorAsync();
        await SpendAsync(floor, new(2025, 6, 5), 300);
        Assert.Null((await ReportAsync(floor, new(2025, 6, 1))).Budgets);
        await app.AllocateAsync(floor, 1000, new(2025, 6, 1), new(2025, 6, 30));
        Assert.Equal(700, (await ReportAsync(floor, new(2025, 6, 1), revision: 2)).Budgets![0].Left);
        Assert.False((await app.MakeReportAsync("North", floor.Number, new(2025, 6, 1))).IsNew);
    }

    /// <summary>Seen from its last day a month has the same ledger as the budgets' own page.</summary>
    [Fact]
    public void The_budgets_of_a_month_are_the_ledger_as_it_stood_then()
    {
        var first = new DateOnly(2026, 1, 1);
        var spans = Gen.Select(Gen.Int[1, 50], Gen.Int[0, 20], Gen.Long[0, 500_000]).Array[0, 8];
        var bills = Gen.Select(Gen.Int[0, 250], Gen.Long[-50_000, 500_000]).Array[0, 40];
        Gen.Select(spans, bills, Gen.Int[0, 7]).Sample((parts, spent, ahead) =>
        {
            var month = first.AddMonths(ahead);
            var day = first;
            var periods = new List<(DateOnly From, DateOnly Until, decimal Allocated)>();
            foreach (var (days, gap, paise) in parts)
            {
                periods.Add((day.AddDays(gap), day.AddDays(gap + days - 1), paise / 100m));
                day = day.AddDays(gap + days);
            }

            var after = month.AddMonths(1);
            decimal In(DateOnly from, DateOnly until) =>
                spent.Where(bill => first.AddDays(bill.Item1) >= from && first.AddDays(bill.Item1) <= until).Sum(bill => bill.Item2 / 100m);
            DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
            DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
            var begun = periods.Where(period => period.From < after).ToList();
            var budgets = ReportBudget.OfMonth(month, begun.Select(period => new ReportBudget(
                period.From, period.Until, 0, period.Allocated, In(period.From, Earlier(period.Until, month.AddDays(-1))),
                In(Later(period.From, month), Earlier(period.Until, after.AddDays(-1)))))) ?? [];
            var ledger = Ledger.Of(
                begun.Select(period =>
                    new PeriodSpent(Guid.NewGuid(), BudgetKind.Other, period.From, period.Until, period.Allocated, null, null,
                        In(period.From, Earlier(period.Until, after.AddDays(-1))), 0)), month);
            Assert.Equal(
                ledger.Periods.Where(period => period.Budget.Until >= month)
                    .Select(period => (period.Budget.From, period.Opening, period.Closing)),
                budgets.Select(budget => (budget.From, budget.Opening, budget.Left)));
        });
    }
}
