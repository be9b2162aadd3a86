using System.Text.Encodings.Web;
using System.Text.Json;
using AjsPantry.Features.Expenses.Reports.Monthly;

namespace AjsPantry.Features.Expenses.Reports.Stored;

/// <summary>The report as text, to keep it.</summary>
public static class ReportJson
{
    private static readonly JsonSerializerOptions Options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, IgnoreReadOnlyProperties = true };

    public static string Write(ExpenseReport report) => JsonSerializer.Serialize(report, Options);

    public static ExpenseReport Read(string json) => JsonSerializer.Deserialize<ExpenseReport>(json, Options)!;
}
