using AjsPantry.Features.Shared;
using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Search;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Search;

/// <summary>One box for everything. With htmx the results follow the typing; without, Enter asks.</summary>
public sealed class SearchModel(SearchQuery query) : PersonPage
{
    /// <summary>With fewer letters everything fits.</summary>
    private const int Least = 2;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public string Words => InputParser.Text(InputParser.Cut(InputParser.Text(Q), SearchQuery.LongestSearch));

    /// <summary>Signs alone are in nothing's name.</summary>
    public bool IsEnough => PlainWords.Plain(Words).Length >= Least;

    public IReadOnlyList<Hit> Hits { get; private set; } = [];

    public string Answer =>
        !IsEnough ? "Type two letters to search" : Hits.Count == 0 ? $"No results for “{Words}”" : Hits.Count == 1 ? "1 result"
            : $"{Hits.Count} results";

    /// <summary>Links of whoever has all floors must name the one.</summary>
    public int? FloorOf(Hit hit) => Person.Floor is null ? hit.Floor : null;

    /// <summary>Shree Kirana, Sun 22 Nov.</summary>
    public string More(Hit hit) =>
        string.Join(", ", hit.Details.Append(FloorOf(hit) is { } floor ? $"{Tenant.FloorWord} {floor}" : null)
            .Where(part => !string.IsNullOrEmpty(part)));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (IsEnough)
            Hits = await query.FindAsync(Words, Today, cancellationToken);
        return Request.Headers.ContainsKey("HX-Request") ? Partial("_Hits", this) : Page();
    }
}
