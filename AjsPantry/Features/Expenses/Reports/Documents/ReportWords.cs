using AjsPantry.Features.Expenses.Reports.Monthly;
using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Features.Expenses.Reports.Documents;

/// <summary>What the PDF and the workbook both say in words.</summary>
internal static class ReportWords
{
    public const string Charges = "Delivery and charges";
    public const string Discount = "Discount";
    public const string NothingBefore = "No bills the month before";

    public static string Title(ExpenseReport report) => report.Title ?? $"Expense report, {Formats.Month(report.Month)}";

    /// <summary>The days of a chosen report: November 2026, or from which day until which.</summary>
    public static string? Period(ExpenseReport report) => report is { From: { } from, Until: { } until } ? Days(from, until) : null;

    /// <summary>The same, unless the title says it already.</summary>
    public static string? Untitled(ExpenseReport report) =>
        Period(report) is { } days && report.Title?.EndsWith(days.Replace('\u00a0', ' '), StringComparison.Ordinal) != true ? days : null;

    public static string Days(DateOnly from, DateOnly until) =>
        from.Day == 1 && until == from.AddMonths(1).AddDays(-1) ? Formats.Month(from) : from == until ? Formats.FullDay(from)
            : $"{Formats.FullDay(from)} – {Formats.FullDay(until)}";

    /// <summary>What of a bill is not in the report, so that its lines and this make the whole bill.</summary>
    public static string Rest(ReportBill bill, Formats formats)
    {
        const int named = 6;
        var rest = bill.LeftOut!;
        var parts = rest.Lines.Take(named).Select(line => $"{line.Item} {formats.Amount(line.Amount)}").ToList();
        if (rest.Lines.Count > named)
            parts.Add($"{rest.Lines.Count - named} more {formats.Amount(rest.Lines.Skip(named).Sum(line => line.Amount))}");
        if (rest.Charges != 0)
            parts.Add($"{Charges.ToLowerInvariant()} {formats.Amount(rest.Charges)}");
        if (rest.Discount != 0)
            parts.Add($"{Discount.ToLowerInvariant()} {formats.Amount(-rest.Discount)}");
        return $"Left out of this bill of {formats.Money(bill.Total + rest.Total)}: {string.Join("; ", parts)}.";
    }

    /// <summary>7 Nov – 6 Dec, with plain spaces, which other programs search for.</summary>
    public static string Days(ReportBudget budget, ExpenseReport report) =>
        Budgets.BudgetWords.Range(budget.From, budget.Until, report.Month.Year).Replace('\u00a0', ' ');

    public static string Place(ExpenseReport report) => $"{report.Tenant}, {report.Floor}";

    public static string Made(ExpenseReport report) =>
        $"Made on {Formats.FullDay(DateOnly.FromDateTime(report.MadeAt.DateTime))}, {Formats.Time(report.MadeAt)}";

    /// <summary>The person who answers for the report; empty where there is none.</summary>
    public static string Preparer(ExpenseReport report) => report.PreparedBy ?? report.MadeBy;

    /// <summary>by Zainab; automatically, for Zainab, when a job made it.</summary>
    public static string By(ExpenseReport report) => report.PreparedBy switch
    {
        "" => "automatically",
        { } person when person != report.MadeBy => $"automatically, for {person}",
        _ => $"by {report.MadeBy}",
    };

    /// <summary>Who closed the month and who confirmed it; null while it is open.</summary>
    public static string? Closing(ExpenseReport report) => report.Closing switch
    {
        null => null,
        { ConfirmedBy: { } name, ConfirmedAt: { } at } closing =>
            $"Closed by {closing.ClosedBy} on {Day(closing.ClosedAt)}. Confirmed by {name} on {Day(at)}.",
        var closing => $"Closed by {closing.ClosedBy} on {Day(closing.ClosedAt)}. Not confirmed yet.",
    };

    /// <summary>The receipts that were with a bill, by their names.</summary>
    public static string Receipts(ReportBill bill) =>
        bill.HasReceipt ? string.Join("; ", bill.Receipts!) : bill.Total < 0 ? "reversal, no receipt needed" : "no receipt";

    /// <summary>A bill that should have a receipt and has none; a reversal needs none.</summary>
    public static bool IsBare(ReportBill bill) => !bill.HasReceipt && bill.Total >= 0;

    /// <summary>No receipt: F1-1163, F1-1164. Null where every bill has one.</summary>
    public static string? Bare(ExpenseReport report)
    {
        const int named = 80;
        var numbers = report.Bills.Where(IsBare).Select(bill => bill.Number).ToList();
        var more = numbers.Count > named ? $" and {numbers.Count - named} more" : "";
        return numbers.Count == 0 ? null : $"No receipt: {string.Join(", ", numbers.Take(named))}{more}.";
    }

    private static string Day(DateTimeOffset at) => Formats.FullDay(DateOnly.FromDateTime(at.DateTime));

    /// <summary>Preview or Revision 2; nothing for a first report.</summary>
    public static string? Edition(ExpenseReport report) => report.Revision switch
    {
        0 => "Preview",
        1 => null,
        _ => $"Revision {report.Revision}",
    };

    public static string Nothing(ExpenseReport report) =>
        report.Title is null ? $"No bills were recorded for {Formats.Month(report.Month)}." : "No items were chosen.";

    public static string Bills(int count) => count == 1 ? "1 bill" : $"{count} bills";

    public static string MonthBefore(ExpenseReport report) => Formats.Month(report.Month.AddMonths(-1));

    public static Formats FormatsOf(ExpenseReport report) => new(report.Culture, report.Currency);

    public static string AmountTitle(Formats formats) => $"Amount ({formats.Sign.Trim()})";

    /// <summary>A change says its direction: +₹432.41, −₹432.41.</summary>
    public static string Signed(Formats formats, decimal change) => (change > 0 ? "+" : "") + formats.Money(change);
}
