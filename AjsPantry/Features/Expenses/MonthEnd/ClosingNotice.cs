using AjsPantry.Features.Notices;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Expenses.MonthEnd;

/// <summary>Tells people of closed months, within the unit of work that makes the news. The callers save.</summary>
public sealed class ClosingNotice(PantryDb db, Notify notify, Scope scope)
{
    /// <summary>To those who may confirm it: the other admins, and the floor's heads when it was an admin who closed it.</summary>
    /// <returns>How many they are.</returns>
    public async Task<int> ClosedAsync(MonthClosing closing, CancellationToken cancellationToken)
    {
        var floor = await FloorAsync(closing, cancellationToken);
        var byAdmin = scope.Actor.Role == Role.Admin;
        var others = await db.Members.WithAccount().Where(member => member.Id != closing.ClosedById)
            .Where(member => member.Role == Role.Admin || (byAdmin && member.Role == Role.PantryHead && member.FloorId == closing.FloorId))
            .Select(member => member.Id).ToListAsync(cancellationToken);
        await notify.TellAsync(
            Draft(closing, "closed", $"{floor.Name}: please confirm {Formats.Month(closing.Month)}",
                $"{scope.ActorName} closed it. Check the report, then confirm the month or reopen it.", floor.Number),
            others, cancellationToken);
        return others.Count;
    }

    /// <summary>To whoever closed it: somebody else looked, and it is right. The other admins need not look any more.</summary>
    public async Task ConfirmedAsync(MonthClosing closing, CancellationToken cancellationToken)
    {
        var floor = await FloorAsync(closing, cancellationToken);
        await notify.WithdrawAsync(closing.Id, "closed", cancellationToken);
        await notify.TellAsync(
            Draft(closing, "confirmed", $"{floor.Name}: {Formats.Month(closing.Month)} is confirmed",
                $"{scope.ActorName} confirmed the month that you closed.", floor.Number), [closing.ClosedById], cancellationToken);
    }

    /// <summary>To whoever closed it: its bills can be changed again, and why.</summary>
    public async Task ReopenedAsync(MonthClosing closing, CancellationToken cancellationToken)
    {
        var floor = await FloorAsync(closing, cancellationToken);
        await notify.WithdrawAsync(closing.Id, "closed", cancellationToken);
        await notify.TellAsync(
            Draft(closing, "reopened", $"{floor.Name}: {Formats.Month(closing.Month)} was reopened",
                $"{scope.ActorName}: {closing.ReopenReason}", floor.Number), [closing.ClosedById], cancellationToken);
    }

    private static NoticeDraft Draft(MonthClosing closing, string what, string title, string text, int floor) =>
        new(NoticeKind.Expenses, new(closing.Id, what), title, text, $"/expenses/closing?month={closing.Month.Key()}", floor);

    private async Task<(string Name, int Number)> FloorAsync(MonthClosing closing, CancellationToken cancellationToken)
    {
        var floor = await db.Floors.Where(floor => floor.Id == closing.FloorId).Select(floor => new { floor.Name, floor.Number })
            .SingleAsync(cancellationToken);
        return (floor.Name, floor.Number);
    }
}
