using AjsPantry.Features.Expenses.Bills;
using AjsPantry.Features.Expenses.Budgets;
using AjsPantry.Features.Expenses.Reports.Stored;
using AjsPantry.Features.Shared;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Expenses;

/// <summary>Bills, budgets and reports are amounts of money.</summary>
public sealed class ExpenseAmounts(PantryDb db) : IKeepsAmounts
{
    public async Task<bool> HasAmountsAsync(CancellationToken cancellationToken) =>
        await db.Bills.AnyAsync(cancellationToken)
        || await db.Budgets.AnyAsync(cancellationToken)
        || await db.Reports.AnyAsync(report => report.Bills > 0, cancellationToken);
}
