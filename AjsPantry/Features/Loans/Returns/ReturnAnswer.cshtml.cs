using AjsPantry.Features.Shared.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Loans.Returns;

/// <summary>The lending floor says whether what was given back came.</summary>
public sealed class ReturnAnswerModel(LoansQuery query, AnswerLoan.Handler handler) : FloorPage
{
    /// <summary>Of the part that was given back.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public AnswerLoan.Input Input { get; set; } = new();

    public ReturnView Back { get; private set; } = null!;

    public LoanView Loan { get; private set; } = null!;

    protected override async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        Back = (await query.FindReturnAsync(Floor.Id, Id, cancellationToken))!;
        Loan = Back is null ? null! : (await query.FindAsync(Floor.Id, Back.LoanId, cancellationToken))!;
        return Back is not null;
    }

    /// <summary>What is answered is shown as it is.</summary>
    public IActionResult OnGet() => Back.Confirmed is null ? Page() : ToLoan();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return Page();
        if (await handler.ReturnAsync(Floor.Id, Loan.Id, Id, Input, cancellationToken) is not { } outcome)
            return NotFound();
        outcome.ShowIn(ModelState, nameof(Input));
        if (!outcome.IsDone)
            return await FindAsync(cancellationToken) ? Page() : NotFound();
        Toast = $"Your answer went to {Loan.Borrower}.";
        return ToLoan();
    }

    private RedirectToPageResult ToLoan() => ToPage("/Loans/Loan", new { Loan.Id });
}
