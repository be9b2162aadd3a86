using AjsPantry.Features.Loans.Returns;

namespace AjsPantry.Features.Loans;

/// <summary>How a loan stands.</summary>
internal static class LoanStanding
{
    /// <summary>The balance of a loan whose returns are loaded.</summary>
    public static LoanBalance Balance(this Loan loan) =>
        LoanBalance.Of(loan.Quantity, loan.Returns.Select(back => (back.Quantity, back.Confirmed)));

    /// <summary>The sentence for what comes too late.</summary>
    public static string Stands(this Loan loan) => loan.State switch
    {
        LoanState.Offered => "It is not confirmed yet.",
        LoanState.Lent => "The borrower has confirmed it.",
        LoanState.Returned => "Everything was given back.",
        LoanState.Declined => "The borrower did not receive it.",
        _ => "It was withdrawn.",
    };
}
