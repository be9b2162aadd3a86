using AjsPantry.Features.Expenses.Bills;
using AjsPantry.Features.Expenses.Budgets.Ledgers;
using AjsPantry.Features.Shared.Homes;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Expenses.Cards;

/// <summary>The last bills and what was spent; for whoever keeps the books also how they stand.</summary>
public sealed class BoughtCard(PantryDb db, FloorAccountsQuery floors, LedgerQuery ledgers) : IHomeCard
{
    private const int Most = 3;

    private static readonly HomeQuery<ListedBill> Bills = new((db, floorId, memberId, today) => db.Set<Bill>().AsNoTracking()
        .Where(Bill.IsPurchase).Where(bill => bill.FloorId == floorId)
        .OrderByDescending(bill => bill.Date).ThenByDescending(bill => bill.RecordedAt).Take(Most)
        .Select(Bill.Listed));

    private static readonly HomeQuery<SpentMonth> Spent = new((db, floorId, memberId, month) => db.Set<Bill>()
        .Where(Bill.Counts)
        .Where(bill => bill.FloorId == floorId && bill.Date >= month.AddMonths(-1) && bill.Date < month.AddMonths(1))
        .GroupBy(bill => bill.Date >= month).Select(bills => new SpentMonth(bills.Key, bills.Sum(bill => bill.Total))));

    public async Task ReadAsync(Home home, CancellationToken cancellationToken)
    {
        var bills = await Bills.AskAsync(db, home, cancellationToken);
        var month = home.Today.AddDays(1 - home.Today.Day);
        var spent = home.IsHeads ? await AccountsAsync(home, month, cancellationToken)
            : await SpentAsync(home, month, cancellationToken);
        home.Cards.Add(new Bought(home, bills, spent));
        home.Answers.Add(new(NoteOrder.Money,
            spent.Month > 0 ? $"{home.Formats.Money(spent.Month)} spent this month" : "No bills yet this month"));
    }

    /// <param name="month">Its first day.</param>
    private async Task<SpentLately> SpentAsync(Home home, DateOnly month, CancellationToken cancellationToken)
    {
        var months = await Spent.AskAsync(db, home, cancellationToken, month);
        return new(
            months.Where(each => each.IsPresent).Sum(each => each.Spent), months.Where(each => !each.IsPresent).Sum(each => each.Spent));
    }

    private async Task<SpentLately> AccountsAsync(Home home, DateOnly month, CancellationToken cancellationToken)
    {
        var summary = await home.Cache.ReadAsync(("accounts of a floor", home.Floor.Id, month), async () =>
            (await floors.ReadAsync([home.Floor], month, cancellationToken))[0]);
        var accounts = await ledgers.WithBooksAsync(home.Floor.Id, month.AddMonths(-1), home.Today, cancellationToken);
        home.Cards.Add(new BudgetTile(home, accounts.Ledger.Current, summary.Spent));
        home.ToDos.AddRange(new AccountsToDos(home, summary, accounts).All);
        return new(summary.Spent, summary.SpentMonthBefore);
    }

    private sealed record SpentMonth(bool IsPresent, decimal Spent);
}

public sealed record Bought(Home Home, IReadOnlyList<ListedBill> Bills, SpentLately Spent)
    : HomeCard(HomePlace.Bought, "/Features/Expenses/Cards/_Bought.cshtml");

/// <summary>What was spent in this month and in the month before.</summary>
public sealed record SpentLately(decimal Month, decimal MonthBefore);

/// <param name="Budget">The budget of today; null when none covers it.</param>
/// <param name="Spent">In this month.</param>
public sealed record BudgetTile(Home Home, LedgerPeriod? Budget, decimal Spent)
    : HomeCard(HomePlace.BudgetTile, "/Features/Expenses/Cards/_BudgetTile.cshtml");
