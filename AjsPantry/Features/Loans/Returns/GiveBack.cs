using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Loans.Returns;

/// <summary>The borrowing floor says that it gave something back, all or a part; the lender's heads are asked whether it came.</summary>
public static class GiveBack
{
    public sealed record Input
    {
        /// <summary>Made with the form.</summary>
        public Guid SubmissionId { get; set; }

        /// <summary>In the loan's unit.</summary>
        public string? Quantity { get; set; }

        /// <summary>The day on which it was given back.</summary>
        public string? Date { get; set; }
    }

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator()
        {
            RuleFor(input => input.Date).Must(typed => InputParser.Day(typed) is not null)
                .WithMessage("Choose the day on which it was given back.");
        }
    }

    /// <summary>What is wrong with how much was typed, which only the loan's unit tells; null when nothing is.</summary>
    /// <param name="unit">Null where money was lent.</param>
    public static string? QuantityProblem(Input input, string? unit, TenantView tenant) => unit is null
        ? AmountRules.Problem(input.Quantity, tenant.Culture, tenant.Formats)
        : AmountRules.QuantityProblem(input.Quantity, tenant.Culture, decimal.MaxValue);

    public sealed class Handler(PantryDb db, Scope scope, LoanNotice news)
    {
        /// <summary>Records it once, however often the form is sent.</summary>
        /// <returns>Null when the floor borrows no such thing.</returns>
        public async Task<Outcome<LoanReturn>?> HandleAsync(Guid floorId, Guid id, Input input, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.ManageLoans);
            await using var held = await db.BeginWithLoanAsync(id, cancellationToken);
            if (await db.Loans.Include(loan => loan.Returns).Include(loan => loan.BorrowerFloor)
                .SingleOrDefaultAsync(loan => loan.Id == id && loan.BorrowerFloorId == floorId, cancellationToken) is not { } loan)
                return null;
            if (loan.Returns.Find(back => back.SubmissionId == input.SubmissionId) is { } before)
                return before.Quantity == Quantity(input) && before.ReturnedOn == InputParser.Day(input.Date) ? before : SentForm.Changed;
            if (Refusal(loan, input) is { } refusal)
                return refusal;
            var back = new LoanReturn
            {
                LoanId = id,
                SubmissionId = input.SubmissionId,
                Quantity = Quantity(input),
                ReturnedOn = InputParser.Day(input.Date)!.Value,
                ReturnedById = scope.Actor.Id,
                ReturnedAt = scope.Now,
            };
            db.LoanReturns.Add(back);
            await news.GivenBackAsync(loan, back, cancellationToken);
            if (!await db.TrySaveAsync(cancellationToken, LoanReturn.SubmissionIndex))
                return new FieldMessage("", "This form was already used for another loan. Open a new form and copy what you typed below.");
            await held.CommitAsync(cancellationToken);
            return back;
        }

        private FieldMessage? Refusal(Loan loan, Input input)
        {
            var formats = scope.Tenant.Formats;
            var today = scope.Today;
            var day = InputParser.Day(input.Date)!.Value;
            var balance = loan.Balance();
            if (loan.State != LoanState.Lent)
                return new("",
                    loan.State == LoanState.Offered ? "First confirm that you received it."
                        : $"{loan.Stands()} There is nothing to give back.");
            if (balance.Open == 0)
                return new("", "Everything is already given back. The lender has to confirm it.");
            if (!balance.Takes(Quantity(input)))
                return new(nameof(Input.Quantity), $"That is more than is left: {formats.Amount(balance.Open, loan.Unit)}.");
            return day > today ? new(nameof(Input.Date), "That day is in the future.")
                : day < loan.LentOn
                ? new(nameof(Input.Date), $"It was lent on {Formats.Day(loan.LentOn, today.Year)}. Choose that day or a later one.") : null;
        }

        private decimal Quantity(Input input) => InputParser.Number(input.Quantity, 3, scope.Tenant.Culture)!.Value;
    }
}
