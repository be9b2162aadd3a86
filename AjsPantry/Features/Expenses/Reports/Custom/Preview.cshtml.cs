using AjsPantry.Features.Expenses.Reports.Documents;
using AjsPantry.Features.Expenses.Reports.Monthly;
using AjsPantry.Features.Expenses.Reports.Stored;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Expenses.Reports.Custom;

/// <summary>The sheet as it will be, and the button that keeps it.</summary>
[FormSize(BillsModel.MostBytes, Fields = BillsModel.MostBoxes)]
public sealed class PreviewModel(CustomReportQuery query, MakeCustomReport make) : CustomReportPage(query)
{
    public ExpenseReport Report { get; private set; } = null!;

    /// <summary>Tells what was looked at, so that nothing else is made.</summary>
    public string Seen => Convert.ToHexStringLower(ReportPrint.OfChosen(Report));

    public string LeftOutWords
    {
        get
        {
            var rest = Bills.Sum(bill => bill.Total) - Report.Spent;
            var bills = Bills.Count - Report.Bills.Count;
            var items = Report.Bills.Sum(bill => bill.LeftOut?.Lines.Count ?? 0);
            var parts = new[] { Count(bills, "whole bill"), Count(items, "single item") }.Where(part => part != "");
            return bills + items == 0 ? "Nothing is left out."
                : $"Left out: {string.Join(" and ", parts)}, {Formats.Money(rest)} in total.";
        }
    }

    public string VoucherWords =>
        Report.Vouchers is { Count: var count } ? $"{Count(count, "voucher")} on {Count(VoucherPages.Of(Report.Vouchers).Count, "page")}."
            : "";

    /// <summary>The choice comes with a form; without one there is none to look at.</summary>
    public IActionResult OnGet() => ToPage("Period");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken))
            return ToPage("Period");
        Report = make.Draw(Floor, Frame, Bills, Selection);
        return Page();
    }

    public async Task<IActionResult> OnPostMakeAsync(CancellationToken cancellationToken)
    {
        if (await OnPostAsync(cancellationToken) is RedirectToPageResult first)
            return first;
        var outcome = await make.HandleAsync(Floor, Frame, Selection, Request.Form["seen"], cancellationToken);
        if (!outcome.IsDone)
        {
            ModelState.AddModelError("", outcome.Messages[0].Text);
            return Page();
        }

        Toast = !outcome.Value.IsNew ? "This report was already made." : outcome.Value.Revision > 1
            ? $"Revision {outcome.Value.Revision} is made." : "The report is made.";
        return ToPage("Report", new { id = outcome.Value.Id });
    }

    private static string Count(int count, string one) => count switch
    {
        0 => "",
        1 => $"1 {one}",
        _ => $"{count} {one}s",
    };
}
