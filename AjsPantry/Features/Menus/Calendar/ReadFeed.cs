using AjsPantry.Features.Menus.Events;
using AjsPantry.Features.Shared.Calendar;
using AjsPantry.Infrastructure.Identity.Sessions;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.Calendar;

/// <summary>What a calendar program gets for a person's secret address: their cooking days and meals, and the floor's events.</summary>
public sealed class ReadFeed(TenantScopes scopes, SiteAddress site, TimeProvider clock)
{
    public const int DaysBack = 90;
    public const int DaysAhead = 120;

    /// <summary>How long before tea whoever makes it is reminded by their own program.</summary>
    private const int MinutesBeforeTea = 30;

    /// <returns>Null for every address that shows nothing, whatever the reason.</returns>
    public async Task<byte[]?> HandleAsync(string typed, CancellationToken cancellationToken)
    {
        if (!SecretKey.TryParse(typed, out var key))
            return null;
        await using var scope = scopes.Open(key.TenantId);
        var db = scope.ServiceProvider.GetRequiredService<PantryDb>();
        if (await HolderAsync(db, key.Hash(), cancellationToken) is not { } holder)
            return null;
        var tenant = await db.Tenants.Select(TenantView.Of).SingleAsync(cancellationToken);
        var today = tenant.Today(clock);
        await NoteAsync(db, holder, today, cancellationToken);
        var entries = await EntriesAsync(scope.ServiceProvider, holder, today, cancellationToken);
        var changes = await ChangesAsync(db, [.. entries.Select(entry => entry.Id)], cancellationToken);
        return IcsFile.Write($"AJS Pantry, {tenant.Name}", entries.Select(entry => DayOf(entry, holder, tenant, changes)));
    }

    private static Task<Holder?> HolderAsync(PantryDb db, byte[] hash, CancellationToken cancellationToken)
    {
        var feeds = db.CalendarFeeds;
        var holders =
            from feed in feeds
            from tenant in db.Tenants
            where feed.KeyHash == hash && feed.RevokedAt == null && feed.Member!.DeactivatedAt == null && tenant.SuspendedAt == null
            select new Holder(feed.Id, feed.MemberId, feed.Member!.FloorId, feed.LastReadOn);
        return holders.SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Once a day. Being read is no change that anybody made, so the audit trail keeps out of it.</summary>
    private static async Task NoteAsync(PantryDb db, Holder holder, DateOnly today, CancellationToken cancellationToken)
    {
        if (holder.LastReadOn != today)
            await db.CalendarFeeds.Where(feed => feed.Id == holder.FeedId)
                .ExecuteUpdateAsync(set => set.SetProperty(feed => feed.LastReadOn, today), cancellationToken);
    }

    /// <summary>People without a floor of their own have the events of every floor.</summary>
    private static async Task<IReadOnlyList<CalendarEntry>> EntriesAsync(
        IServiceProvider services, Holder holder, DateOnly today, CancellationToken cancellationToken)
    {
        var from = today.AddDays(-DaysBack);
        var to = today.AddDays(DaysAhead);
        if (holder.FloorId is not { } floorId)
            return await services.GetRequiredService<EventCalendar>().OfAllFloorsAsync(from, to, cancellationToken);
        var span = new CalendarSpan(floorId, from, to, holder.MemberId);
        var all = await services.GetRequiredService<CalendarQuery>().ReadAsync(span, cancellationToken);
        return Own(all);
    }

    /// <summary>
    /// A turn is one entry with the meal that its room cooks, and none where others are named to cook that day. Where a meal names nobody,
    /// the turn says what is cooked.
    /// </summary>
    private static IReadOnlyList<CalendarEntry> Own(IReadOnlyList<CalendarEntry> all)
    {
        var meals = all.Where(entry => entry.Kind == EntryKind.Meal).ToLookup(entry => entry.Date);
        return
        [
            .. all.Where(entry => entry.Kind == EntryKind.Event || (entry.Mine && entry.Kind != EntryKind.Suggestion))
                .Where(entry => entry.Kind != EntryKind.Turn || meals[entry.Date].All(meal => meal.Who is null))
                .Select(entry => entry.Kind == EntryKind.Turn && meals[entry.Date].Any() ? Told(entry, meals[entry.Date]) : entry),
        ];
    }

    private static CalendarEntry Told(CalendarEntry turn, IEnumerable<CalendarEntry> meals) =>
        turn with { Title = string.Join(", ", meals.Select(meal => meal.Title)) };

    private static Task<Dictionary<Guid, DateTimeOffset>> ChangesAsync(
        PantryDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        db.AuditEntries.Where(entry => ids.Contains(entry.ThingId)).GroupBy(entry => entry.ThingId)
            .Select(entries => new { Id = entries.Key, At = entries.Max(entry => entry.At) })
                .ToDictionaryAsync(change => change.Id, change => change.At, cancellationToken);

    private IcsDay DayOf(CalendarEntry entry, Holder holder, TenantView tenant, Dictionary<Guid, DateTimeOffset> changes)
    {
        var changed = changes.TryGetValue(entry.Id, out var at) ? at : new DateTimeOffset(entry.Date, TimeOnly.MinValue, TimeSpan.Zero);
        return entry.Kind switch
        {
            EntryKind.Meal =>
                new(Uid("meal", $"{entry.Id:N}"), entry.Date, $"You cook {entry.Meal}: {entry.Title}", entry.Text, changed,
                    site.ForMail($"/menus/{entry.Id}")),
            // The rota writes its rows anew when the order changes; the day of the person stays the same.
            EntryKind.Turn =>
                new(Uid("turn", $"{entry.Date:yyyyMMdd}-{holder.MemberId:N}"), entry.Date, $"Your cooking turn: {entry.Title}", entry.Text,
                    changed, site.ForMail("/menus/turns")),
            EntryKind.Event =>
                new(Uid("event", $"{entry.Id:N}"), entry.Date, entry.Title, entry.Text, changed,
                    site.ForMail($"/calendar/events/{entry.Id}"), entry.Until, TimeOf(entry, tenant)),
            EntryKind.Tea =>
                new(Uid("tea", $"{entry.Id:N}"), entry.Date, $"You make tea: {entry.Text}", null, changed,
                    site.ForMail($"/tea/duty/{entry.Id}"), null, TimeOf(entry, tenant)),
            var kind => new(Uid($"{kind}".ToLowerInvariant(), $"{entry.Id:N}"), entry.Date, entry.Title, entry.Text, changed),
        };
    }

    /// <summary>An event of a day is shown for an hour and tea for half of one, because nobody says when they end.</summary>
    private static IcsTime? TimeOf(CalendarEntry entry, TenantView tenant)
    {
        if (entry.At is not { } at)
            return null;
        var begins = tenant.At(entry.Date, at);
        if (entry.Kind == EntryKind.Tea)
            return new(begins, begins.AddMinutes(30), MinutesBeforeTea);
        return new(begins, entry.Until is { } last ? tenant.StartOf(last.AddDays(1)) : begins.AddHours(1));
    }

    private static string Uid(string kind, string key) => $"{kind}-{key}@ajs-pantry";

    private sealed record Holder(Guid FeedId, Guid MemberId, Guid? FloorId, DateOnly? LastReadOn);
}
