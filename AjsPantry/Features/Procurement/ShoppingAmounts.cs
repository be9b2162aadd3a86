using AjsPantry.Features.Shared;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Procurement;

/// <summary>What was paid for things of the list is an amount of money.</summary>
public sealed class ShoppingAmounts(PantryDb db) : IKeepsAmounts
{
    public Task<bool> HasAmountsAsync(CancellationToken cancellationToken) =>
        db.ShoppingItems.AnyAsync(item => item.Price != null, cancellationToken);
}
