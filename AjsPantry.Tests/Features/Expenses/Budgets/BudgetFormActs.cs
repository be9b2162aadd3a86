
namespace AjsPantry.Tests.Features.Expenses.Budgets;

internal static class BudgetFormActs
{
    public static Dictionary<string, string> Typed(
        string amount = "1000", string from = "2026-03-01", string until = "2026-03-31", string kind = "Month") => new()
        {
            ["Input.Kind"] = kind,
            ["Input.From"] = from,
            ["Input.Until"] = until,
            ["Input.Amount"] = amount,
            ["Input.AlertAt"] = "80",
            ["Input.Notes"] = "From the office",
        };
}
