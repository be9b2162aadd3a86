using AjsPantry.Features.Expenses.MonthEnd;
using AjsPantry.Features.People.Directory;
using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Features.Dashboard;

/// <summary>What of all floors needs an admin's look, the most urgent first. Floors with the same trouble share a line.</summary>
public sealed class FloorsToDos(FloorsHome home, Func<DateOnly, string> day, Formats formats)
{
    /// <summary>With fewer days planned than these a floor is late.</summary>
    private const int FewDays = 3;

    /// <summary>Of more floors than these the last are only counted.</summary>
    private const int MostNamed = 4;

    /// <summary>Where in a sentence the floors are named.</summary>
    private const string Place = "{0}";

    private readonly string _lastMonth = Formats.MonthName(home.Month.AddMonths(-1));

    public IReadOnlyList<ToDo> All =>
        [.. new[] { Headless, Over, Near, Jobs, Mails, HeadRequests, Orphaned, Confirm, Missing, Old, NotClosed, Unplanned }
            .OfType<ToDo>()];

    private ToDo? Headless
    {
        get
        {
            var need = Line(row => row.State.Head is null, "person-dash", "{0} has no pantry head", "{0} have no pantry head",
                "Nobody plans meals or records bills there.", "/People/Directory/Add", "Choose one");
            return need is null ? null : need with { Role = AddMemberModel.HeadWord };
        }
    }

    private ToDo? Over =>
        Line(row => row.IsOver, "exclamation-triangle-fill", "{0} is over its budget", "{0} are over their budgets",
            Sum(row => row.IsOver, row => -row.Budget!.Closing, "{0} over, until {1}", "{0} over in total"), "/Expenses/Budgets/Index",
            "See the budget");

    private ToDo? Near =>
        Line(row => row.IsNear, "exclamation-triangle", "{0} has spent nearly all of its budget",
            "{0} have spent nearly all of their budgets",
            Sum(row => row.IsNear, row => row.Budget!.Closing, "{0} left until {1}", "{0} left in total"), "/Expenses/Budgets/Index",
            "See the budget");

    private ToDo? Jobs => home.Rows.Count > 0 && home.Rows[0].State is { FailedJobs: > 0 } state
        ? new("arrow-repeat", $"{ToDo.Count(state.FailedJobs, "background job")} failed", state.JobError ?? "",
            "/Administration/Jobs/Index", "See why") : null;

    private ToDo? Mails => home.Rows.Count > 0 && home.Rows[0].State is { MailsBack: > 0 } state
        ? new("send", $"{ToDo.Count(state.MailsBack, "email")} could not be sent", "The mail server refused them for a day.",
            "/Administration/Outbox/Index", "See which") : null;

    private ToDo? HeadRequests =>
        Line(row => row.State.HeadRequests > 0, "person-dash", "The pantry head of {0} has a request",
            "The pantry heads of {0} have requests", "Only an admin can decide it.", "/Requests/Index", "Decide");

    /// <summary>Where there is a head, the head decides.</summary>
    private ToDo? Orphaned =>
        Line(row => row.State is { Head: null, Requests: > 0 }, "person-dash", "Requests of {0} wait", "Requests of {0} wait",
            "There is no pantry head to decide them.", "/Requests/Index", "Decide");

    private ToDo? Confirm
    {
        get
        {
            var need = Line(row => row.State.Closing == ClosingState.Closed, "lock", _lastMonth + " of {0} waits to be confirmed",
                _lastMonth + " of {0} waits to be confirmed", "The pantry head closed it. An admin confirms it.",
                "/Expenses/MonthEnd/Index", "Confirm");
            return need is null ? null : need with { Month = home.Month.AddMonths(-1) };
        }
    }

    private ToDo? Missing =>
        Report(row => row.Glance is { Report: ReportState.Missing, BillsMonthBefore: > 0 } && row.State.Closing is null,
            $"No report for {_lastMonth}: {{0}}", "There are bills.");

    private ToDo? Old =>
        Report(row => row.Glance.Report == ReportState.Old && row.State.Closing is null, "Bills or budgets changed after the report: {0}",
            $"Make the report for {_lastMonth} again.");

    private ToDo? NotClosed
    {
        get
        {
            var need = Line(row => row.Glance is { Report: ReportState.Made, BillsMonthBefore: > 0 } && row.State.Closing is null, "lock",
                _lastMonth + " of {0} is not closed", _lastMonth + " of {0} is not closed",
                "The report is made, but bills can still change.", "/Expenses/MonthEnd/Index", "See it");
            return need is null ? null : need with { Month = home.Month.AddMonths(-1) };
        }
    }

    private ToDo? Unplanned =>
        Line(row => row.State.Planned < Math.Min(FewDays, row.Days), "calendar-plus", "{0} has few meals planned",
            "{0} have few meals planned", $"Fewer than {FewDays} of the next 7 days have a meal.", "/Menus/Board/Index", "See the week");

    private ToDo? Report(Func<FloorHomeRow, bool> has, string words, string more)
    {
        var need = Line(has, "file-earmark-text", words, words, more, "/Expenses/Reports/Monthly/Report", "Open it");
        return need is null ? null : need with { Month = home.Month.AddMonths(-1) };
    }

    private ToDo? Line(Func<FloorHomeRow, bool> has, string icon, string one, string several, string more, string page, string button)
    {
        var rows = home.Rows.Where(has).ToList();
        if (rows.Count < 2)
            return rows.Count == 0 ? null
                : new ToDo(icon, string.Format(null, one, rows[0].Floor.Name), more, page, button) { Floor = rows[0].Floor.Number };
        List<(string Words, int? Floor)> pieces = [(several[..several.IndexOf(Place, StringComparison.Ordinal)], null), .. Named(rows),
            (several[(several.IndexOf(Place, StringComparison.Ordinal) + Place.Length)..], null)];
        return new ToDo(icon, string.Concat(pieces.Select(piece => piece.Words)), more, page, button) { Pieces = pieces };
    }

    private string Sum(Func<FloorHomeRow, bool> has, Func<FloorHomeRow, decimal> amount, string one, string several)
    {
        var rows = home.Rows.Where(has).ToList();
        return rows.Count == 0 ? ""
            : string.Format(null, rows.Count == 1 ? one : several, formats.Money(rows.Sum(amount)), day(rows[0].Budget!.Budget.Until));
    }

    /// <summary>Floor 1, Floor 2 and 9 more.</summary>
    private static IEnumerable<(string Words, int? Floor)> Named(List<FloorHomeRow> rows)
    {
        var named = rows.Count <= MostNamed ? rows.Count : MostNamed - 1;
        foreach (var (index, row) in rows.Take(named).Index())
        {
            if (index > 0)
                yield return (index == rows.Count - 1 ? " and " : ", ", null);
            yield return (row.Floor.Name, row.Floor.Number);
        }

        if (named < rows.Count)
            yield return ($" and {rows.Count - named} more", null);
    }
}
