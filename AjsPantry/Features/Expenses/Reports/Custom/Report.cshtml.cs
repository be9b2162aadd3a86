using AjsPantry.Features.Expenses.Reports.Stored;
using AjsPantry.Features.Shared.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Expenses.Reports.Custom;

/// <summary>A kept report of chosen lines, as it was made.</summary>
public sealed class CustomReportModel(StoredReportQuery query, ArchiveReport putAway) : FloorPage
{
    private static readonly (string Format, string Icon,
        string Words)[] All = [("pdf", "filetype-pdf", "PDF"), ("vouchers", "receipt", "Vouchers"), ("csv", "filetype-csv", "CSV"),
            ("xlsx", "file-earmark-spreadsheet", "XLSX")];

    public CustomReport Kept { get; private set; } = null!;

    /// <summary>The sheet, or the vouchers where nothing else was chosen.</summary>
    public string MainFile => Kept.Shown.Formats.Contains("pdf") ? "pdf" : "vouchers";

    public IEnumerable<(string Format, string Icon, string Words)> OtherFiles =>
        All.Where(file => file.Format != MainFile && Kept.Shown.Formats.Contains(file.Format));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await query.ChosenAsync(Floor.Id, id, cancellationToken) is not { } kept)
            return NotFound();
        Kept = kept;
        return Page();
    }

    /// <summary>It was made by mistake.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await putAway.AwayAsync(Floor.Id, id, cancellationToken))
            return NotFound();
        Toast = "The report is archived. Find it under Archived, below the list.";
        return ToPage("/Expenses/Reports/Index");
    }

    public async Task<IActionResult> OnPostOutAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await putAway.OutAsync(Floor.Id, id, cancellationToken))
            return NotFound();
        Toast = "The report is back in the list.";
        return ToPage("Report", new { id });
    }
}
