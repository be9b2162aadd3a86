using AjsPantry.Tests.Features.Expenses.MonthEnd;

namespace AjsPantry.Tests.Features.Expenses;

/// <summary>What a page may cost: SQL commands, which do not grow with rows, and time.</summary>
public sealed class BudgetTests(PantryApp app) : IClassFixture<PantryApp>
{
    private const int OfAList = 5;

    /// <summary>A small question for each of its cards.</summary>
    private const int OfTheHomePage = 45;

    private async Task<int> CommandsAsync(Person person, string address)
    {
        var visitor = await app.SignInAsync(person);
        Assert.Equal(200, (await visitor.GetAsync(address)).Status);
        app.Commands.Clear();
        await visitor.GetAsync(address);
        return app.Commands.All.Count;
    }

    private async Task RecordAsync(int bills, DateOnly month)
    {
        for (var at = 0; at < bills; at++)
            await app.RecordAsync("North", 1, BillActs.One(at + 1, $"{month.Month}-{at}", $"Shop {at % 7}", month.AddDays(at % 14)));
    }

    [Fact]
    public async Task Pages_ask_the_database_few_questions_and_no_more_when_there_are_more_bills()
    {
        var march = new DateOnly(2026, 3, 1);
        var february = new DateOnly(2026, 2, 1);
        await RecordAsync(2, march);
        await RecordAsync(2, february);
        await app.MakeReportAsync("North", 1, february);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var bill = await app.RecordAsync("North", 1, BillActs.One(5, "last", date: february));
        var floor = await app.FloorAsync("North", 1);
        var january = new DateOnly(2026, 1, 1);
        await app.AllocateAsync(floor, 500, february, new(2026, 2, 28));
        var budget = await app.AllocateAsync(floor, 500, march, new(2026, 3, 31));
        var closed = await app.RecordAsync("North", 1, BillActs.One(5, "closed", date: january));
        var closing = await app.CloseAsync(floor, january);
        (Person, string, int)[] pages =
        [
            (Cast.Member, "/expenses", OfAList), (Cast.Head, "/expenses?month=2026-02", OfAList),
            (Cast.Member, "/expenses/budgets", OfAList), (Cast.Head, "/expenses/budgets", OfAList),
            (Cast.Admin, "/expenses/budgets", OfAList),
            (Cast.Admin, "/expenses/budgets/outside", OfAList), (Cast.Head, "/expenses/budgets/add", OfAList),
            (Cast.Head, $"/expenses/budgets/{budget}/edit", OfAList), (Cast.Head, $"/expenses/budgets/{budget}/withdraw", OfAList),
            // Two more read how all months stand: what they hold, and which are closed; the form that opens one reads which come after it.
            (Cast.Head, "/expenses/closing?month=2026-02", OfAList + 2), (Cast.Head, $"/expenses/bill/{closed}/reverse", OfAList),
            (Cast.Admin, $"/expenses/closing/{closing}/reopen", OfAList + 1),
            (Cast.Admin, "/expenses/closing?month=2026-02", OfAList + 3),
            (Cast.Head, "/", OfTheHomePage), (Cast.Member, "/", OfTheHomePage), (Cast.Admin, "/", OfTheHomePage),
            (Cast.Head, "/expenses", OfAList), (Cast.Admin, "/expenses", OfAList + 1),
            (Cast.Admin, "/expenses/reports?floor=2", OfAList + 1),
            // A kept report is compared with the budgets as well, whether it is one of a list or shown alone; the picture of the year draws
            // them.
            (Cast.Head, "/expenses/reports", OfAList + 2),
            // The sixth reads the bills of reports that seem to be out of date, and is not sent while none does.
            (Cast.Admin, "/expenses/reports", OfAList + 3),
            (Cast.Head, "/expenses/report?month=2026-02", OfAList + 1), (Cast.Admin, "/expenses/report?month=2026-02", OfAList + 2),
            // A preview reads the budgets too, which a kept report has with it.
            (Cast.Head, "/expenses/report?month=2026-03", OfAList + 1), (Cast.Admin, "/expenses/report?month=2026-03", OfAList + 2),
            (Cast.Head, "/expenses/reports/choose", OfAList),
            (Cast.Head, "/expenses/reports/choose/bills?from=2026-02-01&until=2026-03-31&title=Budget", OfAList),
            (Cast.Head, $"/expenses/bill/{bill}/receipts", OfAList),
            (Cast.Head, $"/expenses/bill/{bill}", OfAList), (Cast.Head, $"/expenses/bill/{bill}/edit", OfAList),
            (Cast.Head, $"/expenses/bill/{bill}/void", OfAList), (Cast.Head, "/expenses/record", OfAList),
            (Cast.Member, "/expenses/prices?item=item&unit=pcs", OfAList),
        ];
        var few = new List<int>();
        foreach (var (person, address, _) in pages)
            few.Add(await CommandsAsync(person, address));
        await RecordAsync(60, march);
        await RecordAsync(60, february);
        List<string> wrong = [];
        foreach (var ((person, address, most), before) in pages.Zip(few))
        {
            if (before > most)
                wrong.Add($"{address} asks {before} questions of {person.Role}; {most} at most.");
            if (await CommandsAsync(person, address) is var now && now != before)
                wrong.Add($"{address} asks {before} questions of {person.Role}, and {now} when there are more bills.");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}
