using AjsPantry.Infrastructure.Identity.Sessions;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.Calendar;

/// <summary>Makes a person's secret address for calendar programs, and takes it back. A person has one at a time.</summary>
public sealed class FeedLinks(PantryDb db, TimeProvider clock)
{
    public Task<FeedState?> ReadAsync(Guid memberId, CancellationToken cancellationToken) =>
        db.CalendarFeeds.AsNoTracking().Where(feed => feed.MemberId == memberId && feed.RevokedAt == null)
            .Select(feed => new FeedState(feed.CreatedAt, feed.LastReadOn)).SingleOrDefaultAsync(cancellationToken);

    /// <summary>Makes a new address; the one before stops at once.</summary>
    /// <returns>The path with its secret, which is kept nowhere.</returns>
    public Task<string> MakeAsync(Guid memberId, CancellationToken cancellationToken) =>
        // Made in another window in the same moment: the later one counts.
        db.RetryOnConflictAsync(
            () => OnceAsync(memberId, cancellationToken), RetryOnConflict.Changed, CalendarFeed.LiveIndex);

    private async Task<string> OnceAsync(Guid memberId, CancellationToken cancellationToken)
    {
        var key = SecretKey.New(db.TenantId);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await TakeBackAsync(memberId, cancellationToken);
        db.CalendarFeeds.Add(new CalendarFeed { MemberId = memberId, KeyHash = key.Hash(), CreatedAt = clock.GetUtcNow() });
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return $"/calendar/feed/{key}.ics";
    }

    public async Task TakeBackAsync(Guid memberId, CancellationToken cancellationToken)
    {
        foreach (var feed in await db.CalendarFeeds.Where(feed => feed.MemberId == memberId && feed.RevokedAt == null)
            .ToListAsync(cancellationToken))
            feed.RevokedAt = clock.GetUtcNow();
        await db.SaveChangesAsync(cancellationToken);
    }
}

/// <param name="LastReadOn">The last day on which a program read it; null before the first.</param>
public sealed record FeedState(DateTimeOffset MadeAt, DateOnly? LastReadOn);
