using System.Globalization;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Loans.Returns;

/// <summary>The borrowing floor gives back all or a part.</summary>
public sealed class ReturnModel(LoansQuery query, GiveBack.Handler handler) : LoanPage(query)
{
    [BindProperty]
    public GiveBack.Input Input { get; set; } = new();

    /// <summary>The form with all that is left, given back today.</summary>
    public IActionResult OnGet()
    {
        if (!MayGiveBack)
            return ToLoan();
        var open = Loan.Balance.Open;
        var all = Loan.Unit is null ? Formats.Typed(open) : open.ToString("0.###", CultureInfo.GetCultureInfo(Tenant.Culture));
        Input = new() { SubmissionId = Guid.NewGuid(), Quantity = all, Date = Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (GiveBack.QuantityProblem(Input, Loan.Unit, Tenant) is { } problem)
            ModelState.AddModelError("Input.Quantity", problem);
        if (!ModelState.IsValid)
            return Page();
        if (await handler.HandleAsync(Floor.Id, Id, Input, cancellationToken) is not { } outcome)
            return NotFound();
        outcome.ShowIn(ModelState, nameof(Input));
        if (!outcome.IsDone)
            return await FindAsync(cancellationToken) ? Page() : NotFound();
        Toast = $"{Amount(outcome.Value.Quantity)} is recorded. {Loan.Lender} was asked to confirm it.";
        return ToLoan();
    }
}
