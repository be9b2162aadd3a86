using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Web;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Expenses;

/// <summary>Takes a bill out of the count, with a reason. It stays in the list, crossed out.</summary>
public static class VoidBill
{
    public sealed record Input
    {
        public string? Reason { get; set; }
    }

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator() => RuleFor(input => input.Reason).Words("Write why the bill does not count.", BillLimits.Reason);
    }

    public sealed class Handler(PantryDb db, Caller caller, TimeProvider clock)
    {
        /// <returns>False when the floor has no such bill. A bill that is voided already stays as it is.</returns>
        public async Task<bool> HandleAsync(Guid floorId, Guid id, string reason, CancellationToken cancellationToken)
        {
            var bill = await db.Bills.SingleOrDefaultAsync(bill => bill.FloorId == floorId && bill.Id == id, cancellationToken);
            if (bill is null || bill.VoidedAt is not null)
                return bill is not null;
            caller.Reason = Typed.Text(reason);
            bill.Void(caller.Reason, clock.GetUtcNow());
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Changed or voided in the same moment: voiding wins whatever the other change was.
                db.ChangeTracker.Clear();
                return await HandleAsync(floorId, id, reason, cancellationToken);
            }

            return true;
        }
    }
}
