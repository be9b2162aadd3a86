using System.Globalization;
using System.Runtime.CompilerServices;
using AjsPantry.Infrastructure.Documents;
using AjsPantry.Infrastructure.Tenancy;

namespace AjsPantry.Features.Administration.Audit;

/// <summary>The audit trail as CSV, one row per changed value, written while it is read: its length does not matter.</summary>
public sealed class AuditFile(AuditQuery query)
{
    private const int AtOnce = 1000;

    private static readonly CsvCell[] Heads = ["When", "Who", "Address", "What happened", "Thing", "Name", "Value", "Before", "After",
        "Reason"];

    /// <param name="tenant">Whose clock the times are on, and for whose spreadsheets it is.</param>
    public Task WriteAsync(Stream file, AuditFilter filter, TenantView tenant, CancellationToken cancellationToken) =>
        CsvFile.WriteAsync(file, tenant.Culture, RowsAsync(filter, tenant, cancellationToken), cancellationToken);

    private async IAsyncEnumerable<CsvCell[]> RowsAsync(
        AuditFilter filter, TenantView tenant, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return Heads;
        AuditCursor? cursor = null;
        do
        {
            var entries = await query.EntriesAsync(filter, cursor, AtOnce, cancellationToken);
            foreach (var row in (await query.InWordsAsync(entries, cancellationToken)).SelectMany(entry => Rows(entry, tenant)))
                yield return row;
            cursor = entries.Count < AtOnce ? null : AuditCursor.Of(entries[^1], isNewer: false);
        }
        while (cursor is not null);
    }

    private static IEnumerable<CsvCell[]> Rows(AuditView entry, TenantView tenant)
    {
        var when = tenant.Local(entry.At).ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);
        return entry.Changes.DefaultIfEmpty(new AuditChange("", null, null)).Select(change => (CsvCell[])
            [when, entry.Who, entry.Address, entry.Kind, entry.Thing, entry.Name, change.Label, change.Before, change.After, entry.Reason]);
    }
}
