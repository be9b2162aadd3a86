using AjsPantry.Features.Requests;
using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Features.Dashboard;

/// <summary>
/// The things that need a pantry head, the most urgent first: what people would miss today or tomorrow, whom others wait for, money, and
/// the rest.
/// </summary>
/// <param name="day">Writes a day.</param>
public sealed class HeadToDos(FloorHome home, Func<DateOnly, string> day, Formats formats)
{
    private const int NamesShown = 3;

    private readonly DateOnly _lastMonth = home.Today.AddDays(1 - home.Today.Day).AddMonths(-1);

    public IReadOnlyList<ToDo> All
    {
        get
        {
            // A day without a meal that is far off waits longer than a person does.
            var isNear = home.Week.Take(2).Any(each => each.IsOpen);
            ToDo?[] needs = isNear
                ? [TeaGap, CooksAway, Unplanned, Requests, Money, LastMonth, Wishes, TeaToConfirm, Loans]
                : [TeaGap, CooksAway, Requests, Unplanned, Money, LastMonth, Wishes, TeaToConfirm, Loans];
            return [.. needs.OfType<ToDo>()];
        }
    }

    private bool HasDraft => home.One(HomeKind.TeaEnd) is { State: "Draft" };

    /// <summary>What no rota planned is no duty yet that could be given to somebody.</summary>
    private ToDo? TeaGap => home.Of(HomeKind.TeaGap).FirstOrDefault(gap => gap.Date <= home.Today.AddDays(1)) switch
    {
        null => null,
        { Flag: true } hole =>
            new("cup-hot", $"Nobody makes tea {Near(hole.Date)}", hole.Title,
                HasDraft ? "/TeaTasks/Planning/Index" : "/TeaTasks/Planning/Make",
                HasDraft ? "Open the draft" : "Plan tea")
            { Day = hole.Date },
        var gap =>
            new("cup-hot", $"Nobody makes tea {Near(gap.Date)}", gap.Title, "/TeaTasks/Duties/Managing/Reassigning",
                "Choose somebody")
            { Id = gap.Id },
    };

    /// <summary>The turn stays the room's until somebody gives the day to another.</summary>
    private ToDo? CooksAway => home.Week.FirstOrDefault(each => each.Unattended is not null) is { Unattended: { } room } gap
        ? new("person-dash", $"{room} cooks {Near(gap.Date)}, and nobody is there", "Choose who cooks instead.",
            "/Menus/CookingTurns/Days/Day", "Choose")
        { Day = gap.Date } : null;

    private ToDo? Unplanned
    {
        get
        {
            var open = home.Week.Where(each => each.IsOpen).ToList();
            var cooks = open.Select(each => each.Turn?.Title).OfType<string>().Distinct().ToList();
            return open.Count == 0 ? null
                : new("calendar-plus",
                    open.Count == 1 ? $"{day(open[0].Date)} has no meal yet" : open.Count == 2
                        ? $"{day(open[0].Date)} and {day(open[1].Date)} have no meal yet"
                        : $"{open.Count} of the next 7 days have no meal yet",
                    cooks.Count switch
                    {
                        0 => "No cook is assigned yet.",
                        1 => $"{cooks[0]} is next.",
                        <= 3 =>
                        $"{string.Join(", ", cooks.SkipLast(1))} and {cooks[^1]} are next.",
                        _ =>
                            $"The first is {day(open[0].Date)}, {cooks[0]}."
                    },
                    "/Menus/Planner/Index", "Plan meals");
        }
    }

    private ToDo? Requests
    {
        get
        {
            var waiting = home.Of(HomeKind.Request);
            var who = waiting.Select(one => one.Title).Distinct().ToList();
            var names = who.Count > NamesShown ? [.. who.Take(NamesShown), $"{who.Count - NamesShown} more"] : who;
            var what = $"{ToDo.Count(waiting.Count, "request")} {(waiting.Count == 1 ? "waits" : "wait")} for your answer";
            return waiting switch
            {
                [] => null,
                [var one] =>
                    new("person-dash", what,
                        $"{one.Title} {((RequestKind)(int)one.Number).Asks()}, {RequestWords.Range(one.Date, one.Until, home.Today.Year)}",
                        "/Requests/Decision", "Decide")
                    { Id = one.Id },
                _ => new("person-dash", what,
                    $"From {(names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}")}",
                    "/Requests/Index", "Decide"),
            };
        }
    }

    private ToDo? Money => home.Books?.Budget switch
    {
        { Closing: < 0 } over =>
            new("exclamation-triangle", $"{formats.Money(-over.Closing)} over the budget",
                $"The budget runs until {day(over.Budget.Until)}.", "/Expenses/Budgets/Index", "See the budget"),
        { IsAtAlert: true } near =>
            new("exclamation-triangle", $"{near.Used}% of the budget is spent",
                $"{formats.Money(near.Closing)} is left until {day(near.Budget.Until)}.", "/Expenses/Budgets/Index", "See the budget"),
        _ => null,
    };

    /// <summary>First the report, then the closing.</summary>
    private ToDo? LastMonth
    {
        get
        {
            if (home.Books is not { } books)
                return null;
            if (books.Glance.BillsMonthBefore == 0 && books.Glance.Report == ReportState.Missing)
                return Close(books);
            var sums = $"{ToDo.Count(books.Glance.BillsMonthBefore, "bill")}, {formats.Money(books.Glance.SpentMonthBefore)}";
            return books.Glance.Report switch
            {
                ReportState.Missing when books.Books.ToClose is null =>
                    new("file-earmark-text", $"{Formats.Month(_lastMonth)} has no report yet", sums, "/Expenses/Reports/Monthly/Report",
                        "Open the report")
                    { Month = _lastMonth },
                ReportState.Old =>
                    new("file-earmark-text", $"{Formats.Month(_lastMonth)} changed after its report", sums,
                        "/Expenses/Reports/Monthly/Report", "Open the report")
                    { Month = _lastMonth },
                _ => Close(books),
            };
        }
    }

    /// <summary>The month that is to be closed next, which may be an older one.</summary>
    private ToDo? Close(HeadAccounts books) => books.Books.ToClose is not { } open ? null : new(
        "lock", $"{Formats.MonthName(open)} is not closed",
        open == _lastMonth ? $"{ToDo.Count(books.Glance.BillsMonthBefore, "bill")}, {formats.Money(books.Glance.SpentMonthBefore)}"
            : "Months are closed in order.",
        "/Expenses/MonthEnd/Index", "Check and close")
    { Month = open };

    private ToDo? Wishes
    {
        get
        {
            var wishes = home.Of(HomeKind.Wish);
            return wishes.Count == 0 ? null
                : new("lightbulb", $"{ToDo.Count(wishes.Count, "suggested meal")} {(wishes.Count == 1 ? "waits" : "wait")} for your answer",
                    $"{wishes[0].Title}, {day(wishes[0].Date)}", "/Menus/Suggestions/Index", "Answer");
        }
    }

    private ToDo? TeaToConfirm => home.One(HomeKind.TeaToConfirm) is { Number: > 0 } made
        ? new("check-lg", $"{ToDo.Count((int)made.Number, "tea")} to confirm", "Marked as made, not confirmed yet.",
            "/TeaTasks/Duties/Managing/Confirmation", "Confirm") : null;

    private ToDo? Loans => home.Of(HomeKind.Loan) switch
    {
        [] => null,
        [var one] =>
            new("arrow-left-right", LoanWords(one), one.Day is { } due && one.State != "Offered" ? day(due) : "Did it arrive?",
                "/Loans/Loan", "Open it")
            { Id = one.Id },
        var several =>
            new("arrow-left-right", $"{ToDo.Count(several.Count, "loan")} to confirm", LoanWords(several[0]), "/Loans/Index", "See them"),
    };

    /// <summary>Floor 2 lends you a degchi; the degchi of Floor 2 is late.</summary>
    private static string LoanWords(HomeEntry loan) => loan.State switch
    {
        "Offered" => $"{loan.More} lends you {loan.Title}",
        "Late" => $"Overdue: “{loan.Title}”, {loan.More}",
        _ => $"{loan.More} gave back {loan.Title}",
    };

    private string Near(DateOnly date) => date == home.Today ? "today" : date == home.Today.AddDays(1) ? "tomorrow" : $"on {day(date)}";
}
