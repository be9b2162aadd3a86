using AjsPantry.Features.Expenses.MonthEnd;
using AjsPantry.Features.Shared.Forms;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Expenses.Bills.Recording;

/// <summary>Takes a bill out of the count, with a reason. It stays in the list, crossed out.</summary>
public static class VoidBill
{
    public sealed record Input : ReasonInput;

    public sealed class Validator() : ReasonValidator<Input>("Write why you void this bill.", BillLimits.Reason);

    public sealed class Handler(PantryDb db, BillPosting books, IBoughtItems items, Scope scope)
    {
        /// <returns>Null when the floor has no such bill. A bill that is voided already stays as it is.</returns>
        public Task<Outcome<Bill>?> HandleAsync(Guid floorId, Guid id, string reason, CancellationToken cancellationToken) =>
            // Changed or voided in the same moment: voiding wins whatever the other change was.
            db.RetryOnConflictAsync(() => OnceAsync(floorId, id, reason, cancellationToken), RetryOnConflict.Changed);

        private async Task<Outcome<Bill>?> OnceAsync(Guid floorId, Guid id, string reason, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.RecordBills);
            var bill = await db.Bills.Include(bill => bill.Lines)
                .SingleOrDefaultAsync(bill => bill.FloorId == floorId && bill.Id == id, cancellationToken);
            if (bill is null)
                return null;
            if (bill.VoidedAt is not null)
                return bill;
            if (await books.WhyNotAsync(bill, bill.Date, cancellationToken) is { } closed)
                return closed with { Field = "" };
            await items.FollowAsync(floorId, bill.ShoppingItems, null, cancellationToken);
            scope.Reason = InputParser.Text(reason);
            bill.Void(scope.Reason, scope.Now);
            return await books.SaveAsync(floorId, bill.Date, bill.Date, cancellationToken) is { } refusal ? refusal with { Field = "" }
                : bill;
        }
    }
}
