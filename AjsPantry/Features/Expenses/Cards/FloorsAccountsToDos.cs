using AjsPantry.Features.Expenses.MonthEnd;
using AjsPantry.Features.Shared.Homes;
using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Features.Expenses.Cards;

/// <summary>What the floors' accounts ask of an admin.</summary>
public sealed class FloorsAccountsToDos(FloorsHome home, IReadOnlyList<FloorsAccountsRow> rows)
{
    private readonly string _lastMonth = Formats.MonthName(home.MonthBefore);

    public IEnumerable<ToDo> All => new[] { Over, Near, Confirm, Missing, Old, NotClosed }.OfType<ToDo>();

    private ToDo? Over =>
        Line(row => row.IsOver, ToDoOrder.OverBudget, "exclamation-triangle-fill", "{0} is over its budget", "{0} are over their budgets",
            Sum(row => row.IsOver, -1, "{0} over, until {1}", "{0} over in total"), "/Expenses/Budgets/Index", "See the budget");

    private ToDo? Near =>
        Line(row => row.IsNear, ToDoOrder.NearBudget, "exclamation-triangle", "{0} has spent nearly all of its budget",
            "{0} have spent nearly all of their budgets", Sum(row => row.IsNear, 1, "{0} left until {1}", "{0} left in total"),
            "/Expenses/Budgets/Index", "See the budget");

    private ToDo? Confirm =>
        Month(row => row.Closing == ClosingState.Closed, ToDoOrder.MonthsToConfirm, "lock", _lastMonth + " of {0} waits to be confirmed",
            "The pantry head closed it. An admin confirms it.", "/Expenses/MonthEnd/Index", "Confirm");

    private ToDo? Missing =>
        Report(row => row.Summary is { Report: ReportState.Missing, BillsMonthBefore: > 0 } && row.Closing is null,
            ToDoOrder.MissingReports, $"No report for {_lastMonth}: {{0}}", "There are bills.");

    private ToDo? Old =>
        Report(row => row.Summary.Report == ReportState.Old && row.Closing is null, ToDoOrder.OldReports,
            "Bills or budgets changed after the report: {0}", $"Make the report for {_lastMonth} again.");

    private ToDo? NotClosed =>
        Month(row => row.Summary is { Report: ReportState.Made, BillsMonthBefore: > 0 } && row.Closing is null, ToDoOrder.MonthsToClose,
            "lock", _lastMonth + " of {0} is not closed", "The report is made, but bills can still change.", "/Expenses/MonthEnd/Index",
            "See it");

    private ToDo? Report(Func<FloorsAccountsRow, bool> has, ToDoOrder order, string words, string more) =>
        Month(has, order, "file-earmark-text", words, more, "/Expenses/Reports/Monthly/Report", "Open it");

    private ToDo? Month(
        Func<FloorsAccountsRow, bool> has, ToDoOrder order, string icon, string words, string more, string page, string button)
    {
        var line = Line(has, order, icon, words, words, more, page, button);
        return line is null ? null : line with { Month = home.MonthBefore };
    }

    private ToDo? Line(Func<FloorsAccountsRow, bool> has, ToDoOrder order, string icon, string one, string several, string more,
        string page, string button) =>
        FloorsToDo.Of(rows.Where(has).Select(row => row.Row), order, icon, one, several, more, page, button);

    private string Sum(Func<FloorsAccountsRow, bool> has, int sign, string one, string several)
    {
        var some = rows.Where(has).ToList();
        return some.Count == 0 ? ""
            : string.Format(null, some.Count == 1 ? one : several, home.Formats.Money(sign * some.Sum(row => row.Budget!.Closing)),
                home.Day(some[0].Budget!.Budget.Until));
    }
}
