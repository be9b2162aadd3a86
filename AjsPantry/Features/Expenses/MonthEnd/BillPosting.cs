using AjsPantry.Features.Expenses.Bills;
using AjsPantry.Features.Expenses.Bills.Recording;
using AjsPantry.Features.Expenses.Budgets;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Expenses.MonthEnd;

/// <summary>
/// Writes bills into a floor's books: closed months stay as they are, and who watches the budget is told when it runs low.
/// </summary>
public sealed class BillPosting(PantryDb db, ClosedMonths closed, BudgetAlert alert)
{
    /// <inheritdoc cref="ClosedMonths.RefusalAsync"/>
    public Task<FieldMessage?> RefusalAsync(Guid floorId, DateOnly? stands, DateOnly goes, CancellationToken cancellationToken) =>
        closed.RefusalAsync(floorId, stands, goes, cancellationToken);

    /// <summary>Why a bill that is there cannot be changed or voided: its month is closed, or another bill takes it back.</summary>
    /// <param name="goes">The day on which it is to stand.</param>
    public async Task<FieldMessage?> WhyNotAsync(Bill bill, DateOnly goes, CancellationToken cancellationToken) =>
        await closed.RefusalAsync(bill.FloorId, bill.Date, goes, cancellationToken)
        ?? (await db.CountedBills.AnyAsync(other => other.ReversesId == bill.Id, cancellationToken) ? Reversed : null);

    private static readonly FieldMessage Reversed = new("", "Another bill reverses this one. Void that one first.");

    /// <summary>
    /// Saves the unit of work with the news that follows from it. Other broken rules are thrown as the database's exception.
    /// </summary>
    /// <param name="stands">The day on which the written bill stood before; null for a new one.</param>
    /// <param name="goes">The day on which it stands now.</param>
    /// <returns>Why nothing was saved, when the month was closed in this moment; null when it is saved.</returns>
    public async Task<FieldMessage?> SaveAsync(Guid floorId, DateOnly? stands, DateOnly goes, CancellationToken cancellationToken)
    {
        try
        {
            await using var transaction = db.Database.CurrentTransaction is null
                ? await db.Database.BeginTransactionAsync(cancellationToken) : null;
            await db.SaveChangesAsync(cancellationToken);
            await alert.TellAsync(floorId, cancellationToken);
            if (transaction is not null)
                await transaction.CommitAsync(cancellationToken);
            return null;
        }
        catch (DbUpdateException exception) when (exception.IsConflict(MonthClosing.ClosedRule))
        {
            db.ChangeTracker.Clear();
            return await closed.RefusalAsync(floorId, stands, goes, cancellationToken)
                ?? new FieldMessage(nameof(BillInput.Date), "The month was closed and reopened in the meantime. Save again.");
        }
    }
}
