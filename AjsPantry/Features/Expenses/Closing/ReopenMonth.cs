using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Web;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Expenses.Closing;

/// <summary>Opens a closed month again, with a reason. Its report stays; closing it once more makes another revision where bills changed.</summary>
public static class ReopenMonth
{
    public sealed record Input
    {
        public string? Reason { get; set; }
    }

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator() => RuleFor(input => input.Reason).Words("Write why, for whoever closed it.", MonthClosing.LongestReason);
    }

    public sealed class Handler(PantryDb db, ClosingNews news, Caller caller, TimeProvider clock)
    {
        /// <returns>Null when the floor has no such closing. One that is open again stays as it is.</returns>
        public async Task<MonthClosing?> HandleAsync(Guid floorId, Guid id, Input input, CancellationToken cancellationToken)
        {
            // One decision at a time, so that the second sees what the first decided.
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.HoldSpendingAsync(floorId, cancellationToken);
            var closing = await db.MonthClosings.SingleOrDefaultAsync(closing => closing.FloorId == floorId && closing.Id == id, cancellationToken);
            if (closing is null || closing.State == ClosingState.Reopened)
                return closing;
            caller.Reason = Typed.Text(input.Reason);
            (closing.State, closing.ReopenedById, closing.ReopenedAt, closing.ReopenReason) = (ClosingState.Reopened, caller.Person!.Id, clock.GetUtcNow(), caller.Reason);
            await news.ReopenedAsync(closing, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return closing;
        }
    }
}
