using AjsPantry.Features.Shared;
using AjsPantry.Infrastructure.Scopes;

namespace AjsPantry.Features.Search;

/// <summary>Finds whatever features have that a person may see.</summary>
public sealed class SearchQuery(IEnumerable<ISearchSource> sources, Scope scope)
{
    public const int LongestSearch = 60;

    /// <param name="words">Not signs alone.</param>
    public async Task<IReadOnlyList<Hit>> FindAsync(string words, DateOnly today, CancellationToken cancellationToken)
    {
        var search = new SearchWords(words, scope.Actor, today);
        var all = new List<Hit>();
        foreach (var source in sources.Where(source => search.Person.May(source.Permission)).OrderBy(source => source.Place))
            all.AddRange(await source.FindAsync(search, cancellationToken));
        return all;
    }
}
