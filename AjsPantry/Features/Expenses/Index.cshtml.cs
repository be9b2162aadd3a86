using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Expenses;

/// <summary>A floor's bills of one month.</summary>
public sealed class IndexModel(MonthQuery query) : FloorPage
{
    [BindProperty(SupportsGet = true)]
    public string? Month { get; set; }

    public ExpenseMonth Expenses { get; private set; } = null!;

    public bool MayRecord => Person.May(Permission.RecordBills);

    public bool IsPresent => Expenses.Month == new DateOnly(Today.Year, Today.Month, 1);

    public int DaysInMonth => DateTime.DaysInMonth(Expenses.Month.Year, Expenses.Month.Month);

    /// <summary>The last day that the chart knows of.</summary>
    public int LastDay => IsPresent ? Today.Day : DaysInMonth;

    /// <summary>How the month stands against the one before; null when there is nothing to compare with.</summary>
    public string? Comparison
    {
        get
        {
            var before = IsPresent ? Expenses.SpentMonthBeforeBy(Today.Day) : Expenses.SpentMonthBefore;
            var (change, month) = (Expenses.Spent - before, Formats.MonthName(Expenses.Month.AddMonths(-1)));
            var when = IsPresent ? $"{month} had spent by the same day" : $"in {month}";
            return Expenses.SpentMonthBefore == 0 ? null : change == 0 ? $"Exactly as much as {when}." : $"{Formats.Money(Math.Abs(change))} {(change > 0 ? "more" : "less")} than {when}.";
        }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (MonthChoice.Read(Month, Today) is not { } month)
            return NotFound();
        Expenses = await query.ReadAsync(Floor.Id, month, cancellationToken);
        return Page();
    }
}
