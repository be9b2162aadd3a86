using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Notices.Inbox;

/// <summary>What the signed-in person was told, the newest first.</summary>
public sealed class InboxQuery(PantryDb db, Scope scope)
{
    public Task<PageOf<NoticeView>> ReadAsync(int page, CancellationToken cancellationToken)
    {
        var me = scope.Actor.Id;
        return db.Notices.AsNoTracking()
            .Where(notice => notice.MemberId == me && (notice.ReadAt == null || notice.ReadAt != Notice.NeverShown))
            .OrderByDescending(notice => notice.CreatedAt).ThenByDescending(notice => notice.Id)
            .Select(notice => new NoticeView(notice.Id, notice.Kind, notice.Title, notice.Text, notice.CreatedAt, notice.ReadAt == null))
            .PageAsync(page, cancellationToken);
    }

    /// <summary>Whether the person has such a notice.</summary>
    public Task<bool> HasAsync(Guid id, CancellationToken cancellationToken)
    {
        var me = scope.Actor.Id;
        return db.Notices.AnyAsync(notice => notice.Id == id && notice.MemberId == me, cancellationToken);
    }
}

public sealed record NoticeView(Guid Id, NoticeKind Kind, string Title, string Text, DateTimeOffset At, bool IsNew);
