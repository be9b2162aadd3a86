using AjsPantry.Features.Shared;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Fines;

/// <summary>Fines are amounts of money.</summary>
public sealed class FineAmounts(PantryDb db) : IKeepsAmounts
{
    public Task<bool> HasAmountsAsync(CancellationToken cancellationToken) => db.Fines.AnyAsync(cancellationToken);
}
