using AjsPantry.Features.Shared;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Procurement;

/// <summary>What a person is still to buy.</summary>
public sealed class OpenShopping(PantryDb db, ShoppingNotice news) : IOpenWork
{
    private const int Samples = 3;

    public string Words(int count) => count == 1 ? "1 thing to buy" : $"{count} things to buy";

    public async Task<OpenWork> OfAsync(Guid memberId, CancellationToken cancellationToken)
    {
        var names = await Of(memberId).OrderBy(item => item.AddedAt).Select(item => item.Name).ToListAsync(cancellationToken);
        return new OpenWork(Words(names.Count), names.Count, [.. names.Take(Samples)]);
    }

    /// <summary>
    /// A successor of another floor does not shop for this one: then nobody has it, and whoever manages the list sees that.
    /// </summary>
    public async Task HandOverAsync(Guid fromId, Guid? toId, CancellationToken cancellationToken)
    {
        var items = await Of(fromId).ToListAsync(cancellationToken);
        var floor = toId is null ? null
            : await db.Members.Where(member => member.Id == toId).Select(member => member.FloorId).SingleOrDefaultAsync(cancellationToken);
        foreach (var item in items)
        {
            await news.TakenAsync(item, cancellationToken);
            (item.AssigneeId, item.State) = item.FloorId == floor ? (toId, ShoppingState.Assigned) : (null, ShoppingState.Needed);
        }

        await news.GivenAsync(items, cancellationToken);
    }

    private IQueryable<ShoppingItem> Of(Guid memberId) =>
        db.ShoppingItems.Where(item => item.AssigneeId == memberId && item.State == ShoppingState.Assigned);
}
