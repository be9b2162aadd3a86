using AjsPantry.Features.Expenses.MonthEnd;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Expenses.Bills.Recording;

/// <summary>Changes a recorded bill. The second of two people who change it at once is told and sees both.</summary>
public sealed class EditBill(PantryDb db, BillHistory history, BillPosting books, IBoughtItems items, TimeProvider clock, Scope scope)
{
    /// <summary>The bill with its lines, to be changed; null when the floor has none by that id.</summary>
    public Task<Bill?> FindAsync(Guid floorId, Guid id, CancellationToken cancellationToken) =>
        db.Bills.Include(bill => bill.Lines).SingleOrDefaultAsync(bill => bill.FloorId == floorId && bill.Id == id, cancellationToken);

    /// <param name="version">The version that the form was filled from.</param>
    public async Task<Outcome<Bill>> HandleAsync(
        Bill bill, uint version, BillDraft draft, bool anotherBill, CancellationToken cancellationToken)
    {
        scope.Demand(Permission.RecordBills);
        if (bill.VoidedAt is not null)
            return new FieldMessage("", "This bill is voided and can no longer be changed.");
        if (bill.ReversesId is not null)
            return new FieldMessage("", "This is a reversal and cannot be changed. Void it, then reverse the other bill again.");
        if (bill.Version != version)
            return Changed;
        var stands = bill.Date;
        if (await books.WhyNotAsync(bill, draft.Date, cancellationToken) is { } closed)
            return closed;
        var settled = await history.SettleAsync(bill.FloorId, draft, bill.Id, cancellationToken);
        if (!anotherBill && await history.AskAboutDuplicateAsync(bill.FloorId, settled, bill.Id, cancellationToken) is { } question)
            return question;
        // Nothing is written, and no audit entry made, when nothing changed.
        if (bill.ToDraft().SaysTheSameAs(settled))
            return bill;
        if (await items.FollowAsync(bill.FloorId, bill.ShoppingItems, settled, cancellationToken) is { } taken)
            return taken;
        bill.Change(settled, clock.GetUtcNow());
        return await SaveAsync(bill, stands, cancellationToken);
    }

    /// <param name="stands">The day on which the bill stood before.</param>
    private async Task<Outcome<Bill>> SaveAsync(Bill bill, DateOnly stands, CancellationToken cancellationToken)
    {
        try
        {
            return await books.SaveAsync(bill.FloorId, stands, bill.Date, cancellationToken) is { } refusal ? refusal : bill;
        }
        catch (DbUpdateConcurrencyException exception) when (items.AreTaken(exception))
        {
            return IBoughtItems.Taken;
        }
        catch (DbUpdateException exception) when (exception.IsConflict(RetryOnConflict.Changed, RetryOnConflict.Taken))
        {
            // Unique, because the other one may have added a line at the same position.
            return Changed;
        }
    }

    /// <summary>The message of a lost race; the page shows the other version beside what was typed.</summary>
    public static readonly FieldMessage Changed = new(nameof(BillInput.Version), "Someone else changed this bill in the meantime.");
}
