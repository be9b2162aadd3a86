using AjsPantry.Features.Expenses.Budgets.Ledgers;
using AjsPantry.Features.Shared.Homes;
using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Features.Expenses.Cards;

/// <summary>What a floor's accounts ask of its pantry head.</summary>
/// <param name="accounts">The ledger, and whether last month is closed.</param>
public sealed class AccountsToDos(Home home, FloorAccountsSummary summary, FloorAccounts accounts)
{
    private readonly DateOnly _lastMonth = home.Today.AddDays(1 - home.Today.Day).AddMonths(-1);

    public IEnumerable<ToDo> All => new[] { Money, LastMonth }.OfType<ToDo>();

    private ToDo? Money => accounts.Ledger.Current switch
    {
        { Closing: < 0 } over =>
            new(ToDoOrder.Budget, "exclamation-triangle", $"{home.Formats.Money(-over.Closing)} over the budget",
                $"The budget runs until {home.Day(over.Budget.Until)}.", "/Expenses/Budgets/Index", "See the budget"),
        { IsAtAlert: true } near =>
            new(ToDoOrder.Budget, "exclamation-triangle", $"{near.Used}% of the budget is spent",
                $"{home.Formats.Money(near.Closing)} is left until {home.Day(near.Budget.Until)}.", "/Expenses/Budgets/Index",
                "See the budget"),
        _ => null,
    };

    /// <summary>First the report, then the closing.</summary>
    private ToDo? LastMonth =>
        (summary.BillsMonthBefore, summary.Report) switch
        {
            (0, ReportState.Missing) => Close,
            (_, ReportState.Missing) when accounts.ToClose is null => Report($"{Formats.Month(_lastMonth)} has no report yet"),
            (_, ReportState.Old) => Report($"{Formats.Month(_lastMonth)} changed after its report"),
            _ => Close,
        };

    private string Sums => $"{ToDo.Count(summary.BillsMonthBefore, "bill")}, {home.Formats.Money(summary.SpentMonthBefore)}";

    private ToDo Report(string what) =>
        new(ToDoOrder.LastMonth, "file-earmark-text", what, Sums, "/Expenses/Reports/Monthly/Report", "Open the report")
        { Month = _lastMonth };

    /// <summary>The month that is to be closed next, which may be an older one.</summary>
    private ToDo? Close => accounts.ToClose is not { } open ? null
        : new(ToDoOrder.LastMonth, "lock", $"{Formats.MonthName(open)} is not closed",
            open == _lastMonth ? Sums : "Months are closed in order.", "/Expenses/MonthEnd/Index", "Check and close")
        { Month = open };
}
