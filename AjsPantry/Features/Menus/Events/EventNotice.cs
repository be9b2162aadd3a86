using AjsPantry.Features.Notices;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Scopes;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.Events;

/// <summary>Tells the people whom an event is for. What is past is no news. The scope saves.</summary>
public sealed class EventNotice(PantryDb db, Notify notify, Scope scope)
{
    public Task TellNewAsync(SpecialEvent special, CancellationToken cancellationToken) =>
        TellAsync(special, "new", "", $"{special.Title}, {When(EventTime.Of(special))}", special.Text ?? $"Added by {scope.ActorName}.",
            cancellationToken);

    /// <summary>Tells the new time, and takes back what says the old one and nobody has read.</summary>
    public async Task TellMovedAsync(SpecialEvent special, EventTime before, CancellationToken cancellationToken)
    {
        await notify.WithdrawAsync(special.Id, cancellationToken);
        await TellAsync(special, "moved", EventTime.Of(special).Key, $"{special.Title} is now on {When(EventTime.Of(special))}",
            $"Before, it was on {When(before)}.", cancellationToken);
    }

    public async Task TellCancelledAsync(SpecialEvent special, CancellationToken cancellationToken)
    {
        await notify.WithdrawAsync(special.Id, cancellationToken);
        await TellAsync(special, "cancelled", "", $"{special.Title} on {When(EventTime.Of(special))} is cancelled",
            $"Cancelled by {scope.ActorName}.", cancellationToken);
    }

    private DateOnly Today => scope.Today;

    private string When(EventTime time) => time.Words(Today.Year);

    private async Task TellAsync(
        SpecialEvent special, string step, string occasion, string title, string text, CancellationToken cancellationToken)
    {
        if (EventTime.Of(special).Last < Today)
            return;
        var audience = await db.Members.OnFloorOrAny(special.FloorId)
            .Select(member => member.Id).ToListAsync(cancellationToken);
        await notify.TellAsync(
            new NoticeDraft(NoticeKind.Event, new(special.Id, step, occasion), title, text, $"/calendar/events/{special.Id}"), audience,
            cancellationToken);
    }
}
