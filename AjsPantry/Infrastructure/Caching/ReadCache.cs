using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;

namespace AjsPantry.Infrastructure.Caching;

/// <summary>
/// Answers a page's question from memory while nothing of the person's floor or residence has changed since it was read. What has
/// changed is known by the marks that the request read with its session (see <see cref="ChangeMark"/>), so an answer is never older
/// than the request, on whichever node it was read.
/// </summary>
public sealed class ReadCache(ReadCacheStore store, Caller caller, PantryDb db)
{
    /// <param name="question">
    /// What is asked, as a value that is equal when the answer is: a tuple of a name and of everything that the answer depends on beside
    /// the rows, such as the person, where it is theirs, and the day. It may ask only about the person's own floor, and of what belongs to
    /// the whole residence.
    /// </param>
    /// <param name="read">Reads the answer, which nobody changes afterwards: records and lists of them, none of which is tracked.</param>
    /// <param name="rows">How many rows the answer has, where it is no list and may have many.</param>
    public async ValueTask<T> ReadAsync<T>(object question, Func<ValueTask<T>> read, Func<T, int>? rows = null)
    {
        if (!store.IsOn || caller.Marks is not { } marks || db.Database.CurrentTransaction is not null)
            return await read();
        var key = new CacheKey(db.TenantId, caller.Person?.Floor?.Id ?? db.TenantId, marks, question);
        if (store.TryGet<T>(key, out var remembered))
            return remembered;
        var answer = await MarkedTables.WatchAsync(read);
        if (caller.Marks == marks)
            store.Keep(key, answer, rows?.Invoke(answer));
        return answer;
    }
}
