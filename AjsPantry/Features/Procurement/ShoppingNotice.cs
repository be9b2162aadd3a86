using AjsPantry.Features.Notices;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Procurement;

/// <summary>Tells people what they are to buy, within the unit of work that says so. The callers save.</summary>
public sealed class ShoppingNotice(PantryDb db, Notify notify, Scope scope)
{
    /// <summary>One message of all items that somebody was given at once.</summary>
    public async Task GivenAsync(IReadOnlyList<ShoppingItem> items, CancellationToken cancellationToken)
    {
        foreach (var group in items.Where(item => item.AssigneeId is not null).GroupBy(item => item.AssigneeId!.Value))
        {
            var first = group.First();
            var title = group.Count() == 1 ? $"{first.Name} is yours to buy" : $"{group.Count()} things are yours to buy";
            var floor = await db.Floors.Where(row => row.Id == first.FloorId).Select(row => row.Number).SingleAsync(cancellationToken);
            var words = string.Join(
                ", ", group.Select(item => $"{scope.Tenant.Formats.Quantity(item.Quantity, item.Unit)} {item.Name}")) + ".";
            // The version follows, so that somebody who gets a thing a second time is told again.
            var about = new Subject(group.Count() == 1 ? first.Id : first.SubmissionId, "given", $"{first.Version}");
            await notify.TellAsync(
                new NoticeDraft(NoticeKind.Shopping, about, title, words, "/shopping", floor), [group.Key], cancellationToken);
        }
    }

    /// <summary>To whoever is to buy it: it is another thing, or as much of it, or by another day.</summary>
    public Task ChangedAsync(ShoppingItem item, CancellationToken cancellationToken)
    {
        var formats = scope.Tenant.Formats;
        var year = item.AddedAt.Year;
        var by = item.NeededBy is { } day ? $", needed by {Formats.Day(day, year)}" : "";
        return TellAsync(item, "changed", $"{item.Name}: {scope.ActorName} changed your shopping",
            $"{formats.Quantity(item.Quantity, item.Unit)} {item.Name}{by}.{(item.Note is null ? "" : $" {item.Note}")}",
            cancellationToken);
    }

    /// <summary>To whoever was to buy it.</summary>
    public Task CancelledAsync(ShoppingItem item, CancellationToken cancellationToken) =>
        TellAsync(item, "cancelled", $"{item.Name} is no longer needed", $"{scope.ActorName}: {item.CancelReason}", cancellationToken);

    /// <summary>The version is the one before the change: each change is told once, and a form that is sent twice changes once.</summary>
    private async Task TellAsync(ShoppingItem item, string what, string title, string text, CancellationToken cancellationToken)
    {
        if (item.AssigneeId is not { } buyer)
            return;
        var floor = await db.Floors.Where(row => row.Id == item.FloorId).Select(row => row.Number).SingleAsync(cancellationToken);
        await notify.TellAsync(new NoticeDraft(NoticeKind.Shopping, new(item.Id, what, $"{item.Version}"), title, text, "/shopping", floor),
            [buyer], cancellationToken);
    }

    /// <summary>
    /// It is not theirs any more: what nobody has read yet of it alone is taken back. News of several things leads to the list, which says
    /// how they stand.
    /// </summary>
    public Task TakenAsync(ShoppingItem item, CancellationToken cancellationToken) => notify.WithdrawAsync(item.Id, cancellationToken);
}
