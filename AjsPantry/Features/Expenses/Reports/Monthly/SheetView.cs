using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Features.Expenses.Reports.Monthly;

/// <summary>The report as a sheet on screen.</summary>
public sealed record SheetView(ExpenseReport Report, Formats Formats, bool IsPreview)
{
    /// <summary>The length of a bar in thousandths; 0 for what was taken off.</summary>
    public static int Width(ReportShare share, IReadOnlyList<ReportShare> shares) =>
        share.Amount <= 0 ? 0 : (int)Math.Round(1000 * share.Amount / shares.Max(other => other.Amount));
}
