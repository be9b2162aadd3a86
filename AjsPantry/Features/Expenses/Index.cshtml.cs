using AjsPantry.Features.Expenses.Bills;
using AjsPantry.Features.Expenses.Bills.Recording;
using AjsPantry.Features.Expenses.Budgets;
using AjsPantry.Features.Expenses.Budgets.Ledgers;
using AjsPantry.Features.Expenses.MonthEnd;
using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Expenses;

/// <summary>What is left of a floor's budget, and its bills of one month.</summary>
public sealed class ExpensesModel(MonthQuery query, LedgerQuery ledgers) : FloorPage
{
    /// <summary>How many periods stand beside the bills; all of them stand on their own page.</summary>
    private const int FewPeriods = 3;

    /// <summary>How many bills a phone shows at first.</summary>
    public int FewBills => 5;

    [BindProperty(SupportsGet = true)]
    public string? Month { get; set; }

    public ExpenseMonth Expenses { get; private set; } = null!;

    public IReadOnlyList<ListedBill> Counted => [.. Expenses.Bills.Where(bill => !bill.IsVoid)];

    public IReadOnlyList<ListedBill> Voided => [.. Expenses.Bills.Where(bill => bill.IsVoid)];

    private FloorAccounts Books { get; set; } = null!;

    public LedgerView Ledger => Books.Ledger;

    /// <summary>The budget of today, on the page of this month; null on other pages, and when there is none.</summary>
    public LedgerPeriod? Current => IsPresent ? Ledger.Current : null;

    /// <summary>The newest periods that had begun by the end of the month, newest first.</summary>
    public IEnumerable<LedgerPeriod> Periods =>
        Ledger.Periods.Where(period => period.Budget.From < Expenses.Month.AddMonths(1)).Reverse().Take(FewPeriods);

    /// <summary>The budget that has exactly the month's days; null when none has.</summary>
    private LedgerPeriod? Whole => Ledger.Of(Expenses.Month);

    /// <summary>
    /// What was available for the month, or allocated for its days where budgets have others too; null when none has any of them.
    /// </summary>
    public decimal? BudgetOfMonth => Ledger.AvailableFor(Expenses.Month);

    public string BudgetWord => Whole is null ? "Allocated for these days" : "Available";

    /// <summary>Null while the month is open.</summary>
    public ClosingState? Closing => Books.State;

    /// <summary>The month that is over and open, for those who close it.</summary>
    public DateOnly? ToClose => IsPresent && MayClose ? Books.ToClose : null;

    /// <summary>
    /// What is bought and on no bill yet, on the page of this month for those who record bills; null when there is nothing.
    /// </summary>
    public NotBilled? NotBilled => IsPresent && MayRecord && Books.NotBilled.Items > 0 ? Books.NotBilled : null;

    public bool MayClose => Person.May(Permission.CloseMonths);

    public bool MayRecord => Person.May(Permission.RecordBills);

    public bool MayManage => Person.May(Permission.ManageBudgets);

    public bool IsPresent => Expenses.Month == new DateOnly(Today.Year, Today.Month, 1);

    public int DaysInMonth => DateTime.DaysInMonth(Expenses.Month.Year, Expenses.Month.Month);

    /// <summary>The last day that the chart knows of.</summary>
    public int LastDay => IsPresent ? Today.Day : DaysInMonth;

    public BudgetChart Chart => new(Current!, Expenses.Days, Today, Formats);

    public string Answer => this switch
    {
        { Current: { } current } => BudgetWords.Left(current, Formats, Today.Year),
        { Expenses.Counted: 0, IsPresent: true } => "Nothing spent yet this month",
        { Expenses.Counted: 0 } => $"Nothing was spent in {Formats.MonthName(Expenses.Month)}",
        { IsPresent: true } => $"{Formats.Money(Expenses.Spent)} spent so far",
        _ => $"{Formats.Money(Expenses.Spent)} spent in {Formats.MonthName(Expenses.Month)}",
    };

    public string? Explanation => Current is null ? Comparison : Pace(Current);

    /// <summary>Whether the money lasts, and what keeps it lasting.</summary>
    private string Pace(LedgerPeriod period)
    {
        var days = period.DaysLeft(Today);
        if (period.Closing <= 0)
        {
            var when = days == 1 ? "today, the last day" : $"{days} more days, until {Day(period.Budget.Until)}";
            return $"Nothing is left for {when}. What you spend now comes out of the next budget.";
        }

        var inside =
            $"{Formats.Money(period.PerDay(Today))} a day for {(days == 1 ? "today, the last day" : $"{days} days, today included")}.";
        if (period.RunsOut(Today) is not { } day)
            return inside;
        return $"{inside} At this pace it lasts until {Day(day)}, {Short(period.Budget.Until.DayNumber - day.DayNumber)}.";
    }

    private static string Short(int days) => days == 1 ? "a day short" : $"{days} days short";

    /// <summary>How the month stands against the one before; null when there is nothing to compare with.</summary>
    private string? Comparison
    {
        get
        {
            var before = IsPresent ? Expenses.SpentMonthBeforeBy(Today.Day) : Expenses.SpentMonthBefore;
            var change = Expenses.Spent - before;
            var month = Formats.MonthName(Expenses.Month.AddMonths(-1));
            var when = IsPresent ? $"in {month} up to the same day" : $"in {month}";
            return Expenses.SpentMonthBefore == 0 ? null : change == 0 ? $"Exactly as much as {when}."
                : $"{Formats.Money(Math.Abs(change))} {(change > 0 ? "more" : "less")} than {when}.";
        }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (MonthChoice.Read(Month, Today) is not { } month)
            return NotFound();
        Books = await ledgers.WithBooksAsync(Floor.Id, month, Today, cancellationToken);
        Expenses = await query.ReadAsync(Floor.Id, month, cancellationToken, Ledger.Current?.Budget.From);
        return Page();
    }
}
