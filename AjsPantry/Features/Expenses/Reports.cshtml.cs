using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Expenses;

/// <summary>A year's months and their reports.</summary>
public sealed class ReportsModel(KeptReportQuery query) : FloorPage
{
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    public int ShownYear => Year ?? Today.Year;

    public IReadOnlyList<MonthReport> Months { get; private set; } = [];

    /// <summary>Whether the chosen reports that were put away are shown instead.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Away { get; set; }

    /// <summary>Those that are shown.</summary>
    public IReadOnlyList<ChosenSummary> Chosen { get; private set; } = [];

    /// <summary>How many of the year's are put away.</summary>
    public int PutAway { get; private set; }

    /// <summary>The newest month that is over and has no report, or an old one; null when all are in.</summary>
    public MonthReport? Open => Months.FirstOrDefault(month => month.Month.AddMonths(1) <= Today && month.Kept is null or { IsOld: true });

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || ShownYear < 2000 || ShownYear > Today.Year)
            return NotFound();
        (Months, var chosen) = await query.YearAsync(Floor.Id, ShownYear, cancellationToken);
        PutAway = chosen.Count(report => report.Away is not null);
        Chosen = [.. chosen.Where(report => report.Away is not null == Away)];
        return Page();
    }
}
