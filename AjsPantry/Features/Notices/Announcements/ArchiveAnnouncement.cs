using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Notices.Announcements;

/// <summary>Puts an announcement away before its day. It stays among the earlier ones and can be brought back.</summary>
public sealed class ArchiveAnnouncement(PantryDb db, Scope scope, Notify notify)
{
    /// <returns>False when the person has no such announcement to put away. One that is put away already stays as it is.</returns>
    public Task<bool> HandleAsync(Guid id, CancellationToken cancellationToken) =>
        // Changed in the same moment: putting away wins whatever the change was.
        db.RetryOnConflictAsync(() => OnceAsync(id, cancellationToken), RetryOnConflict.Changed);

    private async Task<bool> OnceAsync(Guid id, CancellationToken cancellationToken)
    {
        scope.Demand(Permission.Announce);
        if (await AnnouncementsQuery.Mine(db, scope.Actor)
            .SingleOrDefaultAsync(announcement => announcement.Id == id, cancellationToken) is not { } announcement)
            return false;
        if (announcement.ArchivedAt is not null)
            return true;
        announcement.ArchivedAt = scope.Now;
        await notify.WithdrawAsync(id, "announced", cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}
