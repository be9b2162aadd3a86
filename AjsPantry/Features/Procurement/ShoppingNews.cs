using AjsPantry.Features.Notices;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Procurement;

/// <summary>Tells people what they are to buy, within the unit of work that says so. The callers save.</summary>
public sealed class ShoppingNews(PantryDb db, Notify notify, Caller caller)
{
    /// <summary>One message of all items that somebody was given at once.</summary>
    public async Task GivenAsync(IReadOnlyList<ShoppingItem> items, CancellationToken cancellationToken)
    {
        foreach (var group in items.Where(item => item.AssigneeId is not null).GroupBy(item => item.AssigneeId!.Value))
        {
            var first = group.First();
            var title = group.Count() == 1 ? $"{first.Name} is yours to buy" : $"{group.Count()} things are yours to buy";
            var floor = await db.Floors.Where(row => row.Id == first.FloorId).Select(row => row.Number).SingleAsync(cancellationToken);
            var words = string.Join(", ", group.Select(item => $"{caller.Person!.Tenant.Formats.Quantity(item.Quantity, item.Unit)} {item.Name}")) + ".";
            await notify.TellAsync(new NoticeDraft(NoticeKind.Shopping, group.Count() == 1 ? $"{Cause(first)}{first.Version}" : $"shopping:list:{first.SubmissionId}:{first.Version}", title, words, "/shopping", floor), [group.Key], cancellationToken);
        }
    }

    /// <summary>It is not theirs any more: what nobody has read yet of it alone is taken back. News of several things leads to the list, which says how they stand.</summary>
    public Task TakenAsync(ShoppingItem item, CancellationToken cancellationToken) => notify.WithdrawAsync(Cause(item), cancellationToken);

    /// <summary>The version follows, so that somebody who gets a thing a second time is told again.</summary>
    private static string Cause(ShoppingItem item) => $"shopping:{item.Id}:";
}
