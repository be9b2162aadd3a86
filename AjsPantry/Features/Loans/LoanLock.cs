using AjsPantry.Features.Loans.Returns;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace AjsPantry.Features.Loans;

/// <summary>
/// What both floors do with one loan happens one after another, so that of two at once one wins and the other reads what it is now.
/// </summary>
internal static class LoanLock
{
    /// <summary>
    /// Begins a transaction that holds the loan. What is read of it and its returns after this stays true until the commit.
    /// </summary>
    public static async Task<IDbContextTransaction> BeginWithLoanAsync(this PantryDb db, Guid id, CancellationToken cancellationToken)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"SELECT FROM loans WHERE tenant_id = {db.TenantId} AND id = {id} FOR NO KEY UPDATE", cancellationToken);
        return transaction;
    }

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
