using System.Net;
using Npgsql;

namespace AjsPantry.Infrastructure.Persistence;

/// <summary>
/// Where the database is, as the settings say it: as a connection string, or as the URL that providers of databases hand out.
/// </summary>
public static class DatabaseAddress
{
    /// <summary>The URL as the application's role, and as the owner who migrates.</summary>
    public const string Url = "DATABASE_URL", OwnerUrl = "DATABASE_OWNER_URL";

    private const string Options = "sslmode, sslrootcert, channel_binding, target_session_attrs, application_name and connect_timeout";

    /// <summary>Puts a URL in the place of the connection string of that name, which everything else reads.</summary>
    /// <exception cref="InvalidOperationException">Both are set and differ, or the URL is none.</exception>
    public static void Apply(ConfigurationManager configuration, string url = Url, string name = "Pantry")
    {
        if (configuration[url] is not { Length: > 0 } given)
        {
            Seal(configuration, name);
            return;
        }

        var connection = FromUrl(given)
            ?? throw new InvalidOperationException(
                $"{url} is no address of a PostgreSQL database, such as postgresql://user:password@host:5432/database?sslmode=verify-full, or has other options than {Options}.");
        if (configuration.GetConnectionString(name) is { Length: > 0 } other
            && new NpgsqlConnectionStringBuilder(other).EquivalentTo(new NpgsqlConnectionStringBuilder(connection)) is false)
            throw new InvalidOperationException($"{url} and ConnectionStrings:{name} are both set and differ. Keep one of them.");
        configuration.AddInMemoryCollection([new($"ConnectionStrings:{name}", connection)]);
        Seal(configuration, name);
    }

    /// <summary>A server elsewhere proves who it is, unless the settings say something else than what a driver does by itself.</summary>
    private static void Seal(ConfigurationManager configuration, string name)
    {
        var connection = new NpgsqlConnectionStringBuilder(configuration.GetConnectionString(name));
        if (Hosts(connection).All(IsLocal) || connection.SslMode != SslMode.Prefer)
            return;
        connection.SslMode = SslMode.VerifyFull;
        configuration.AddInMemoryCollection([new($"ConnectionStrings:{name}", connection.ConnectionString)]);
    }

    /// <summary>
    /// postgresql://user:password@host:port,host:port/database?sslmode=require as a connection string; null when it is no such URL.
    /// </summary>
    public static string? FromUrl(string url)
    {
        var rest = url.StartsWith("postgresql://", StringComparison.Ordinal) ? url["postgresql://".Length..]
            : url.StartsWith("postgres://", StringComparison.Ordinal) ? url["postgres://".Length..] : null;
        if (rest is null || rest.Split('?', 2) is not [var place, ..] parts || place.LastIndexOf('@') is var at && at < 0
            || place[(at + 1)..].Split('/', 2) is not [{ Length: > 0 } hosts, { Length: > 0 } database])
            return null;
        var user = place[..at].Split(':', 2);
        var connection = new NpgsqlConnectionStringBuilder { Host = hosts, Username = Plain(user[0]), Database = Plain(database) };
        if (user.Length > 1)
            connection.Password = Plain(user[1]);
        // One host keeps its port in a field of its own; several keep theirs beside them.
        if (!hosts.Contains(',', StringComparison.Ordinal) && hosts.LastIndexOf(':') is > 0 and var colon && !hosts.EndsWith(']'))
        {
            if (!int.TryParse(hosts[(colon + 1)..], System.Globalization.CultureInfo.InvariantCulture, out var port)
                || port is < 1 or > 65535)
                return null;
            connection.Host = hosts[..colon];
            connection.Port = port;
        }

        return parts.Length == 1 || AddOptions(connection, parts[1]) ? connection.ConnectionString : null;
    }

    /// <summary>The machines that the connection string names; empty entries are left out.</summary>
    public static IEnumerable<string> Hosts(NpgsqlConnectionStringBuilder connection) =>
        (connection.Host ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(host =>
            host.StartsWith('/') || host.Count(sign => sign == ':') > 1 && !host.StartsWith('[') ? host : host.StartsWith('[')
                ? host[1..].Split(']')[0] : host.Split(':')[0]);

    /// <summary>What is said to the host stays on the machine.</summary>
    public static bool IsLocal(string host) =>
        host is "localhost" || host.StartsWith('/') || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    /// <summary>People's data and a password cross a network to a server that has not proved by its certificate who it is.</summary>
    public static bool IsOpen(NpgsqlConnectionStringBuilder connection) =>
        connection.SslMode != SslMode.VerifyFull && !Hosts(connection).All(IsLocal);

    private static string Plain(string encoded) => Uri.UnescapeDataString(encoded);

    /// <returns>False for an option that says something else than we would do.</returns>
    private static bool AddOptions(NpgsqlConnectionStringBuilder connection, string query)
    {
        foreach (var option in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = option.Split('=', 2) is [var left, var right] ? (Plain(left), Plain(right)) : (Plain(option), "");
            if (!AddOption(connection, name, value))
                return false;
        }

        return true;
    }

    private static bool AddOption(NpgsqlConnectionStringBuilder connection, string name, string value)
    {
        switch (name)
        {
            case "sslmode" when Mode(value) is { } mode:
                connection.SslMode = mode;
                return true;
            case "sslrootcert":
                connection.RootCertificate = value;
                return true;
            case "channel_binding" when value is "disable" or "prefer" or "require":
                connection.ChannelBinding = Enum.Parse<ChannelBinding>(value, ignoreCase: true);
                return true;
            case "target_session_attrs" when value is "any" or "read-write" or "primary" or "prefer-standby" or "standby" or "read-only":
                connection.TargetSessionAttributes = value;
                return true;
            case "application_name":
                connection.ApplicationName = value;
                return true;
            case "connect_timeout" when int.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var seconds)
                && seconds >= 0:
                connection.Timeout = Math.Min(seconds, 1024);
                return true;
            default:
                return false;
        }
    }

    private static SslMode? Mode(string word) => word switch
    {
        "disable" => SslMode.Disable,
        "allow" => SslMode.Allow,
        "prefer" => SslMode.Prefer,
        "require" => SslMode.Require,
        "verify-ca" => SslMode.VerifyCA,
        "verify-full" => SslMode.VerifyFull,
        _ => null,
    };
}
