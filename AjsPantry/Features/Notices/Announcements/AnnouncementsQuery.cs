using System.Linq.Expressions;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Notices.Announcements;

/// <summary>What is announced to a floor, with what is announced to everybody.</summary>
public sealed class AnnouncementsQuery(PantryDb db, Scope scope)
{
    /// <summary>The first of what is current, pinned ones before the others.</summary>
    /// <param name="floorId">Null for whoever has all floors: what is announced to any of them.</param>
    public async Task<IReadOnlyList<AnnouncementView>> CurrentAsync(
        Guid? floorId, DateOnly today, int most, CancellationToken cancellationToken) =>
        await InOrder(Current(
            db.Announcements.AsNoTracking()
                .Where(announcement => floorId == null || announcement.FloorId == null || announcement.FloorId == floorId), today))
            .Take(most).Select(AnnouncementView.Of).ToListAsync(cancellationToken);

    /// <summary>One page of what is current, or of what is over or was put away.</summary>
    public Task<PageOf<AnnouncementView>> PageAsync(
        Guid floorId, DateOnly today, bool earlier, int page, CancellationToken cancellationToken)
    {
        var own = db.Announcements.AsNoTracking().Where(announcement => announcement.FloorId == null || announcement.FloorId == floorId);
        var rows = earlier
            ? own.Where(announcement => announcement.ArchivedAt != null || announcement.Until < today)
                .OrderByDescending(announcement => announcement.CreatedAt).ThenByDescending(announcement => announcement.Id)
            : InOrder(Current(own, today));
        return rows.Select(AnnouncementView.Of).PageAsync(page, cancellationToken);
    }

    /// <returns>Null when there is none that the person may change: those of the own floor, or any for whoever has all floors.</returns>
    public Task<AnnouncementView?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        Mine(db, scope.Actor).AsNoTracking().Where(announcement => announcement.Id == id).Select(AnnouncementView.Of)
            .SingleOrDefaultAsync(cancellationToken);

    /// <summary>What the person may change.</summary>
    internal static IQueryable<Announcement> Mine(PantryDb db, SignedIn person)
    {
        Guid? floorId = person.Floor?.Id;
        var all = person.May(Permission.ChooseFloor);
        return db.Announcements.Where(announcement => all || announcement.FloorId == floorId);
    }

    private static IQueryable<Announcement> Current(IQueryable<Announcement> rows, DateOnly today) =>
        rows.Where(announcement => announcement.ArchivedAt == null && announcement.Until >= today);

    private static IQueryable<Announcement> InOrder(IQueryable<Announcement> rows) =>
        rows.OrderByDescending(announcement => announcement.Pinned).ThenByDescending(announcement => announcement.CreatedAt)
            .ThenByDescending(announcement => announcement.Id);
}

/// <param name="FloorId">Null when everybody is told.</param>
/// <param name="Floor">The floor's name; null when everybody is told.</param>
public sealed record AnnouncementView(
    Guid Id, string Title, string Text, bool Pinned, DateOnly Until, Guid? FloorId, string? Floor, string By, DateTimeOffset CreatedAt,
    DateTimeOffset? ArchivedAt, uint Version)
{
    /// <summary>Translated to SQL.</summary>
    public static readonly Expression<Func<Announcement, AnnouncementView>> Of = announcement => new AnnouncementView(
        announcement.Id, announcement.Title, announcement.Text, announcement.Pinned, announcement.Until, announcement.FloorId,
        announcement.Floor!.Name,
        announcement.CreatedBy!.Name, announcement.CreatedAt, announcement.ArchivedAt, announcement.Version);
}
