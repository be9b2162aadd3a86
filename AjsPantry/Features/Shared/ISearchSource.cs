using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Search;
using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Features.Shared;

/// <summary>
/// A kind of thing that can be found, such as dishes. The feature that owns it registers one of these; the page that searches asks all
/// that the person may see.
/// </summary>
public interface ISearchSource
{
    /// <summary>Where its hits stand among those of the others, from 1.</summary>
    int Place { get; }

    /// <summary>What a person needs to find them.</summary>
    Permission Permission { get; }

    /// <summary>What fits, in the order in which it is shown; <see cref="SearchWords.MostHits"/> at most.</summary>
    Task<IReadOnlyList<Hit>> FindAsync(SearchWords search, CancellationToken cancellationToken);
}

/// <summary>What is looked for, and by whom. Case, accents and signs do not matter, and the beginnings of words are enough.</summary>
/// <param name="Text">Has at least one word.</param>
public sealed record SearchWords(string Text, SignedIn Person, DateOnly Today)
{
    /// <summary>How many of each kind are shown.</summary>
    public const int MostHits = 5;

    /// <summary>What each thing that fits has, in whatever order; <see cref="SearchWordSet"/> finds the things.</summary>
    public IReadOnlyList<string> Words { get; } = PlainWords.Of(Text);

    /// <summary>The person's own floor; null for who sees every floor.</summary>
    public Guid? FloorId => Person.Floor?.Id;

    /// <summary>Sun 22 Nov, with the year when it is not this one.</summary>
    public string Day(DateOnly day) => Formats.Day(day, Today.Year);
}

/// <summary>Something that was found.</summary>
/// <param name="Icon">A name from icons.txt.</param>
/// <param name="Page">The page on which it opens, by its id.</param>
public sealed record Hit(string Icon, string Page, Guid Id, string Title)
{
    /// <summary>What is said of it below its title, and why it fits where the title does not show it; empty ones are left out.</summary>
    public IReadOnlyList<string?> Details { get; init; } = [];

    public decimal? Amount { get; init; }

    /// <summary>The number of its floor; null where it belongs to none.</summary>
    public int? Floor { get; init; }
}
