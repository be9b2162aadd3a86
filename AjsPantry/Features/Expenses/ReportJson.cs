using System.Text.Encodings.Web;
using System.Text.Json;

namespace AjsPantry.Features.Expenses;

/// <summary>The report as text, to keep it.</summary>
public static class ReportJson
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, IgnoreReadOnlyProperties = true };

    public static string Write(ExpenseReport report) => JsonSerializer.Serialize(report, Options);

    public static ExpenseReport Read(string json) => JsonSerializer.Deserialize<ExpenseReport>(json, Options)!;
}
