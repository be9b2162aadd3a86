using AjsPantry.Features.Shared;
using AjsPantry.Infrastructure.Identity;

namespace AjsPantry.Features.Search;

/// <summary>Finds whatever features have that a person may see.</summary>
public sealed class SearchQuery(IEnumerable<ISearchSource> sources, Caller caller)
{
    public const int LongestSearch = 60;

    /// <param name="words">Not empty.</param>
    public async Task<IReadOnlyList<Hit>> FindAsync(string words, DateOnly today, CancellationToken cancellationToken)
    {
        var search = new SearchWords(words, caller.Person!, today);
        var all = new List<Hit>();
        foreach (var source in sources.Where(source => search.Person.May(source.Permission)).OrderBy(source => source.Place))
            all.AddRange(await source.FindAsync(search, cancellationToken));
        return all;
    }
}
