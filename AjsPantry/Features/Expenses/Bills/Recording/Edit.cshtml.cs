using System.Globalization;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Expenses.Bills.Recording;

public sealed class EditBillModel(BillHistory history, EditBill handler, BillQuery query) : BillForm(history)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public override string Heading => "Edit the bill";

    public override string Save => "Save the changes";

    /// <summary>The bill as somebody else saved it meanwhile; null when nobody did.</summary>
    public BillView? Theirs { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await query.ReadAsync(Floor.Id, Id, cancellationToken) is not { } bill)
            return NotFound();
        if (bill.VoidedAt is not null || bill.IsClosed || bill.Reverses is not null)
            return ToPage("/Expenses/Bills/Bill", new { Id });
        Input = Filled(bill);
        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await handler.FindAsync(Floor.Id, Id, cancellationToken) is not { } bill)
            return NotFound();
        if (!await IsInOrderAsync(cancellationToken))
            return await ShowAsync(cancellationToken);
        var outcome = await handler.HandleAsync(bill, Input.Version, Input.ToDraft(Tenant.Culture), Input.AnotherBill, cancellationToken);
        if (!outcome.IsDone)
        {
            outcome.ShowIn(ModelState, nameof(Input));
            if (outcome.Messages.Contains(EditBill.Changed))
                await ShowTheirsAsync(cancellationToken);
            return await ShowAsync(cancellationToken);
        }

        Toast = $"Bill {outcome.Value.Number} is saved: {Formats.Money(outcome.Value.Total)}.";
        return ToPage("/Expenses/Bills/Bill", new { Id });
    }

    protected override async Task<bool> MayFillAsync(CancellationToken cancellationToken) =>
        await handler.FindAsync(Floor.Id, Id, cancellationToken) is not null;

    /// <summary>
    /// The form keeps what was typed and takes the other version, so that saving again is a decision made with both in sight.
    /// </summary>
    private async Task ShowTheirsAsync(CancellationToken cancellationToken)
    {
        Theirs = await query.ReadAsync(Floor.Id, Id, cancellationToken);
        Input.Version = Theirs!.Version;
        ModelState.SetModelValue("Input.Version", Input.Version, Input.Version.ToString(CultureInfo.InvariantCulture));
    }
}
