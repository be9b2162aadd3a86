using AjsPantry.Features.Shared;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Loans;

/// <summary>Money that a floor lent is an amount.</summary>
public sealed class LoanAmounts(PantryDb db) : IKeepsAmounts
{
    public Task<bool> HasAmountsAsync(CancellationToken cancellationToken) =>
        db.Loans.AnyAsync(loan => loan.Kind == LoanKind.Money, cancellationToken);
}
