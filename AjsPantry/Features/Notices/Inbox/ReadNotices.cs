using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Notices.Inbox;

/// <summary>Marks what the signed-in person was told as read. Nobody reads for another.</summary>
public sealed class ReadNotices(PantryDb db, Scope scope)
{
    /// <returns>Where the notice leads; null when the person has no such notice.</returns>
    public async Task<string?> OpenAsync(Guid id, CancellationToken cancellationToken)
    {
        scope.Demand(Permission.ReadNotices);
        var me = scope.Actor.Id;
        if (await db.Notices.SingleOrDefaultAsync(notice => notice.Id == id && notice.MemberId == me, cancellationToken) is not { } notice)
            return null;
        notice.ReadAt ??= scope.Now;
        await db.SaveChangesAsync(cancellationToken);
        return notice.Path;
    }

    /// <returns>How much was new.</returns>
    public Task<int> AllAsync(CancellationToken cancellationToken)
    {
        scope.Demand(Permission.ReadNotices);
        var me = scope.Actor.Id;
        var notices = db.Notices;
        var now = scope.Now;
        // At once and without the trail, which holds nothing of notices: whoever was away for long has many.
        return notices.Where(notice => notice.MemberId == me && notice.ReadAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(notice => notice.ReadAt, now), cancellationToken);
    }
}
