namespace AjsPantry.Features.Loans;

/// <summary>One loan, what came back of it, and what is to be done next.</summary>
public sealed class LoanModel(LoansQuery query) : LoanPage(query)
{
    private readonly LoansQuery _query = query;

    public IReadOnlyList<ReturnView> Returns { get; private set; } = [];

    public string Answer => (Loan.State, Lends) switch
    {
        (LoanState.Offered, true) => $"{Loan.Borrower} has not confirmed it yet",
        (LoanState.Offered, _) => "Did you receive it?",
        (LoanState.Lent, true) when Loan.Waiting > 0 => $"Did {Amount(Returns.Last(back => back.Confirmed is null).Quantity)} come back?",
        (LoanState.Lent, true) => $"{Amount(Loan.Balance.Outstanding)} is still with {Loan.Borrower}",
        (LoanState.Lent, _) when Loan.Balance.Open == 0 => $"{Loan.Lender} has not confirmed the return yet",
        (LoanState.Lent, _) => $"{Amount(Loan.Balance.Open)} to give back",
        (LoanState.Returned, _) => "Everything was given back",
        (LoanState.Declined, _) => "It was never received",
        _ => "It was withdrawn",
    };

    public async Task OnGetAsync(CancellationToken cancellationToken) => Returns = await _query.ReturnsAsync(Id, cancellationToken);
}
