using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AjsPantry.Infrastructure.Caching;

/// <summary>
/// Tables whose changes leave no mark, because no answer that is remembered reads them: what only one person sees, what is kept beside
/// the rows, and what is written once. In Debug, reading one of them for <see cref="ReadCache"/> is refused.
/// </summary>
public sealed partial class MarkedTables : DbCommandInterceptor
{
    public static readonly IReadOnlySet<string> Unmarked = new HashSet<string>
    {
        "audit_entries", "calendar_feeds", "change_marks", "job_runs", "kept_forms", "member_claims", "member_imports",
        "member_logins", "member_tokens", "notice_settings", "notices", "outbox_mails", "rating_photos", "receipt_contents", "report_files",
        "security_events", "sessions", "told_meals",
    };

    /// <summary>Triggers write these tables with rows of others, which leave the mark.</summary>
    public static readonly IReadOnlySet<string> WrittenWithOthers = new HashSet<string> { "search_words" };

    private static readonly AsyncLocal<bool> Watching = new();

    internal static async ValueTask<T> WatchAsync<T>(Func<ValueTask<T>> read)
    {
        Watching.Value = true;
        try
        {
            return await read();
        }
        finally
        {
            Watching.Value = false;
        }
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default)
    {
        if (Watching.Value
            && TablesRead().Matches(command.CommandText).FirstOrDefault(table => Unmarked.Contains(table.Groups[1].Value)) is { } wrong)
            throw new InvalidOperationException($"{wrong.Groups[1].Value} leaves no marks, so nothing that reads it can be remembered.");
        return ValueTask.FromResult(result);
    }

    [GeneratedRegex(@"(?:FROM|JOIN) ([a-z_]+)")]
    private static partial Regex TablesRead();
}
