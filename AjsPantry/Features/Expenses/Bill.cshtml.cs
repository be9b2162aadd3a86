using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Expenses;

public sealed class BillPageModel(BillQuery query) : FloorPage
{
    public BillView Bill { get; private set; } = null!;

    public bool MayChange => Person.May(Permission.RecordBills) && Bill.VoidedAt is null;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await query.ReadAsync(Floor.Id, id, cancellationToken) is not { } bill)
            return NotFound();
        Bill = bill;
        return Page();
    }
}
