using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.Events;

/// <summary>Takes an event off the calendar. It stays in the books.</summary>
public sealed class CancelEvent(PantryDb db, EventNotice news, TimeProvider clock, Scope scope)
{
    /// <returns>False when there is no such event. One that was cancelled already stays as it is.</returns>
    public Task<bool> HandleAsync(Guid floorId, Guid id, CancellationToken cancellationToken) =>
        // Changed or cancelled in the same moment: cancelling wins whatever the change was.
        db.RetryOnConflictAsync(() => OnceAsync(floorId, id, cancellationToken), RetryOnConflict.Changed, RetryOnConflict.Taken);

    private async Task<bool> OnceAsync(Guid floorId, Guid id, CancellationToken cancellationToken)
    {
        scope.Demand(Permission.ManageEvents);
        if (await EventQuery.Of(db.SpecialEvents, floorId, id).SingleOrDefaultAsync(cancellationToken) is not { } special)
            return false;
        if (special.CancelledAt is not null)
            return true;
        special.CancelledAt = clock.GetUtcNow();
        await news.TellCancelledAsync(special, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}
