using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AjsPantry.Features.Expenses;

/// <summary>The report as text: to keep it, and to tell whether the bills it was made from are still the same.</summary>
public static class ReportJson
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, IgnoreReadOnlyProperties = true };

    public static string Write(ExpenseReport report) => JsonSerializer.Serialize(report, Options);

    public static ExpenseReport Read(string json) => JsonSerializer.Deserialize<ExpenseReport>(json, Options)!;

    /// <summary>
    /// SHA-256 over everything that comes from bills. Who made the report, when, and as which revision are left out, and amounts are
    /// written with two decimals, so that equal bills give equal fingerprints wherever they were read from.
    /// </summary>
    public static byte[] Fingerprint(ExpenseReport report) => Fingerprint(report.SpentMonthBefore ?? 0, report.Bills);

    /// <inheritdoc cref="Fingerprint(ExpenseReport)"/>
    /// <param name="before">What the month before came to; 0 when there were no bills.</param>
    /// <param name="counted">The counted bills by date, then number.</param>
    public static byte[] Fingerprint(decimal before, IEnumerable<ReportBill> counted)
    {
        var bills = counted.Select(Normal);
        return SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new Counted(TwoDecimals(before), [.. bills]), Options));
    }

    /// <summary>SHA-256 over what a chosen report says: its lines, what they leave out, the budget and the vouchers.</summary>
    public static byte[] FingerprintOfChosen(ExpenseReport report) => SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(
        new Chosen(report.Budget is { } budget ? TwoDecimals(budget) : null, [.. report.Bills.Select(Normal)], [.. (report.Vouchers ?? []).Select(Normal)]), Options));

    /// <summary>Without what does not count, and every amount in one way of writing it.</summary>
    private static ReportBill Normal(ReportBill bill) => bill with
    {
        Id = null,
        Charges = TwoDecimals(bill.Charges),
        Discount = TwoDecimals(bill.Discount),
        Total = TwoDecimals(bill.Total),
        Lines = [.. bill.Lines.Select(Normal)],
        LeftOut = bill.LeftOut is { } rest ? new LeftOut([.. rest.Lines.Select(Normal)], TwoDecimals(rest.Charges), TwoDecimals(rest.Discount)) : null,
    };

    private static ReportLine Normal(ReportLine line) => line with { Amount = TwoDecimals(line.Amount), Quantity = line.Quantity + 0.000m };

    private sealed record Chosen(decimal? Budget, IReadOnlyList<ReportBill> Bills, IReadOnlyList<ReportBill> Vouchers);

    /// <summary>A record and not an anonymous type, whose properties are read-only and would be left out.</summary>
    private sealed record Counted(decimal Before, IReadOnlyList<ReportBill> Bills);

    /// <summary>691 and 691.00 are one amount but two decimals.</summary>
    private static decimal TwoDecimals(decimal amount) => decimal.Round(amount, 2) + 0.00m;
}
