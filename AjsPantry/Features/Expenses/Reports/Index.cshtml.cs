using AjsPantry.Features.Expenses.Budgets.Ledgers;
using AjsPantry.Features.Expenses.Charts;
using AjsPantry.Features.Expenses.Reports.Stored;
using AjsPantry.Features.Shared.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Expenses.Reports;

/// <summary>A year's months and their reports.</summary>
public sealed class ReportsModel(StoredReportQuery query, LedgerQuery ledgers) : FloorPage
{
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    public int ShownYear => Year ?? Today.Year;

    public IReadOnlyList<MonthReport> Months { get; private set; } = [];

    /// <summary>What each month of the year spent against its budget; null where there is nothing to draw.</summary>
    public YearChart? Chart { get; private set; }

    /// <summary>Whether the archived custom reports are shown instead.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Away { get; set; }

    /// <summary>Those that are shown.</summary>
    public IReadOnlyList<CustomSummary> Chosen { get; private set; } = [];

    /// <summary>How many of the year's are put away.</summary>
    public int PutAway { get; private set; }

    /// <summary>The newest month that is over and has no report, or an old one; null when all are in.</summary>
    public MonthReport? Open => Months.FirstOrDefault(month => month.Month.AddMonths(1) <= Today && month.Kept is null or { IsOld: true });

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || ShownYear < 2000 || ShownYear > Today.Year)
            return NotFound();
        (Months, var chosen) = await query.YearAsync(Floor.Id, ShownYear, cancellationToken);
        Chart = Months.Count == 0 ? null
            : new(ShownYear, MonthsOf(await ledgers.ReadAsync(Floor.Id, Today, cancellationToken)), Today, Formats);
        PutAway = chosen.Count(report => report.Away is not null);
        Chosen = [.. chosen.Where(report => report.Away is not null == Away)];
        return Page();
    }

    private IReadOnlyList<YearMonth> MonthsOf(LedgerView ledger)
    {
        var spent = Months.ToDictionary(month => month.Month, month => month.Spent);
        var all = Enumerable.Range(1, 12).Select(month => new DateOnly(ShownYear, month, 1));
        return [.. all.Select(month => new YearMonth(month, spent.GetValueOrDefault(month), ledger.AvailableFor(month)))];
    }
}
