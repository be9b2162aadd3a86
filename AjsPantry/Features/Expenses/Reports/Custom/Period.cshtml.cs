using AjsPantry.Features.Expenses.Reports.Documents;
using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Expenses.Reports.Custom;

public sealed class PeriodModel(CustomReportQuery query) : FloorPage
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
        Budgets = await query.BudgetsAsync(Floor.Id, Today, cancellationToken);
        if (!HttpMethods.IsPost(Request.Method))
            Input = new() { By = ChooseReportPeriod.ByMonth, Month = Months[Today.Day <= 7 ? 1 : 0].Key() };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await OnGetAsync(cancellationToken);
        if (!ModelState.IsValid)
            return Page();
        if (Input.Days(Budgets) is not var (from, until))
        {
            ModelState.AddModelError("Input.Budget", "Choose a period from the list.");
            return Page();
        }

        return ToPage("Bills",
            new
            {
                from = ChooseReportPeriod.Key(from),
                until = ChooseReportPeriod.Key(until),
                title = TitleOf(from, until),
                budget = string.IsNullOrWhiteSpace(Input.Figure) ? null : Input.Figure
            });
    }

    /// <summary>What was written, or the days: two sheets of different days are never called the same.</summary>
    private string TitleOf(DateOnly from, DateOnly until) =>
        InputParser.Text(Input.Title) is { Length: > 0 } title
            ? title
            : $"Expenses, {ReportWords.Days(from, until).Replace('\u00a0', ' ')}";
}
