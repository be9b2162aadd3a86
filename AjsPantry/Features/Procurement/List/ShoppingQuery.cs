using System.Linq.Expressions;
using AjsPantry.Features.Expenses.Bills;
using AjsPantry.Features.People.Directory;
using AjsPantry.Features.Shared.Goods;
using AjsPantry.Infrastructure.Caching;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Procurement.List;

/// <summary>A floor's shopping list: what is needed, what is in the trolley, and what became of the rest.</summary>
public sealed class ShoppingQuery(PantryDb db, PersonChoices people, ReadCache cache)
{
    /// <summary>What is to be bought and what is bought but on no bill yet.</summary>
    public async Task<ShoppingList> ReadAsync(Guid floorId, Guid memberId, CancellationToken cancellationToken)
    {
        var rows = await cache.ReadAsync(("shopping list", floorId), async () => await Of(floorId)
            .Where(item => item.State == ShoppingState.Needed || item.State == ShoppingState.Assigned || item.State == ShoppingState.Bought)
            .OrderBy(item => item.AddedAt).ThenBy(item => item.Position).Select(View).ToListAsync(cancellationToken));
        return ShoppingList.Of(rows, memberId);
    }

    /// <summary>One page of what was billed or cancelled, the latest first.</summary>
    public Task<PageOf<ShoppingRow>> DoneAsync(Guid floorId, int page, CancellationToken cancellationToken) =>
        Of(floorId).Where(item => item.State == ShoppingState.Billed || item.State == ShoppingState.Cancelled)
            .OrderByDescending(item => item.BoughtAt ?? item.AddedAt).ThenByDescending(item => item.Id).Select(View)
                .PageAsync(page, cancellationToken);

    /// <returns>Null when the floor has no such item.</returns>
    public Task<ShoppingRow?> FindAsync(Guid floorId, Guid id, CancellationToken cancellationToken) =>
        Of(floorId).Where(item => item.Id == id).Select(View).SingleOrDefaultAsync(cancellationToken);

    /// <summary>Those of some ids that the floor has.</summary>
    public Task<List<ShoppingRow>> SomeAsync(Guid floorId, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        Of(floorId).Where(item => ids.Contains(item.Id)).Select(View).ToListAsync(cancellationToken);

    /// <summary>The bill that an item stands on; null when it stands on none.</summary>
    public Task<Guid?> BillOfAsync(Guid id, CancellationToken cancellationToken) =>
        db.BillLines.Where(line => line.ShoppingItemId == id).Select(line => (Guid?)line.BillId).SingleOrDefaultAsync(cancellationToken);

    /// <summary>The floor's active people by name, for choosing who buys.</summary>
    public Task<IReadOnlyList<PersonChoice>> PeopleAsync(Guid floorId, CancellationToken cancellationToken) =>
        people.OfFloorAsync(floorId, cancellationToken);

    private IQueryable<ShoppingItem> Of(Guid floorId) => db.ShoppingItems.AsNoTracking().Where(item => item.FloorId == floorId);

    private static readonly Expression<Func<ShoppingItem, ShoppingRow>> View = item => new ShoppingRow(
        item.Id, item.Name, item.Quantity, item.Unit, item.Category, item.Priority, item.NeededBy, item.Note, item.State, item.AssigneeId,
        item.Assignee!.Name, item.AddedBy!.Name, item.AddedAt,
        item.BoughtOn, item.BoughtById, item.BoughtBy!.Name, item.BoughtAt, item.BoughtQuantity, item.Price, item.Shop, item.CancelReason,
        item.Version);
}

/// <param name="Assignee">Who is to buy it; null while nobody is.</param>
/// <param name="Price">What was paid for all of it.</param>
public sealed record ShoppingRow(
    Guid Id, string Name, decimal Quantity, string Unit, Category Category, Priority Priority, DateOnly? NeededBy, string? Note,
    ShoppingState State, Guid? AssigneeId, string? Assignee, string? AddedBy, DateTimeOffset AddedAt,
    DateOnly? BoughtOn, Guid? BoughtById, string? BoughtBy, DateTimeOffset? BoughtAt, decimal? BoughtQuantity, decimal? Price, string? Shop,
    string? CancelReason, uint Version)
{
    public bool IsOpen => State is ShoppingState.Needed or ShoppingState.Assigned;
}

/// <summary>The list as people read it.</summary>
/// <param name="Groups">What is to be bought by who buys it: the reader's own first, then what nobody has, then the others by name.</param>
/// <param name="Trolley">What is bought and on no bill yet, the latest first.</param>
public sealed record ShoppingList(IReadOnlyList<ShoppingGroup> Groups, IReadOnlyList<ShoppingRow> Trolley)
{
    public int Open => Groups.Sum(group => group.Items.Count);

    /// <summary>Within a group the urgent come first, then what is needed soonest, then the newest.</summary>
    public static ShoppingList Of(IReadOnlyList<ShoppingRow> rows, Guid memberId) => new(
        [
            .. rows.Where(row => row.IsOpen).GroupBy(row => row.AssigneeId)
                .Select(group => new ShoppingGroup(group.Key, group.First().Assignee, group.Key == memberId,
                    [.. group.OrderBy(row => row.Priority).ThenBy(row => row.NeededBy ?? DateOnly.MaxValue)
                        .ThenByDescending(row => row.AddedAt).ThenBy(row => row.Name, StringComparer.Ordinal)]))
                .OrderByDescending(group => group.Mine).ThenBy(group => group.AssigneeId is not null)
                    .ThenBy(group => group.Assignee, StringComparer.Ordinal),
        ],
        [.. rows.Where(row => row.State == ShoppingState.Bought).OrderByDescending(row => row.BoughtAt)]);
}

/// <param name="AssigneeId">Null for what nobody buys yet.</param>
public sealed record ShoppingGroup(Guid? AssigneeId, string? Assignee, bool Mine, IReadOnlyList<ShoppingRow> Items);
