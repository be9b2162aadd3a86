using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Expenses;

/// <summary>A kept report and all receipts of its bills as one zip.</summary>
public sealed class ReportPackModel(PackQuery query) : FloorPage
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await query.ReadAsync(Tenant, Floor.Id, id, cancellationToken) is { } pack ? new PackResult(query, pack, ReportName.Of(Floor.Number, pack.Mark), Tenant.Culture) : NotFound();
}
