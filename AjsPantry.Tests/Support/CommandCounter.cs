using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AjsPantry.Tests.Support;

/// <summary>Remembers the SQL commands that the application sent since it was last cleared.</summary>
public sealed class CommandCounter : DbCommandInterceptor
{
    private readonly ConcurrentQueue<string> _commands = new();

    public IReadOnlyCollection<string> All => _commands;

    /// <summary>How many of them ask and write nothing.</summary>
    public int Reads => _commands.Count(command => command.StartsWith("SELECT", StringComparison.Ordinal));

    public void Clear() => _commands.Clear();

    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
    {
        _commands.Enqueue(result.CommandText);
        return result;
    }
}
