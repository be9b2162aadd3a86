using AjsPantry.Features.Shared.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Expenses.Reports.Stored;

/// <summary>A kept report and all receipts of its bills as one zip.</summary>
public sealed class MonthArchiveModel(MonthArchiveQuery query) : FloorPage
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await query.ReadAsync(Tenant, Floor.Id, id, cancellationToken) is { } pack
            ? new MonthArchiveResult(query, pack, ReportName.Of(Floor.Number, pack.Mark), Tenant.Culture) : NotFound();
}
