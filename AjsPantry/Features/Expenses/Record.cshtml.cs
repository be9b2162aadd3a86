using System.Globalization;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Expenses;

public sealed class RecordModel(BillHistory history, RecordBill handler) : BillForm(history)
{
    public override string Heading => "Record a bill";

    public override string Save => "Save the bill";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Input.Number = await History.NextNumberAsync(Floor.Id, cancellationToken);
        Input.Date = Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await IsInOrderAsync(cancellationToken))
            return await ShowAsync(cancellationToken);
        var outcome = await handler.HandleAsync(Floor.Id, Input.SubmissionId, Input.ToDraft(Tenant.Culture), Input.AnotherBill, cancellationToken);
        if (!outcome.IsDone)
        {
            outcome.ShowIn(ModelState, nameof(Input));
            return await ShowAsync(cancellationToken);
        }

        Toast = $"Bill {outcome.Value.Number} from {outcome.Value.Shop} is recorded: {Formats.Money(outcome.Value.Total)}.";
        ToastLink = ToastTo("/Expenses/Receipts/Add", outcome.Value.Id, "Add the receipt");
        return ToPage("Index", new { month = outcome.Value.Date.Key() });
    }
}
