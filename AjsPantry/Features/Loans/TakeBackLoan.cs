using AjsPantry.Features.Shared.Forms;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Loans;

/// <summary>The lending floor takes back what it recorded, as long as the other one has not confirmed that it came.</summary>
public static class TakeBackLoan
{
    public sealed record Input : ReasonInput;

    public sealed class Validator() : ReasonValidator<Input>("Write the reason. The borrower can read it.", Loan.LongestReason);

    public sealed class Handler(PantryDb db, Scope scope, LoanNotice news)
    {
        /// <returns>Null when the floor lends no such thing. What was taken back already stays as it is.</returns>
        public async Task<Outcome<Loan>?> HandleAsync(Guid floorId, Guid id, Input input, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.ManageLoans);
            await using var held = await db.BeginWithLoanAsync(id, cancellationToken);
            if (await db.Loans.Include(loan => loan.LenderFloor)
                .SingleOrDefaultAsync(loan => loan.Id == id && loan.LenderFloorId == floorId, cancellationToken) is not { } loan)
                return null;
            if (loan.State == LoanState.Cancelled)
                return loan;
            if (loan.State != LoanState.Offered)
                return new FieldMessage("", $"{loan.Stands()} It can no longer be withdrawn.");
            loan.State = LoanState.Cancelled;
            scope.Reason = loan.Reason = InputParser.Text(input.Reason);
            await news.TakenBackAsync(loan, loan.LenderFloor!.Name, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await held.CommitAsync(cancellationToken);
            return loan;
        }
    }
}
