using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Loans;

/// <summary>What one floor says to what the other one did: it came, or it did not and why.</summary>
public static class AnswerLoan
{
    public const string Came = "came";
    public const string NotCome = "not";

    public sealed record Input
    {
        /// <summary><see cref="Came"/> or <see cref="NotCome"/>, as the button says.</summary>
        public string? Decision { get; set; }

        public string? Reason { get; set; }
    }

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator()
        {
            RuleFor(input => input.Decision).Must(decision => decision is Came or NotCome).WithMessage("Choose Received or Not received.");
            RuleFor(input => input.Reason).Words("Write what is wrong.", Loan.LongestReason)
                .When(input => input.Decision == NotCome || InputParser.Text(input.Reason) != "");
        }
    }

    public sealed class Handler(PantryDb db, Scope scope, LoanNotice news)
    {
        /// <summary>The borrowing floor says whether what was lent came.</summary>
        /// <returns>Null when the floor borrows no such thing.</returns>
        public async Task<Outcome<Loan>?> OfferAsync(Guid floorId, Guid id, Input input, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.ManageLoans);
            await using var held = await db.BeginWithLoanAsync(id, cancellationToken);
            if (await db.Loans.Include(loan => loan.BorrowerFloor)
                .SingleOrDefaultAsync(loan => loan.Id == id && loan.BorrowerFloorId == floorId, cancellationToken) is not { } loan)
                return null;
            var state = input.Decision == Came ? LoanState.Lent : LoanState.Declined;
            if (loan.State == state)
                return loan;
            if (loan.State != LoanState.Offered)
                return new FieldMessage("", $"{loan.Stands()} There is nothing to confirm.");
            if (scope.Refusal(OwnThing.Loan, loan.LentById) is { } own)
                return own;
            loan.State = state;
            loan.AnsweredById = scope.Actor.Id;
            loan.AnsweredAt = scope.Now;
            scope.Reason = loan.Reason = state == LoanState.Declined ? InputParser.Text(input.Reason) : null;
            await news.AnsweredAsync(loan, loan.BorrowerFloor!.Name, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await held.CommitAsync(cancellationToken);
            return loan;
        }

        /// <summary>The lending floor says whether what was given back came. When all of it is back, the loan is over.</summary>
        /// <returns>Null when the floor lends no such thing.</returns>
        public async Task<Outcome<LoanReturn>?> ReturnAsync(
            Guid floorId, Guid loanId, Guid returnId, Input input, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.ManageLoans);
            await using var held = await db.BeginWithLoanAsync(loanId, cancellationToken);
            var loan = await db.Loans.Include(loan => loan.Returns).Include(loan => loan.LenderFloor)
                .SingleOrDefaultAsync(loan => loan.Id == loanId && loan.LenderFloorId == floorId, cancellationToken);
            if (loan?.Returns.Find(back => back.Id == returnId) is not { } back)
                return null;
            var came = input.Decision == Came;
            if (back.Confirmed == came)
                return back;
            if (back.Confirmed is not null)
                return new FieldMessage("",
                    back.Confirmed == true ? "Someone else here has already confirmed it."
                        : $"Someone else here reported that it was not received: “{back.Reason}”.");
            if (scope.Refusal(OwnThing.LoanReturn, back.ReturnedById) is { } own)
                return own;
            back.Confirmed = came;
            back.ConfirmedById = scope.Actor.Id;
            back.ConfirmedAt = scope.Now;
            scope.Reason = back.Reason = came ? null : InputParser.Text(input.Reason);
            if (loan.Balance().IsAllBack)
                loan.State = LoanState.Returned;
            await news.ReturnAnsweredAsync(loan, back, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await held.CommitAsync(cancellationToken);
            return back;
        }
    }
}
