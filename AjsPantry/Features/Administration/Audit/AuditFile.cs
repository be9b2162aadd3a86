using System.Globalization;
using System.Text;
using AjsPantry.Infrastructure.Documents;
using AjsPantry.Infrastructure.Tenancy;
using CsvHelper;

namespace AjsPantry.Features.Administration.Audit;

/// <summary>The audit trail as CSV, one row per changed value, written while it is read: its length does not matter.</summary>
public sealed class AuditFile(AuditQuery query)
{
    private const int AtOnce = 1000;

    private static readonly string[] Heads = ["When", "Who", "Address", "What happened", "Thing", "Name", "Value", "Before", "After",
        "Reason"];

    /// <summary>UTF-8 with a byte order mark, without which Excel reads ₹ and names as noise.</summary>
    /// <param name="tenant">Whose clock the times are on, and for whose spreadsheets it is.</param>
    public async Task WriteAsync(Stream file, AuditFilter filter, TenantView tenant, CancellationToken cancellationToken)
    {
        await using var text = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await using var csv = new CsvWriter(text, CsvText.Settings(tenant.Culture), leaveOpen: true);
        await WriteRowAsync(csv, Heads);
        AuditCursor? cursor = null;
        do
        {
            var entries = await query.EntriesAsync(filter, cursor, AtOnce, cancellationToken);
            foreach (var entry in await query.InWordsAsync(entries, cancellationToken))
                await WriteEntryAsync(csv, entry, tenant);
            await csv.FlushAsync();
            await text.FlushAsync(cancellationToken);
            cursor = entries.Count < AtOnce ? null : AuditCursor.Of(entries[^1], isNewer: false);
        }
        while (cursor is not null);
    }

    private static async Task WriteEntryAsync(CsvWriter csv, AuditView entry, TenantView tenant)
    {
        var when = tenant.Local(entry.At).ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);
        foreach (var change in entry.Changes.DefaultIfEmpty(new AuditChange("", null, null)))
            await WriteRowAsync(csv,
                [when, entry.Who, entry.Address ?? "", entry.Kind, entry.Thing, entry.Name ?? "", change.Label, change.Before ?? "",
                    change.After ?? "", entry.Reason ?? ""]);
    }

    private static async Task WriteRowAsync(CsvWriter csv, string[] cells)
    {
        foreach (var cell in cells)
            csv.WriteField(CsvText.Inert(cell));
        await csv.NextRecordAsync();
    }
}
