using AjsPantry.Features.Notices;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Procurement;

/// <summary>Tells people what they are to buy, within the unit of work that says so. The callers save.</summary>
public sealed class ShoppingNews(PantryDb db, Notify notify)
{
    /// <summary>One message of all items that somebody was given at once.</summary>
    public async Task GivenAsync(IReadOnlyList<ShoppingItem> items, CancellationToken cancellationToken)
    {
        foreach (var group in items.Where(item => item.AssigneeId is not null).GroupBy(item => item.AssigneeId!.Value))
        {
            var first = group.First();
            var title = group.Count() == 1 ? $"{first.Name} is yours to buy" : $"{group.Count()} things are yours to buy";
            var floor = await db.Floors.Where(row => row.Id == first.FloorId).Select(row => row.Number).SingleAsync(cancellationToken);
            var words = string.Join(", ", group.Select(item => $"{item.Quantity:0.###} {item.Unit} {item.Name}")) + ".";
            await notify.TellAsync(new NoticeDraft(NoticeKind.Shopping, $"{Cause(first.Id)}:{group.Key}", title, words, "/shopping", floor), [group.Key], cancellationToken);
        }
    }

    /// <summary>It is not theirs any more: what nobody has read yet is taken back.</summary>
    public Task TakenAsync(ShoppingItem item, CancellationToken cancellationToken) => notify.WithdrawAsync(Cause(item.Id), cancellationToken);

    private static string Cause(Guid id) => $"shopping:{id}";
}
