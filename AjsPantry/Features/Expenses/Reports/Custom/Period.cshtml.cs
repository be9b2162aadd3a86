using AjsPantry.Features.Shared.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Expenses.Reports.Custom;

public sealed class PeriodModel(CustomReportQuery query, ChooseReportPeriod.Handler handler) : FloorPage
{
    private const int OfferedMonths = 24;

    [BindProperty]
    public ChooseReportPeriod.Input Input { get; set; } = new();

    public IReadOnlyList<OfferedBudget> Budgets { get; private set; } = [];

    /// <summary>The present one first.</summary>
    public IReadOnlyList<DateOnly> Months =>
        [.. Enumerable.Range(0, OfferedMonths).Select(back => new DateOnly(Today.Year, Today.Month, 1).AddMonths(-back))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Budgets = await query.BudgetsAsync(Floor.Id, cancellationToken);
        if (!HttpMethods.IsPost(Request.Method))
            Input = new() { By = ChooseReportPeriod.ByMonth, Month = Months[Today.Day <= 7 ? 1 : 0].Key() };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await OnGetAsync(cancellationToken);
        if (!ModelState.IsValid)
            return Page();
        var outcome = await handler.HandleAsync(Floor.Id, Input, cancellationToken);
        outcome.ShowIn(ModelState, nameof(Input));
        return !outcome.IsDone ? Page() : ToPage("Bills",
            new
            {
                from = ChooseReportPeriod.Key(outcome.Value.From),
                until = ChooseReportPeriod.Key(outcome.Value.Until),
                title = outcome.Value.Title,
                budget = string.IsNullOrWhiteSpace(Input.Figure) ? null : Input.Figure
            });
    }
}
