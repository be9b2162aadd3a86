using AjsPantry.Features.Expenses.Bills;
using AjsPantry.Features.Expenses.MonthEnd;
using AjsPantry.Features.Shared.Forms;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Expenses.Receipts;

/// <summary>Takes a receipt from its bill, with a reason. It is kept out of sight; only the audit trail still tells of it.</summary>
public static class RemoveReceipt
{
    public sealed record Input : ReasonInput;

    public sealed class Validator() : ReasonValidator<Input>("Write why you remove this receipt.", ReceiptLimits.Reason);

    public sealed class Handler(PantryDb db, ClosedMonths closed, Scope scope)
    {
        /// <returns>The receipt; null when the floor has none by that id; a message when its month is closed.</returns>
        public async Task<Outcome<Receipt>?> HandleAsync(Guid floorId, Guid id, string reason, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.RecordBills);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var bills = db.CountedBills.Where(bill => bill.FloorId == floorId);
            var receipt = await db.KeptReceipts.Include(receipt => receipt.Bill)
                .SingleOrDefaultAsync(
                    receipt => receipt.Id == id && bills.Any(bill => bill.Id == receipt.BillId), cancellationToken);
            if (receipt is null)
                return null;
            await db.ShareBooksAsync(floorId, cancellationToken);
            if (await closed.LastAsync(floorId, cancellationToken) is { } last && ClosedMonthRules.IsKept(receipt.Bill!.Date, last))
                return (Outcome<Receipt>)new FieldMessage(nameof(Input.Reason),
                    $"{Formats.Month(last)} is closed, so receipts up to its end cannot be removed. You can still add one.");
            scope.Reason = InputParser.Text(reason);
            receipt.RemovedAt = scope.Now;
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return (Outcome<Receipt>)receipt;
        }
    }
}
