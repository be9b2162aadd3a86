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
    public static byte[] Fingerprint(ExpenseReport report)
    {
        var bills = report.Bills.Select(bill => bill with
        {
            Charges = TwoDecimals(bill.Charges),
            Discount = TwoDecimals(bill.Discount),
            Total = TwoDecimals(bill.Total),
            Lines = [.. bill.Lines.Select(line => line with { Amount = TwoDecimals(line.Amount), Quantity = line.Quantity + 0.000m })],
        });
        return SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { Before = TwoDecimals(report.SpentMonthBefore ?? 0), Bills = bills }, Options));
    }

    /// <summary>691 and 691.00 are one amount but two decimals.</summary>
    private static decimal TwoDecimals(decimal amount) => decimal.Round(amount, 2) + 0.00m;
}
