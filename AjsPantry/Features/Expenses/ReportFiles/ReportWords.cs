using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Features.Expenses.ReportFiles;

/// <summary>What the PDF and the workbook both say in words.</summary>
internal static class ReportWords
{
    public const string Charges = "Delivery and charges";
    public const string Discount = "Discount";
    public const string NothingBefore = "No bills the month before";

    public static string Title(ExpenseReport report) => $"Expense report, {Formats.Month(report.Month)}";

    public static string Place(ExpenseReport report) => $"{report.Tenant}, {report.Floor}";

    public static string Made(ExpenseReport report) =>
        $"Made on {Formats.FullDay(DateOnly.FromDateTime(report.MadeAt.DateTime))}, {Formats.Time(report.MadeAt)}";

    /// <summary>Preview or Revision 2; nothing for a first report.</summary>
    public static string? Edition(ExpenseReport report) => report.Revision switch
    {
        0 => "Preview",
        1 => null,
        _ => $"Revision {report.Revision}",
    };

    public static string Nothing(ExpenseReport report) => $"No bills were recorded for {Formats.Month(report.Month)}.";

    public static string Bills(int count) => count == 1 ? "1 bill" : $"{count} bills";

    public static string MonthBefore(ExpenseReport report) => Formats.Month(report.Month.AddMonths(-1));

    public static Formats FormatsOf(ExpenseReport report) => new(report.Culture, report.Currency);

    public static string AmountTitle(Formats formats) => $"Amount ({formats.Sign.Trim()})";

    /// <summary>A change says its direction: +₹432.41, −₹432.41.</summary>
    public static string Signed(Formats formats, decimal change) => (change > 0 ? "+" : "") + formats.Money(change);
}
