using AjsPantry.Features.Shared.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Loans;

/// <summary>A page about one loan in which the floor has a part. Others answer 404.</summary>
public abstract class LoanPage(LoansQuery query) : ThingPage<LoanView>
{
    public LoanView Loan => Thing;

    public bool Lends => Loan.IsLentBy(Floor.Id);

    public bool MayAnswer => !Lends && Loan.State == LoanState.Offered;

    public bool MayTakeBack => Lends && Loan.State == LoanState.Offered;

    public bool MayGiveBack => !Lends && Loan.State == LoanState.Lent && Loan.Balance.Open > 0;

    /// <summary>5 kg, or an amount of money.</summary>
    public string Amount(decimal quantity) => Formats.Amount(quantity, Loan.Unit);

    /// <summary>5 kg Basmati rice.</summary>
    public string What => $"{Amount(Loan.Quantity)}{(Loan.Unit is null ? ", " : " ")}{Loan.Item}";

    protected override Task<LoanView?> ReadAsync(CancellationToken cancellationToken) => query.FindAsync(Floor.Id, Id, cancellationToken);

    protected RedirectToPageResult ToLoan() => ToPage("/Loans/Loan", new { Loan.Id });
}
