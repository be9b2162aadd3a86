using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Expenses.Budgets;

/// <summary>A page with the form of a budget.</summary>
public abstract class BudgetForm : FloorPage
{
    [BindProperty]
    public BudgetInput Input { get; set; } = new();

    /// <summary>Without grouping, as one would type it.</summary>
    protected string Plain(decimal amount) =>
        amount.ToString(amount == Math.Truncate(amount) ? "0" : "0.00", System.Globalization.CultureInfo.GetCultureInfo(Tenant.Culture));
}
