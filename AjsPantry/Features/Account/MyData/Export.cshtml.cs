using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using AjsPantry.Features.Shared.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Account.MyData;

public sealed class ExportModel(MyDataQuery query) : PersonPage
{
    /// <summary>A file for people to read: indented, and with their names as they write them.</summary>
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DictionaryKeyPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        File(JsonSerializer.SerializeToUtf8Bytes(await query.ReadAsync(cancellationToken), Json), "application/json",
            $"pantry-data-{Person.Number}.json");
}
