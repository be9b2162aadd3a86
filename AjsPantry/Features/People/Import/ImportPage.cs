using System.Globalization;
using AjsPantry.Features.Shared.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.People.Import;

/// <summary>A page about one import of the tenant. Each state of an import has its own page, and the others lead there.</summary>
public abstract class ImportPage(ImportQuery query) : PersonPage
{
    public ImportView Import { get; private set; } = null!;

    protected ImportQuery Query => query;

    /// <summary>9,812, grouped as the tenant groups digits.</summary>
    public string Count(int count) => count.ToString("N0", CultureInfo.GetCultureInfo(Tenant.Culture));

    /// <summary>1 person, 9,812 people.</summary>
    public string People(int count) => count == 1 ? "1 person" : $"{Count(count)} people";

    /// <returns>Null when the import is the tenant's and this is its page; else where to go instead.</returns>
    protected async Task<IActionResult?> FindAsync(Guid id, string page, CancellationToken cancellationToken)
    {
        if (await query.FindAsync(id, cancellationToken) is not { } import)
            return NotFound();
        Import = import;
        return import.Page == page ? null : RedirectToPage(import.Page, new { id });
    }
}
