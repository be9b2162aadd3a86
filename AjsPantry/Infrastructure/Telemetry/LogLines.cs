using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace AjsPantry.Infrastructure.Telemetry;

/// <summary>
/// One line of JSON for each thing logged: when, how bad, where, of which kind, what, and of which request, tenant and person by their ids.
/// Of everything that libraries say around it only these are taken: addresses, say, may hold what somebody searched for or a link that lets
/// them in. Mail servers name whom they refuse; people's mail addresses are left out of every text.
/// </summary>
public sealed partial class LogLines() : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "pantry";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        if (logEntry.Formatter(logEntry.State, logEntry.Exception) is not { } message)
            return;
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line, Options))
        {
            json.WriteStartObject();
            json.WriteString("time", DateTimeOffset.UtcNow);
            json.WriteString("level", Level(logEntry.LogLevel));
            json.WriteString("from", logEntry.Category);
            if (logEntry.EventId is { Id: > 0, Name: { } name } kind)
            {
                json.WriteNumber("event_id", kind.Id);
                json.WriteString("event", name);
            }

            json.WriteString("message", WithoutAddresses(message));
            if (logEntry.Exception is { } exception)
                json.WriteString("error", WithoutAddresses(exception.ToString()));
            scopeProvider?.ForEachScope(Write, json);
            json.WriteEndObject();
        }

        textWriter.WriteLine(System.Text.Encoding.UTF8.GetString(line.GetBuffer(), 0, (int)line.Length));
    }

    private static void Write(object? scope, Utf8JsonWriter json)
    {
        if (scope is RequestIds ids)
            ids.Write(json);
    }

    private static string WithoutAddresses(string text) =>
        text.Contains('@', StringComparison.Ordinal) ? MailAddress().Replace(text, "(mail address)") : text;

    // Begins where a word begins: tried anew at each letter, a long word without an address behind it takes the square of its length.
    [GeneratedRegex(@"(?<![^\s<>"":;,()\[\]])[^\s<>"":;,()\[\]]+@[^\s<>"":;,()\[\]]+")]
    private static partial Regex MailAddress();

    private static string Level(LogLevel level) => level switch
    {
        LogLevel.Critical => "critical",
        LogLevel.Error => "error",
        LogLevel.Warning => "warning",
        LogLevel.Information => "info",
        _ => "debug",
    };
}
