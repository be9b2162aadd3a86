namespace AjsPantry.Features.Loans.Returns;

/// <summary>How much of a loan is back, in the loan's unit.</summary>
/// <param name="Quantity">What was lent.</param>
/// <param name="Confirmed">What the lender says came back.</param>
/// <param name="Waiting">What the borrower says it gave back, and the lender has not answered yet.</param>
public readonly record struct LoanBalance(decimal Quantity, decimal Confirmed, decimal Waiting)
{
    /// <summary>What the lender does not have back. Together with what is confirmed it makes what was lent.</summary>
    public decimal Outstanding => Quantity - Confirmed;

    /// <summary>The most that can be given back next: what is outstanding and not on its way already.</summary>
    public decimal Open => Outstanding - Waiting;

    public bool IsAllBack => Outstanding == 0;

    /// <summary>Whether the borrower can say that it gave so much back.</summary>
    public bool Takes(decimal quantity) => quantity > 0 && quantity <= Open;

    /// <summary>The borrower says that it gave so much back, which <see cref="Takes"/> allows.</summary>
    public LoanBalance GivenBack(decimal quantity) => this with { Waiting = Waiting + quantity };

    /// <summary>The lender answers to a part that waits.</summary>
    /// <param name="came">False when it did not come; it is then still with the borrower.</param>
    public LoanBalance Answered(decimal quantity, bool came) =>
        this with { Waiting = Waiting - quantity, Confirmed = came ? Confirmed + quantity : Confirmed };

    /// <param name="returns">Of one loan: how much, and what the lender said to it.</param>
    public static LoanBalance Of(decimal quantity, IEnumerable<(decimal Quantity, bool? Confirmed)> returns)
    {
        var confirmed = 0m;
        var waiting = 0m;
        foreach (var back in returns)
        {
            confirmed = confirmed + (back.Confirmed == true ? back.Quantity : 0);
            waiting = waiting + (back.Confirmed is null ? back.Quantity : 0);
        }
        return new(quantity, confirmed, waiting);
    }
}
