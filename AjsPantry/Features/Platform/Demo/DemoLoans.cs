using AjsPantry.Features.Loans;
using AjsPantry.Features.Loans.Returns;

namespace AjsPantry.Features.Platform.Demo;

/// <summary>Between two floors: one thing offered, one lent and partly given back, one overdue, and one that is back.</summary>
internal sealed class DemoLoans(DemoStage stage, DemoFloor first, DemoFloor second)
{
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var plates = await LendAsync(second, first, LoanKind.Equipment, "Steel plates", 20, "pcs", -30, null, null, cancellationToken);
        await ReceiveAsync(plates, first, -30, cancellationToken);
        await ReceiveBackAsync(await GiveBackAsync(plates, first, 20, -28, cancellationToken), second, -28, cancellationToken);
        var gas = await LendAsync(
            second, first, LoanKind.Money, "For the gas cylinder", 1000, null, -10, -1, null, cancellationToken);
        await ReceiveAsync(gas, first, -10, cancellationToken);
        var rice = await LendAsync(first, second, LoanKind.Grocery, "Basmati rice", 5, "kg", -6, 8, null, cancellationToken);
        await ReceiveAsync(rice, second, -6, cancellationToken);
        await ReceiveBackAsync(await GiveBackAsync(rice, second, 2, -2, cancellationToken), first, -2, cancellationToken);
        await GiveBackAsync(rice, second, 1.5m, 0, cancellationToken);
        await LendAsync(first, second, LoanKind.Equipment, "Big pressure cooker", 1, "pcs", 0, 3,
            "The lid sticks; turn it to the left.", cancellationToken);
    }

    private Task<Loan> LendAsync(DemoFloor lender, DemoFloor borrower, LoanKind kind, string item, decimal quantity, string? unit, int day,
        int? due, string? notes, CancellationToken cancellationToken)
    {
        var input = new LendItem.Input
        {
            SubmissionId = Guid.CreateVersion7(),
            Floor = borrower.Id.ToString(),
            Kind = kind.ToString(),
            Item = item,
            Quantity = DemoText.Of(quantity),
            Unit = unit,
            DueOn = due is { } days ? DemoText.Of(stage.Today.AddDays(days)) : null,
            Notes = notes,
        };
        return stage.DoAsync(lender.Head, stage.At(day, 8), input,
            (LendItem.Handler loans) => loans.HandleAsync(lender.View, input, cancellationToken));
    }

    private Task<Loan> ReceiveAsync(Loan loan, DemoFloor borrower, int day, CancellationToken cancellationToken)
    {
        var input = new AnswerLoan.Input { Decision = AnswerLoan.Came };
        return stage.ChangeAsync(borrower.Head, stage.At(day, 9), input,
            (AnswerLoan.Handler loans) => loans.OfferAsync(borrower.Id, loan.Id, input, cancellationToken));
    }

    private Task<LoanReturn> GiveBackAsync(
        Loan loan, DemoFloor borrower, decimal quantity, int day, CancellationToken cancellationToken)
    {
        var input = new GiveBack.Input
        {
            SubmissionId = Guid.CreateVersion7(),
            Quantity = DemoText.Of(quantity),
            Date = DemoText.Of(stage.Today.AddDays(day)),
        };
        return stage.ChangeAsync(borrower.Head, stage.At(day, 9, 30), input,
            (GiveBack.Handler returns) => returns.HandleAsync(borrower.Id, loan.Id, input, cancellationToken));
    }

    private Task<LoanReturn> ReceiveBackAsync(LoanReturn back, DemoFloor lender, int day, CancellationToken cancellationToken)
    {
        var input = new AnswerLoan.Input { Decision = AnswerLoan.Came };
        return stage.ChangeAsync(lender.Head, stage.At(day, 20), input,
            (AnswerLoan.Handler loans) => loans.ReturnAsync(lender.Id, back.LoanId, back.Id, input, cancellationToken));
    }
}
