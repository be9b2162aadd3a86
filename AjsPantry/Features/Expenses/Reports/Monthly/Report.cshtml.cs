using AjsPantry.Features.Expenses.Reports.Documents;
using AjsPantry.Features.Expenses.Reports.Stored;
using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Expenses.Reports.Monthly;

/// <summary>The month-end report of a floor: the kept one as it was made, or a preview of what would be made now.</summary>
public sealed class ReportModel(ReportQuery query, StoredReportQuery kept, MakeReport make) : FloorPage
{
    [BindProperty(SupportsGet = true, Name = "month")]
    public string? MonthKey { get; set; }

    /// <summary>What is shown: the newest kept report, else a preview.</summary>
    public ExpenseReport Report { get; private set; } = null!;

    /// <summary>Newest first; empty when none was made.</summary>
    public IReadOnlyList<StoredRevision> Revisions { get; private set; } = [];

    public StoredRevision? Newest => Revisions.Count == 0 ? null : Revisions[0];

    /// <summary>Bills or budgets changed after the newest report was made.</summary>
    public bool IsOld { get; private set; }

    /// <summary>What the bills add up to now; differs from the report's total only when it is old.</summary>
    public decimal SpentNow { get; private set; }

    /// <summary>Bills of the month without a receipt.</summary>
    public IReadOnlyList<ReportBill> Missing { get; private set; } = [];

    public bool IsOver => Report.Month.AddMonths(1) <= Today;

    public string Answer => this switch
    {
        { IsOld: true } => $"{Formats.MonthName(Report.Month)} changed after its report",
        { Newest: null } => $"{Formats.MonthName(Report.Month)} has no report yet",
        { Report.Bills.Count: 0 } => $"Nothing was spent in {Formats.MonthName(Report.Month)}",
        _ => $"{Formats.MonthName(Report.Month)} came to {Formats.Money(Report.Spent)}",
    };

    public string Explanation => this switch
    {
        { IsOld: true } when Report.Spent == SpentNow =>
            "The total is the same, but items or budgets changed. Make a new revision. The old one is kept.",
        { IsOld: true } =>
            $"The report says {Formats.Money(Report.Spent)}, but the bills now add up to {Formats.Money(SpentNow)}. Make a new revision. The old one is kept.",
        { Newest: null, IsOver: false } => "The month is not over. This is a preview of the report as of now.",
        { Newest: null } => "This is a preview. Make the report to keep it as PDF, XLSX and CSV.",
        _ => $"Made {AtMoment(Newest!.MadeAt)} {ReportWords.By(Report)}. {ReportWords.Closing(Report)}".TrimEnd(),
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (MonthOf() is not { } month)
            return NotFound();
        Revisions = await kept.RevisionsAsync(Floor.Id, month, cancellationToken);
        var now = await query.ReadAsync(Floor, month, cancellationToken);
        IsOld = Newest is not null && Newest.IsOld(now);
        Report = Newest?.Report ?? now;
        SpentNow = now.Spent;
        if (Newest is { ClosingMarks: { } marks })
            Report = Report with { Closing = marks.In(Tenant) };
        // What takes an earlier bill back has no paper of its own.
        Missing = [.. now.Bills.Where(bill => !bill.HasReceipt && bill.Total >= 0)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (MonthOf() is not { } month)
            return NotFound();
        var outcome = await make.HandleAsync(Floor, month, cancellationToken);
        if (!outcome.IsDone)
            return NotFound();
        Toast = !outcome.Value.IsNew ? "The report is already up to date."
            : outcome.Value.Revision > 1 ? $"Revision {outcome.Value.Revision} of the report for {Formats.Month(month)} is made."
            : $"The report for {Formats.Month(month)} is made.";
        return ToPage("Report", new { month = month.Key() });
    }

    /// <summary>The month in the address; without one, the last that is over.</summary>
    private DateOnly? MonthOf() =>
        MonthKey is null ? new DateOnly(Today.Year, Today.Month, 1).AddMonths(-1) : MonthChoice.Read(MonthKey, Today);
}
