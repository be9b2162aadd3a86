using AjsPantry.Features.Expenses.MonthEnd;
using AjsPantry.Features.Shared.Forms;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Expenses.Bills.Recording;

/// <summary>
/// Takes back a bill of a closed month: a bill of the same lines with negative amounts, in a month that is open. The closed one stays as it
/// was reported.
/// </summary>
public static class ReverseBill
{
    public sealed record Input : ReasonInput
    {
        /// <summary>A day in an open month, not before the bill's own and not after today.</summary>
        public string? Date { get; set; }
    }

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator(Scope scope)
        {
            RuleFor(input => input.Date).Custom((typed, context) =>
            {
                if (InputParser.Day(typed) is not { } day)
                    context.AddFailure("Choose the date of the reversal.");
                else if (day > scope.Today)
                    context.AddFailure($"{Formats.FullDay(day)} has not come yet. Use today or an earlier day.");
            });
            RuleFor(input => input.Reason).Words("Write what was wrong with the bill.", BillLimits.Reason);
        }
    }

    public sealed class Handler(PantryDb db, BillPosting books, Scope scope)
    {
        /// <summary>Reverses the bill, or answers with the reversal that stands.</summary>
        /// <returns>Null when the floor has no such bill.</returns>
        public Task<Outcome<Bill>?> HandleAsync(Guid floorId, Guid id, Input input, CancellationToken cancellationToken) =>
            db.RetryOnConflictAsync(() => OnceAsync(floorId, id, input, cancellationToken), Bill.ReversalIndex);

        private async Task<Outcome<Bill>?> OnceAsync(Guid floorId, Guid id, Input input, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.RecordBills);
            var bill = await db.Bills.Include(bill => bill.Lines).AsNoTracking()
                .SingleOrDefaultAsync(bill => bill.FloorId == floorId && bill.Id == id, cancellationToken);
            if (bill is null)
                return null;
            if (await StandingAsync(id, cancellationToken) is { } standing)
                return standing;
            var date = InputParser.Day(input.Date)!.Value;
            if (await WhyNotAsync(bill, date, cancellationToken) is { } message)
                return message;
            scope.Reason = InputParser.Text(input.Reason);
            db.Bills.Add(Bill.Reverse(bill, date, scope.ActorId, scope.Now));
            return await books.SaveAsync(floorId, null, date, cancellationToken) is { } refusal ? refusal
                : (await StandingAsync(id, cancellationToken))!;
        }

        private async Task<FieldMessage?> WhyNotAsync(Bill bill, DateOnly date, CancellationToken cancellationToken) =>
            bill.VoidedAt is not null ? new("", "This bill is void, so there is nothing to reverse.")
            : bill.ReversesId is not null ? new("", "This bill is a reversal. Record the right bill instead.")
            : date < bill.Date ? new(nameof(Input.Date), $"The bill is dated {Formats.FullDay(bill.Date)}. Choose that day or a later one.")
            : await books.RefusalAsync(bill.FloorId, bill.Date, bill.Date, cancellationToken) is null
            ? new("", $"{Formats.Month(bill.Date)} is open. Edit or void the bill instead.")
            : await books.RefusalAsync(bill.FloorId, null, date, cancellationToken);

        private Task<Bill?> StandingAsync(Guid id, CancellationToken cancellationToken) =>
            db.CountedBills.AsNoTracking().SingleOrDefaultAsync(bill => bill.ReversesId == id, cancellationToken);
    }
}
