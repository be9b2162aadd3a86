using AjsPantry.Features.Menus.CookingTurns.Rota;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Scopes;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.CookingTurns.Days;

/// <summary>
/// Takes a room that goes out of use off the coming turns. Its days go to the next in the order; today's stays, since somebody counts on
/// it.
/// </summary>
public sealed class ReleaseRoom(PantryDb db, WriteTurns turns, FollowTurns follow, Scope scope)
{
    /// <summary>Within the caller's transaction, after the room was archived and saved. Saves.</summary>
    public async Task HandleAsync(Guid floorId, Guid roomId, CancellationToken cancellationToken)
    {
        await db.HoldTurnsAsync(floorId, cancellationToken);
        var today = scope.Today;
        var before = await follow.BeforeAsync(floorId, today.AddDays(1), cancellationToken);
        var own = await db.Duties.Where(duty => duty.FloorId == floorId && duty.RoomId == roomId && duty.Date > today)
            .ToListAsync(cancellationToken);
        // A day that was given to it, and a turn that it took over, go back to the order.
        db.Duties.RemoveRange(own.Where(duty => duty.Origin == DutyOrigin.Given));
        foreach (var duty in own.Where(duty => duty.Origin == DutyOrigin.Swap))
            duty.Origin = DutyOrigin.Rota;
        await db.SaveChangesAsync(cancellationToken);
        await turns.RewriteAsync(floorId, today.AddDays(1), today, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await follow.AfterAsync(floorId, before, today.AddDays(1), cancellationToken);
    }
}
