using System.Globalization;
using AjsPantry.Features.Expenses.Reports.Monthly;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Expenses.Reports.Custom;

/// <summary>Every bill and line of the days with a box. Nothing is kept here; the boxes travel on.</summary>
[FormSize(MostBytes, Fields = MostBoxes)]
public sealed class BillsModel(CustomReportQuery query) : CustomReportPage(query)
{
    /// <summary>A year of a large floor: some ten thousand lines.</summary>
    internal const int MostBoxes = 40_000;

    /// <summary>A box is sent with its name and an id of 36 letters.</summary>
    internal const long MostBytes = MostBoxes * 64L;

    public IReadOnlyList<ReportBill> Report => field ??= Selection.Report(Bills);

    /// <summary>12 items of 3 bills.</summary>
    public string ChosenWords
    {
        get
        {
            var items = Report.Sum(bill => bill.Lines.Count);
            var bills = Report.Count;
            var vouchers = Bills.Count(bill => Selection.Vouchers.Contains(bill.Id!.Value));
            return $"{items} {(items == 1 ? "item" : "items")} of {bills} {(bills == 1 ? "bill" : "bills")}{(vouchers == 0 ? "" : vouchers == 1 ? ", 1 voucher" : $", {vouchers} vouchers")}";
        }
    }

    public Dictionary<string, string?> RouteWithFloor => new(Route) { ["floor"] = Request.Query["floor"].FirstOrDefault() };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await ReadAsync(cancellationToken) ? Page() : ToPage("Period");

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => OnGetAsync(cancellationToken);

    /// <summary>1234.50, for scripts.</summary>
    public static string Plain(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);
}
