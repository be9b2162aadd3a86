using AjsPantry.Features.Expenses.Reports.Documents;
using AjsPantry.Features.Expenses.Reports.Monthly;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace AjsPantry.Tests.Features.Expenses.Reports.Documents;

/// <summary>A report's PDF read back, with plain spaces.</summary>
internal static class PdfText
{
    public static PdfDocument Open(ExpenseReport report) => PdfDocument.Open(ExpenseReportPdf.Write(report));

    public static IReadOnlyList<string> Pages(ExpenseReport report)
    {
        using var pdf = Open(report);
        return [.. pdf.GetPages().Select(page => Spaced(ContentOrderTextExtractor.GetText(page)))];
    }

    private static string Spaced(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static string All(ExpenseReport report) => string.Join(' ', Pages(report));
}
