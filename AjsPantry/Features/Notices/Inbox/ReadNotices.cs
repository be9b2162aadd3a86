using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Notices.Inbox;

/// <summary>Marks what the signed-in person was told as read. Nobody reads for another.</summary>
public sealed class ReadNotices(PantryDb db, Caller caller, TimeProvider clock)
{
    /// <returns>Where the notice leads; null when the person has no such notice.</returns>
    public async Task<string?> OpenAsync(Guid id, CancellationToken cancellationToken)
    {
        var me = caller.Person!.Id;
        if (await db.Notices.SingleOrDefaultAsync(notice => notice.Id == id && notice.MemberId == me, cancellationToken) is not { } notice)
            return null;
        notice.ReadAt ??= clock.GetUtcNow();
        await db.SaveChangesAsync(cancellationToken);
        return notice.Path;
    }

    /// <returns>How much was new.</returns>
    public Task<int> AllAsync(CancellationToken cancellationToken)
    {
        var me = caller.Person!.Id;
        var notices = db.Notices;
        var now = clock.GetUtcNow();
        // At once and without the trail, which holds nothing of notices: whoever was away for long has many.
        return notices.Where(notice => notice.MemberId == me && notice.ReadAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(notice => notice.ReadAt, now), cancellationToken);
    }
}
