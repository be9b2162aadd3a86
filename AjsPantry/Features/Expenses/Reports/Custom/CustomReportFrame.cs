namespace AjsPantry.Features.Expenses.Reports.Custom;

/// <summary>The days, title and budget of a chosen report, read and in order.</summary>
/// <param name="Budget">Null for none.</param>
public sealed record CustomReportFrame(DateOnly From, DateOnly Until, string Title, decimal? Budget)
{
    public DateOnly Month => new(From.Year, From.Month, 1);
}
