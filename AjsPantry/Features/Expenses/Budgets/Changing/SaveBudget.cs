using AjsPantry.Features.Expenses.Budgets.Ledgers;
using AjsPantry.Features.Expenses.MonthEnd;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Expenses.Budgets.Changing;

/// <summary>Gives a floor money for days that have none yet, and changes what was given.</summary>
public sealed class SaveBudget(PantryDb db, ClosedMonths closed, BudgetAlert alert, Scope scope)
{
    /// <summary>The message of a lost race; the page shows the other version beside what was typed.</summary>
    public static readonly FieldMessage Changed = new(nameof(BudgetInput.Version), "Someone else changed this budget in the meantime.");

    /// <summary>Allocates, or answers with what the same form allocated before.</summary>
    public async Task<Outcome<Budget>> AddAsync(Guid floorId, BudgetInput input, CancellationToken cancellationToken)
    {
        scope.Demand(Permission.ManageBudgets);
        var days = input.Days(Culture);
        var budget = new Budget
        {
            FloorId = floorId,
            SubmissionId = input.SubmissionId,
            Kind = input.KindTyped!.Value,
            From = days.From,
            Until = days.Until,
            Allocated = days.Allocated,
            AllocatedById = scope.ActorId,
            AllocatedAt = scope.Now,
        };
        Take(budget, input, days);
        if (await SentBeforeAsync(input.SubmissionId, cancellationToken) is { } before)
            return Again(before, budget);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.HoldSpendingAsync(floorId, cancellationToken);
        if (await RefusalAsync(floorId, null, null, days, cancellationToken) is { } refusal)
            // The days may be taken by this very form, sent in the same moment.
            return await SentBeforeAsync(input.SubmissionId, cancellationToken) is { } same ? Again(same, budget) : refusal;
        db.Budgets.Add(budget);
        return await SaveAsync(budget, transaction, cancellationToken);
    }

    /// <returns>Null when the floor has no such budget.</returns>
    public async Task<Outcome<Budget>?> ChangeAsync(Guid floorId, Guid id, BudgetInput input, CancellationToken cancellationToken)
    {
        scope.Demand(Permission.ManageBudgets);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.HoldSpendingAsync(floorId, cancellationToken);
        var budget = await db.Budgets.SingleOrDefaultAsync(budget => budget.FloorId == floorId && budget.Id == id, cancellationToken);
        if (budget is null)
            return null;
        if (budget.WithdrawnAt is not null)
            return new FieldMessage("", "This budget was withdrawn and can no longer be changed.");
        var version = budget.Version;
        var days = input.Days(Culture);
        var before = new BudgetDays(budget.From, budget.Until, budget.Allocated);
        Take(budget, input, days);
        if (!db.ChangeTracker.HasChanges())
            return budget;
        var message = version != input.Version ? Changed : await RefusalAsync(floorId, id, before, days, cancellationToken);
        if (message is null)
            return await SaveAsync(budget, transaction, cancellationToken);
        db.ChangeTracker.Clear();
        return message;
    }

    private string Culture => scope.Tenant.Culture;

    private static void Take(Budget budget, BudgetInput input, BudgetDays days)
    {
        budget.Kind = input.KindTyped!.Value;
        budget.From = days.From;
        budget.Until = days.Until;
        budget.Allocated = days.Allocated;
        budget.AlertAt = input.Percent;
        budget.Notes = InputParser.Lines(input.Notes) is { Length: > 0 } notes ? notes : null;
    }

    private async Task<FieldMessage?> RefusalAsync(
        Guid floorId, Guid? id, BudgetDays? before, BudgetDays after, CancellationToken cancellationToken)
    {
        if (await closed.LastAsync(floorId, cancellationToken) is { } last && ClosedDays.AreTouched(before, after, last))
            return new FieldMessage(nameof(BudgetInput.From),
                $"{Formats.Month(last)} is closed, so budgets up to its end cannot change. Ask an admin to reopen it, or put the difference into a later budget.");
        var other = await db.Budgets.AsNoTracking()
            .Where(budget => budget.FloorId == floorId && budget.Id != id && budget.WithdrawnAt == null && budget.From <= after.Until
                && budget.Until >= after.From)
            .OrderBy(budget => budget.From).FirstOrDefaultAsync(cancellationToken);
        return other is null ? null : Taken(other);
    }

    private FieldMessage Taken(Budget other) => new(
        nameof(BudgetInput.From),
        $"There is already a budget for {BudgetWords.Range(other.From, other.Until, scope.Today.Year)}. Choose other days, or edit that budget.");

    private async Task<Outcome<Budget>> SaveAsync(
        Budget budget, Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction, CancellationToken cancellationToken)
    {
        if (!await db.TrySaveAsync(cancellationToken, Budget.SubmissionIndex))
            return await SentBeforeAsync(budget.SubmissionId, cancellationToken) is { } before ? Again(before, budget) : UsedForm;
        await alert.TellAsync(budget.FloorId, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return budget;
    }

    private Task<Budget?> SentBeforeAsync(Guid submissionId, CancellationToken cancellationToken) =>
        db.Budgets.AsNoTracking().SingleOrDefaultAsync(budget => budget.SubmissionId == submissionId, cancellationToken);

    private static readonly FieldMessage UsedForm = new("", "This form was already used. Open a new form and copy what you typed below.");

    private static Outcome<Budget> Again(Budget made, Budget typed) =>
        made.FloorId != typed.FloorId ? UsedForm
        : SentForm.Again(made, typed, budget => (budget.Kind, budget.From, budget.Until, budget.Allocated, budget.AlertAt, budget.Notes));
}
