using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Loans;

/// <summary>The borrowing floor says whether it came.</summary>
public sealed class AnswerLoanModel(LoansQuery query, AnswerLoan.Handler handler) : LoanPage(query)
{
    [BindProperty]
    public AnswerLoan.Input Input { get; set; } = new();

    /// <summary>What is answered, or not the floor's to answer, is shown as it is.</summary>
    public IActionResult OnGet() => MayAnswer ? Page() : ToLoan();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return Page();
        if (await handler.OfferAsync(Floor.Id, Id, Input, cancellationToken) is not { } outcome)
            return NotFound();
        outcome.ShowIn(ModelState, nameof(Input));
        if (!outcome.IsDone)
            return await FindAsync(cancellationToken) ? Page() : NotFound();
        Toast = $"Your answer went to {Loan.Lender}.";
        return ToLoan();
    }
}
