using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Documents;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Administration.Audit;

/// <summary>A page of the audit trail: of a tenant for its admins, of the platform's own tenant for operators.</summary>
public abstract class AuditTrailPage(AuditQuery query, AuditWords words) : PersonPage
{
    [BindProperty(SupportsGet = true)]
    public AuditFilter Filter { get; set; } = new();

    protected AuditQuery Query => query;

    protected AuditWords Words => words;

    /// <summary>Where the page begins; null for the newest.</summary>
    [BindProperty(SupportsGet = true, Name = "at")]
    public string? At { get; set; }

    public AuditPageView Trail { get; private set; } = null!;

    /// <summary>What the filter offers to choose from.</summary>
    public IReadOnlyList<Choice> Things { get; private set; } = [];

    /// <summary>What stands in place of entries where there are none.</summary>
    public virtual (string Answer, string Words) WhenEmpty => Filter.IsSet || At is not null
        ? ("No results", "Use fewer words, another kind or a longer time.")
        : ("No changes yet", "Every change will show here.");

    /// <summary>The page that lists, and the one that hands out the file.</summary>
    public abstract (string Page, string File) Places { get; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var cursor = AuditCursor.Parse(At);
        if (At is not null && cursor is null)
            return NotFound();
        Things = await ThingsAsync(cancellationToken);
        Trail = ModelState.IsValid ? await query.PageAsync(Filter, cursor, cancellationToken) : new([], null, null);
        return Page();
    }

    /// <summary>Every kind of thing: a long trail is not searched for those that happen to be in it.</summary>
    protected virtual Task<IReadOnlyList<Choice>> ThingsAsync(CancellationToken cancellationToken) =>
        Task.FromResult(query.AllThings);

    /// <summary>The filter with another place to begin at.</summary>
    public Dictionary<string, string> RouteTo(AuditCursor cursor) => new(Filter.Values) { ["at"] = cursor.ToString() };
}

/// <summary>The filtered trail as a file.</summary>
public abstract class AuditDownloadPage(AuditFile file) : PersonPage
{
    [BindProperty(SupportsGet = true)]
    public AuditFilter Filter { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return NotFound();
        Response.ContentType = CsvFile.ContentType;
        Response.Headers.ContentDisposition = FormattableString.Invariant($"attachment; filename=\"audit-trail-{Today:yyyy-MM-dd}.csv\"");
        await file.WriteAsync(Response.Body, Filter, Tenant, cancellationToken);
        return new EmptyResult();
    }
}
