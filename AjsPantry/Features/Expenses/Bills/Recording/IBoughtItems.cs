using AjsPantry.Features.Shared.Goods;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Expenses.Bills.Recording;

/// <summary>What was bought and is put on bills. Whoever keeps the list of it registers this.</summary>
public interface IBoughtItems
{
    /// <summary>The message of a lost race.</summary>
    static readonly FieldMessage Taken = new(
        "", "Someone else put one of these items on another bill. Nothing is saved yet. Remove it here, or look at the other bill.");

    /// <summary>The race was lost to whoever put one of the items on another bill.</summary>
    bool AreTaken(DbUpdateConcurrencyException exception);

    /// <summary>
    /// Puts bought items on a bill and takes them off, within the unit of work of the bill. The caller saves; two who bill the same item
    /// meet at its version.
    /// </summary>
    /// <param name="before">The items that the bill had; empty for a new one.</param>
    /// <param name="bill">The bill as it stands now; null when it is voided.</param>
    /// <returns>Why it cannot be; null when the items follow.</returns>
    Task<FieldMessage?> FollowAsync(
        Guid floorId, IReadOnlyCollection<Guid> before, BillDraft? bill, CancellationToken cancellationToken);

    /// <summary>
    /// Bought items of a floor that are on no bill yet, for the form of a bill; those that are not there or not bought are left out.
    /// </summary>
    Task<List<BoughtItem>> ToBillAsync(Guid floorId, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    /// <summary>All that is bought on a floor and stands on no bill.</summary>
    Task<NotBilled> NotBilledAsync(Guid floorId, CancellationToken cancellationToken);

    /// <summary>How much was bought on days from one until before another, and stands on no bill.</summary>
    Task<int> CountNotBilledAsync(Guid floorId, DateOnly from, DateOnly before, CancellationToken cancellationToken);
}

/// <param name="Price">What was paid for all of it; null when nobody knows yet.</param>
public sealed record BoughtItem(
    Guid Id, string Name, decimal Quantity, string Unit, decimal? Price, Category Category, string? Shop, DateOnly? BoughtOn);

/// <summary>What is bought and stands on no bill.</summary>
/// <param name="Paid">What was paid for those of which that is known.</param>
public sealed record NotBilled(int Items, decimal Paid);
