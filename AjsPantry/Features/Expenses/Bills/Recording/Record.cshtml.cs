using System.Globalization;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Expenses.Bills.Recording;

public sealed class RecordModel(BillHistory history, BillQuery bills, IBoughtItems items, RecordBill handler) : BillForm(history)
{
    public override string Heading => "Record a bill";

    public override string Save => "Save the bill";

    /// <param name="bought">The ids of bought items that the bill begins with.</param>
    /// <param name="instead">The bill that was wrong and is taken back; this one begins as its copy.</param>
    public async Task<IActionResult> OnGetAsync(
        [FromQuery(Name = "items")] string[] bought, Guid? instead, CancellationToken cancellationToken)
    {
        if (instead is { } wrong && !await TakeAsync(wrong, cancellationToken))
            return NotFound();
        await TakeBoughtAsync(
            [.. bought.Select(id => Guid.TryParse(id, out var item) ? item : (Guid?)null).OfType<Guid>()], cancellationToken);
        var recent = await History.NumbersAsync(Floor.Id, cancellationToken);
        NumbersOfShops = NextBillNumber.OfShops(recent);
        Input.Number ??= NextBillNumber.Of(recent, Input.Shop);
        Input.Date ??= Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return await ShowAsync(cancellationToken);
    }

    /// <summary>A new bill of today: the things of the list stay with the bill that was closed with them.</summary>
    private async Task<bool> TakeAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await bills.ReadAsync(Floor.Id, id, cancellationToken) is not { } bill)
            return false;
        Input = Filled(bill);
        Input.Date = null;
        Input.Version = 0;
        Input.Lines.ForEach(line => line.ShoppingItemId = null);
        return true;
    }

    /// <summary>What was bought becomes lines; shop and day where all of it has the same.</summary>
    private async Task TakeBoughtAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
            return;
        var culture = CultureInfo.GetCultureInfo(Tenant.Culture);
        var lines = await items.ToBillAsync(Floor.Id, ids, cancellationToken);
        Input.Lines = [.. lines.Select(item => new BillLineInput
        {
            Item = item.Name,
            Quantity = item.Quantity.ToString("0.###", culture),
            Unit = item.Unit,
            Amount = item.Price is { } price ? Formats.Typed(price) : null,
            Category = item.Category,
            ShoppingItemId = item.Id.ToString(),
        })];
        if (lines.Select(item => item.Shop).Distinct().ToList() is [{ } shop])
            Input.Shop = shop;
        if (lines.Select(item => item.BoughtOn).Distinct().ToList() is [{ } day])
            Input.Date = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await IsInOrderAsync(cancellationToken))
            return await ShowAsync(cancellationToken);
        var outcome = await handler.HandleAsync(
            Floor.Id, Input.SubmissionId, Input.ToDraft(Tenant.Culture), Input.AnotherBill, cancellationToken);
        if (!outcome.IsDone)
        {
            outcome.ShowIn(ModelState, nameof(Input));
            return await ShowAsync(cancellationToken);
        }

        Toast = $"Bill {outcome.Value.Number} from {outcome.Value.Shop} is recorded: {Formats.Money(outcome.Value.Total)}.";
        ToastLink = ToastTo("/Expenses/Receipts/Add", outcome.Value.Id, "Add the receipt");
        return ToPage("/Expenses/Index", new { month = outcome.Value.Date.Key() });
    }
}
