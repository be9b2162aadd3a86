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

    public IReadOnlyList<ChosenSummary> Chosen { get; private set; } = [];

    /// <summary>The newest month that is over and has no report, or an old one; null when all are in.</summary>
    public MonthReport? Open => Months.FirstOrDefault(month => month.Month.AddMonths(1) <= Today && month.Kept is null or { IsOld: true });

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || ShownYear < 2000 || ShownYear > Today.Year)
            return NotFound();
        (Months, Chosen) = await query.YearAsync(Floor.Id, ShownYear, cancellationToken);
        return Page();
    }
}
