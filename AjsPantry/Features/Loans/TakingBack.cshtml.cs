using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Loans;

/// <summary>The lending floor takes back what nobody has confirmed.</summary>
public sealed class TakingBackModel(LoansQuery query, TakeBackLoan.Handler handler) : LoanPage(query)
{
    [BindProperty]
    public TakeBackLoan.Input Input { get; set; } = new();

    public IActionResult OnGet() => MayTakeBack ? Page() : ToLoan();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return Page();
        if (await handler.HandleAsync(Floor.Id, Id, Input, cancellationToken) is not { } outcome)
            return NotFound();
        outcome.ShowIn(ModelState, nameof(Input));
        if (!outcome.IsDone)
            return await FindAsync(cancellationToken) ? Page() : NotFound();
        Toast = $"The loan is withdrawn. {Loan.Borrower} gets a notification.";
        return ToLoan();
    }
}
