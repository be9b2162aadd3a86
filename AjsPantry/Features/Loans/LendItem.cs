using AjsPantry.Features.Shared.Goods;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Loans;

/// <summary>A floor lends something to another floor of the tenant, whose heads are asked whether it came.</summary>
public static class LendItem
{
    /// <summary>Nobody lends for longer.</summary>
    private const int YearsAhead = 5;

    /// <summary>numeric(12,3): nine digits before the point.</summary>
    private const decimal Most = 999_999_999m;

    public sealed record Input
    {
        /// <summary>Made with the form.</summary>
        public Guid SubmissionId { get; set; }

        /// <summary>The id of the floor that borrows.</summary>
        public string? Floor { get; set; }

        public string? Kind { get; set; }

        public string? Item { get; set; }

        /// <summary>An amount of the tenant's currency when it is money.</summary>
        public string? Quantity { get; set; }

        /// <summary>One of <see cref="Units"/>; money has none, whatever is chosen.</summary>
        public string? Unit { get; set; }

        public string? DueOn { get; set; }

        public string? Notes { get; set; }
    }

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator(Scope scope)
        {
            var culture = scope.Tenant.Culture;
            var formats = scope.Tenant.Formats;
            RuleFor(input => input.Floor).Must(floor => Guid.TryParse(floor, out _)).WithMessage("Choose who borrows it.");
            RuleFor(input => input.Kind).Must(kind => KindOf(kind) is not null).WithMessage("Choose what it is.");
            RuleFor(input => input.Item).Words("Write what you lend.", Loan.LongestItem);
            RuleFor(input => input.Quantity).Custom((typed, context) =>
            {
                if (KindOf(context.InstanceToValidate.Kind) != LoanKind.Money)
                    AmountRules.CheckQuantity(typed, culture, context, Most);
                else if (QuantityOf(context.InstanceToValidate, culture) > Most)
                    context.AddFailure($"Use {formats.Money(Most)} or less.");
                else
                    AmountRules.Check(typed, culture, formats, context, required: true);
            });
            RuleFor(input => input.Unit).Must(unit => Units.All.Contains(unit)).When(input => KindOf(input.Kind) != LoanKind.Money)
                .WithMessage("Choose the unit.");
            RuleFor(input => input.DueOn).Must(typed => string.IsNullOrWhiteSpace(typed) || InputParser.Day(typed) is not null)
                .WithMessage("Choose the day, or leave it empty.");
            RuleFor(input => input.Notes).Must(typed => InputParser.Text(typed).Length <= Loan.LongestNotes)
                .WithMessage($"Use {Loan.LongestNotes} characters at most.");
        }
    }

    private static LoanKind? KindOf(string? typed) => Enum.GetNames<LoanKind>().Contains(typed) ? Enum.Parse<LoanKind>(typed!) : null;

    private static decimal? QuantityOf(Input input, string culture) =>
        InputParser.Number(input.Quantity, KindOf(input.Kind) == LoanKind.Money ? 2 : 3, culture);

    public sealed class Handler(PantryDb db, Scope scope, LoanNotice news)
    {
        private static readonly FieldMessage Used = new("", "This form was already used. Open a new form and copy what you typed below.");

        /// <summary>Lends, or answers with what the same form lent before.</summary>
        public async Task<Outcome<Loan>> HandleAsync(FloorView lender, Input input, CancellationToken cancellationToken)
        {
            scope.Demand(Permission.ManageLoans);
            var borrower = Guid.Parse(input.Floor!);
            var today = scope.Today;
            var loan = New(lender.Id, borrower, input, today);
            if (await SentBeforeAsync(lender.Id, input.SubmissionId, cancellationToken) is { } before)
                return Again(before, loan);
            if (borrower == lender.Id
                || !await db.Floors.AnyAsync(floor => floor.Id == borrower && floor.ArchivedAt == null, cancellationToken))
                return new FieldMessage(nameof(Input.Floor), "That one is no longer in use. Choose another.");
            if (InputParser.Day(input.DueOn) is { } due && (due < today || due > today.AddYears(YearsAhead)))
                return new FieldMessage(nameof(Input.DueOn),
                    due < today ? "That day is past. Choose today or a later day."
                        : "That is too far ahead. Choose an earlier day, or leave it empty.");
            db.Loans.Add(loan);
            await news.OfferedAsync(loan, lender.Name, cancellationToken);
            return await SaveAsync(loan, cancellationToken);
        }

        private static Outcome<Loan> Again(Loan made, Loan typed) =>
            SentForm.Again(
                made, typed, loan => (loan.BorrowerFloorId, loan.Kind, loan.Item, loan.Quantity, loan.Unit, loan.DueOn, loan.Notes));

        private Loan New(Guid lender, Guid borrower, Input input, DateOnly today)
        {
            var kind = KindOf(input.Kind)!.Value;
            return new()
            {
                LenderFloorId = lender,
                BorrowerFloorId = borrower,
                SubmissionId = input.SubmissionId,
                Kind = kind,
                Item = InputParser.Text(input.Item),
                Quantity = QuantityOf(input, scope.Tenant.Culture)!.Value,
                Unit = kind == LoanKind.Money ? null : input.Unit,
                LentOn = today,
                DueOn = InputParser.Day(input.DueOn),
                Notes = InputParser.Text(input.Notes) is { Length: > 0 } notes ? notes : null,
                LentById = scope.Actor.Id,
                LentAt = scope.Now,
            };
        }

        private async Task<Outcome<Loan>> SaveAsync(Loan loan, CancellationToken cancellationToken)
        {
            if (!await db.TrySaveAsync(cancellationToken, Loan.SubmissionIndex))
                return await SentBeforeAsync(loan.LenderFloorId, loan.SubmissionId, cancellationToken) is { } before ? Again(before, loan)
                    : Used;
            return loan;
        }

        private Task<Loan?> SentBeforeAsync(Guid lender, Guid submissionId, CancellationToken cancellationToken)
        {
            var me = scope.Actor.Id;
            return db.Loans.AsNoTracking()
                .SingleOrDefaultAsync(
                    loan => loan.SubmissionId == submissionId && loan.LentById == me && loan.LenderFloorId == lender, cancellationToken);
        }
    }
}
