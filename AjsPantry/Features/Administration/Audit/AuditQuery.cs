using System.Globalization;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Administration.Audit;

/// <summary>
/// The tenant's audit trail, newest first. Pages are cut by the key they end at, so that the thousandth costs what the first does.
/// </summary>
public sealed class AuditQuery(PantryDb db, AuditWords words, Scope scope)
{
    public const int PerPage = 50;

    /// <summary>Every kind of thing, by its words.</summary>
    public IReadOnlyList<Choice> AllThings => words.AllThings(db.Model);

    /// <summary>The kinds of things that the trail has entries of.</summary>
    public Task<List<string>> ThingsAsync(CancellationToken cancellationToken) =>
        db.AuditEntries.Select(entry => entry.Thing).Distinct().ToListAsync(cancellationToken);

    /// <summary>One page in words: the entries, and the names of what they mention.</summary>
    public async Task<AuditPageView> PageAsync(AuditFilter filter, AuditCursor? cursor, CancellationToken cancellationToken)
    {
        var entries = await EntriesAsync(filter, cursor, PerPage + 1, cancellationToken);
        var isBackwards = cursor is { IsNewer: true };
        var hasMore = entries.Count > PerPage;
        var shown = entries.Take(PerPage).ToList();
        if (isBackwards)
            shown.Reverse();
        var views = await InWordsAsync(shown, cancellationToken);
        return new AuditPageView(
            views,
            shown.Count > 0 && (isBackwards ? hasMore : cursor is not null) ? AuditCursor.Of(shown[0], isNewer: true) : null,
            shown.Count > 0 && (isBackwards || hasMore) ? AuditCursor.Of(shown[^1], isNewer: false) : null);
    }

    /// <summary>Raw entries on one side of the cursor: older ones newest first, newer ones oldest first.</summary>
    internal Task<List<AuditEntry>> EntriesAsync(AuditFilter filter, AuditCursor? cursor, int most, CancellationToken cancellationToken)
    {
        var entries = Filtered(filter);
        if (cursor is { IsNewer: true })
        {
            return entries.Where(entry =>
                EF.Functions.GreaterThan(ValueTuple.Create(entry.At, entry.Id), ValueTuple.Create(cursor.At, cursor.Id)))
                .OrderBy(entry => entry.At).ThenBy(entry => entry.Id).Take(most).AsNoTracking().ToListAsync(cancellationToken);
        }

        if (cursor is not null)
            entries = entries.Where(entry =>
                EF.Functions.LessThan(ValueTuple.Create(entry.At, entry.Id), ValueTuple.Create(cursor.At, cursor.Id)));
        return entries.OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id).Take(most).AsNoTracking()
            .ToListAsync(cancellationToken);
    }

    internal async Task<IReadOnlyList<AuditView>> InWordsAsync(IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken)
    {
        var parsed = entries.Select(entry => new AuditText(words, db.Model, entry)).ToList();
        var names = await words.NamesAsync([.. parsed.SelectMany(text => text.Mentioned).Distinct()], cancellationToken);
        return [.. parsed.Select(text => text.InWords(names, scope.Tenant))];
    }

    private IQueryable<AuditEntry> Filtered(AuditFilter filter)
    {
        var entries = db.AuditEntries.AsQueryable();
        var tenant = scope.Tenant;
        if (InputParser.Text(filter.Who) is { Length: > 0 } who)
            entries = entries.Where(entry => EF.Functions.ILike(entry.ActorName, LikePattern.Containing(who), LikePattern.Escape));
        if (!string.IsNullOrEmpty(filter.Kind))
            entries = entries.Where(entry => entry.Kind == filter.Kind);
        if (!string.IsNullOrEmpty(filter.Thing))
            entries = entries.Where(entry => entry.Thing == filter.Thing);
        if (filter.Of is { } thing)
            entries = entries.Where(entry => entry.ThingId == thing);
        if (InputParser.Day(filter.From) is { } first)
            entries = entries.Where(entry => entry.At >= tenant.StartOf(first));
        if (InputParser.Day(filter.To) is { } last && last < DateOnly.MaxValue)
            entries = entries.Where(entry => entry.At < tenant.StartOf(last.AddDays(1)));
        if (InputParser.Text(filter.Reason) is { Length: > 0 } reason)
            entries = entries.Where(entry => EF.Functions.ILike(entry.Reason!, LikePattern.Containing(reason), LikePattern.Escape));
        return entries;
    }
}

/// <summary>A place between two entries of the trail, and the side of it that is asked for.</summary>
public sealed record AuditCursor(DateTimeOffset At, Guid Id, bool IsNewer)
{
    public static AuditCursor Of(AuditEntry entry, bool isNewer) => new(entry.At, entry.Id, isNewer);

    /// <summary>Null when it is not one.</summary>
    public static AuditCursor? Parse(string? typed)
    {
        var parts = typed?.Split('_') ?? [];
        return parts is [("older" or "newer") and var side, var ticks, var id]
            && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTimeOffset.MaxValue.Ticks
            && Guid.TryParse(id, out var guid)
            ? new(new DateTimeOffset(at, TimeSpan.Zero), guid, side == "newer") : null;
    }

    public override string ToString() => FormattableString.Invariant($"{(IsNewer ? "newer" : "older")}_{At.UtcTicks}_{Id:N}");
}

/// <param name="Newer">Where the page before begins; null on the newest page.</param>
/// <param name="Older">Where the next page begins; null on the last.</param>
public sealed record AuditPageView(IReadOnlyList<AuditView> Entries, AuditCursor? Newer, AuditCursor? Older);

/// <summary>An entry in words.</summary>
/// <param name="Thing">What it is: bill, person.</param>
/// <param name="Name">Which one, by its name of today or of then; null when it has none.</param>
public sealed record AuditView(
    DateTimeOffset At, string Who, string? Address, string Kind, string Thing, Guid ThingId, string? Name, string? Reason,
    IReadOnlyList<AuditChange> Changes)
{
    /// <summary>The database found no session of the person whom the entry names.</summary>
    public bool IsWithoutSession { get; init; }
}

/// <param name="Before">Null when there was nothing.</param>
/// <param name="After">Null when there is nothing any more.</param>
public sealed record AuditChange(string Label, string? Before, string? After);
