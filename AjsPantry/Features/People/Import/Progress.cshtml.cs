using System.Globalization;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.People.Import;

/// <summary>How far an import is. Asks for itself every second; without scripts the page reloads.</summary>
public sealed class ProgressModel(ImportQuery query, StartImport start) : ImportPage(query)
{
    private const string Here = "/People/Import/Progress";

    public bool HasStopped => Import.State == MemberImportState.Failed;

    /// <summary>How much is done, in thousandths, for the bar.</summary>
    public string Thousandths => (Import.Done * 1000L / Math.Max(1, Import.Total)).ToString(CultureInfo.InvariantCulture);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await FindAsync(id, Here, cancellationToken) ?? Page();

    /// <summary>The bar alone; when there is nothing more to wait for, the browser is sent on.</summary>
    public async Task<IActionResult> OnGetBarAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, Here, cancellationToken) is not { } elsewhere)
            return Partial("_Progress", this);
        if (elsewhere is not RedirectToPageResult next)
            return elsewhere;
        Response.Headers["HX-Redirect"] = Url.Page(next.PageName, next.RouteValues);
        return new EmptyResult();
    }

    /// <summary>Carries on an import that stopped.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) =>
        await start.HandleAsync(id, cancellationToken) ? RedirectToPage(new { id }) : NotFound();
}
