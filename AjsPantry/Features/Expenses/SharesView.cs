using AjsPantry.Features.Expenses.Reports.Monthly;
using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Features.Expenses;

/// <summary>Shares with bars; the largest fills the width.</summary>
public sealed record SharesView(IReadOnlyList<ReportShare> Shares, Formats Formats)
{
    /// <summary>The length of a bar in thousandths; 0 for what was taken off.</summary>
    public int Width(ReportShare share) => share.Amount <= 0 ? 0 : (int)Math.Round(1000 * share.Amount / Shares.Max(other => other.Amount));
}
