using AjsPantry.Features.Shared.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Expenses.Budgets.Changing;

/// <summary>A page with the form of a budget.</summary>
public abstract class BudgetForm : FloorPage
{
    [BindProperty]
    public BudgetInput Input { get; set; } = new();

    /// <summary>As the residence writes numbers: 10,00,000.</summary>
    protected string Written(decimal amount) =>
        amount.ToString(amount == Math.Truncate(amount) ? "N0" : "N2", System.Globalization.CultureInfo.GetCultureInfo(Tenant.Culture));
}
