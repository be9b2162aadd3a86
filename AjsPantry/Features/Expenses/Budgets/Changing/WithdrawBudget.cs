using AjsPantry.Features.Expenses.Budgets.Ledgers;
using AjsPantry.Features.Expenses.MonthEnd;
using AjsPantry.Features.Shared.Forms;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Expenses.Budgets.Changing;

/// <summary>Takes a budget back, with a reason. It stays in the books and no longer counts; its days are free for another.</summary>
public static class WithdrawBudget
{
    public sealed record Input : ReasonInput;

    public sealed class Validator() : ReasonValidator<Input>("Write why you withdraw this budget.", Budget.LongestReason);

    public sealed class Handler(PantryDb db, ClosedMonths closed, BudgetAlert alert, Scope scope)
    {
        /// <returns>Null when the floor has no such budget. One that was taken back already stays as it is.</returns>
        public async Task<Outcome<Budget>?> HandleAsync(Guid floorId, Guid id, Input input, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.ManageBudgets);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.HoldSpendingAsync(floorId, cancellationToken);
            var budget = await db.Budgets.SingleOrDefaultAsync(budget => budget.FloorId == floorId && budget.Id == id, cancellationToken);
            if (budget is null)
                return null;
            if (budget.WithdrawnAt is not null)
                return budget;
            if (await closed.LastAsync(floorId, cancellationToken) is { } last
                && ClosedDays.AreTouched(new(budget.From, budget.Until, budget.Allocated), null, last))
                return new FieldMessage(nameof(Input.Reason),
                    $"{Formats.Month(last)} is closed, so budgets up to its end cannot change. Ask an admin to reopen it.");
            scope.Reason = InputParser.Text(input.Reason);
            budget.WithdrawnAt = scope.Now;
            budget.WithdrawReason = scope.Reason;
            await db.SaveChangesAsync(cancellationToken);
            await alert.TellAsync(floorId, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return budget;
        }
    }
}
