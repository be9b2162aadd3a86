using AjsPantry.Features.Shared.Forms;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Expenses.MonthEnd;

/// <summary>
/// Opens a closed month again, with a reason, and with it every closed month after it, whose balances begin with what it left. Their
/// reports stay; closing them once more makes another revision where bills changed. Admins may; whoever closed a month may too, until
/// somebody confirmed it or a later one was closed.
/// </summary>
public static class ReopenMonth
{
    public sealed record Input : ReasonInput
    {
        /// <summary>How many months the page said would be opened, this one included.</summary>
        public int Months { get; set; } = 1;
    }

    public sealed class Validator() : ReasonValidator<Input>(
        "Write the reason. The person who closed it can read it.", MonthClosing.LongestReason);

    public sealed class Handler(PantryDb db, ClosingNotice news, Scope scope)
    {
        /// <returns>Null when the floor has no such closing. One that is open again stays as it is.</returns>
        public async Task<Outcome<MonthClosing>?> HandleAsync(Guid floorId, Guid id, Input input, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.CloseMonths);
            // One decision at a time, so that the second sees what the first decided.
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.HoldSpendingAsync(floorId, cancellationToken);
            var closing = await db.MonthClosings.SingleOrDefaultAsync(
                closing => closing.FloorId == floorId && closing.Id == id, cancellationToken);
            if (closing is null)
                return null;
            if (closing.State == ClosingState.Reopened)
                return closing;
            var later = await LaterAsync(closing, cancellationToken);
            if (WhyNot(closing, later, input) is { } refusal)
                return refusal;
            scope.Reason = InputParser.Text(input.Reason);
            foreach (var one in (MonthClosing[])[closing, .. later])
                await OpenAsync(one, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return closing;
        }

        private Task<List<MonthClosing>> LaterAsync(MonthClosing closing, CancellationToken cancellationToken) =>
            db.MonthClosings
                .Where(other => other.FloorId == closing.FloorId && other.Month > closing.Month && other.State != ClosingState.Reopened)
                .OrderBy(other => other.Month).ToListAsync(cancellationToken);

        private FieldMessage? WhyNot(MonthClosing closing, List<MonthClosing> later, Input input)
        {
            if (!scope.Actor.May(Permission.ConfirmClosings))
            {
                if (closing.ClosedById != scope.Actor.Id || closing.State == ClosingState.Confirmed)
                    return new(
                        "", $"Only an admin can reopen {Formats.Month(closing.Month)}, because it is confirmed or someone else closed it.");
                if (later.Count > 0)
                    return new("", $"{Formats.Month(later[0].Month)} is closed too. Only an admin can reopen both.");
            }

            return input.Months == later.Count + 1 ? null
                : new("",
                    "Another month was closed or reopened in the meantime. Check below which months will be reopened, then press the button again.");
        }

        private Task OpenAsync(MonthClosing closing, CancellationToken cancellationToken)
        {
            closing.State = ClosingState.Reopened;
            closing.ReopenedById = scope.Actor.Id;
            closing.ReopenedAt = scope.Now;
            closing.ReopenReason = scope.Reason;
            return news.ReopenedAsync(closing, cancellationToken);
        }
    }
}
