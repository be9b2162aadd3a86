using AjsPantry.Features.Expenses.Reports.Monthly;

namespace AjsPantry.Features.Expenses.Reports.Documents;

/// <summary>The workbook's first sheet: what report this is, and the month in figures.</summary>
internal static class ReportSheet
{
    public static List<Dictionary<string, object?>> Of(ExpenseReport report) =>
        [.. Head(report).Concat(Figures(report)).Select(row => Row(row.Name, row.Words, row.Amount))];

    private static IEnumerable<(string Name, string? Words, decimal? Amount)> Head(ExpenseReport report)
    {
        yield return ("Tenant", report.Tenant, null);
        yield return ("Floor", report.Floor, null);
        if (report.Title is not null) yield return ("Title", report.Title, null);
        yield return (report.Title is null ? "Month" : "Period",
            ReportWords.Period(report) ?? Infrastructure.Web.Formats.Month(report.Month), null);
        yield return ("Made", $"{ReportWords.Made(report)} {ReportWords.By(report)}", null);
        if (ReportWords.Preparer(report) is { Length: > 0 } preparer) yield return ("Prepared by", preparer, null);
        if (ReportWords.Edition(report) is { } edition) yield return ("Edition", edition, null);
        yield return ("Currency", report.Currency, null);
        if (report.Bills.Count == 0) yield return ("Note", ReportWords.Nothing(report), null);
    }

    private static IEnumerable<(string Name, string? Words, decimal? Amount)> Figures(ExpenseReport report)
    {
        yield return ("Spent", null, report.Spent);
        yield return ("Bills", ReportWords.Bills(report.Bills.Count), null);
        yield return ("Average per bill", null, report.Average);
        if (report.LargestShop is { } shop) yield return ("Largest shop", shop.Name, shop.Amount);
        if (report.Title is not null)
        {
            if (report is { Budget: { } budget, Left: { } left })
            {
                yield return ("Budget", null, budget);
                yield return ("Left of the budget", null, left);
            }

            yield break;
        }

        if (report.SpentMonthBefore is { } before) yield return ("Spent the month before", ReportWords.MonthBefore(report), before);
        yield return ("Change", report.Change is null ? ReportWords.NothingBefore : null, report.Change);
        foreach (var budget in report.Budgets ?? [])
        {
            var days = ReportWords.Days(budget, report);
            yield return ("Budget: carried in", days, budget.Opening);
            yield return ("Budget: allocated", days, budget.Allocated);
            yield return ("Budget: spent before", days, -budget.SpentBefore);
            yield return ("Budget: spent in the month", days, -budget.Spent);
            yield return ("Budget: left", days, budget.Left);
        }
    }

    private static Dictionary<string, object?> Row(string name, string? words, decimal? amount) => new()
    {
        ["Figure"] = name,
        ["Value"] = words,
        ["Amount"] = amount,
    };
}
