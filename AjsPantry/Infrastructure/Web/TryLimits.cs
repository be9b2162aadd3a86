using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using AjsPantry.Infrastructure.Identity;
using Npgsql;

namespace AjsPantry.Infrastructure.Web;

/// <summary>
/// Counts tries at the doors: per network address, against one who tries many accounts, and per account, against many who try one.
/// The counts stand in the database, so that several nodes count together and a restart forgets nothing. What succeeds is forgiven:
/// a whole residence signs in behind one address, and only its mistakes add up.
/// </summary>
public sealed class TryLimits(NpgsqlDataSource database, IConfiguration configuration, TimeProvider clock)
{
    /// <summary>Counts when neither window is full. A refused try is not counted, so that hammering keeps nobody out for longer.</summary>
    private const string Count = """
        INSERT INTO tries AS t (key, minute_from, in_minute, hour_from, in_hour) VALUES ($1, $2, 1, $2, 1)
        ON CONFLICT (key) DO UPDATE SET
            minute_from = CASE WHEN t.minute_from <= $2 - interval '1 minute' THEN $2 ELSE t.minute_from END,
            in_minute = CASE WHEN t.minute_from <= $2 - interval '1 minute' THEN 1 ELSE t.in_minute + 1 END,
            hour_from = CASE WHEN t.hour_from <= $2 - interval '1 hour' THEN $2 ELSE t.hour_from END,
            in_hour = CASE WHEN t.hour_from <= $2 - interval '1 hour' THEN 1 ELSE t.in_hour + 1 END
        WHERE (t.in_minute < $3 OR t.minute_from <= $2 - interval '1 minute') AND (t.in_hour < $4 OR t.hour_from <= $2 - interval '1 hour')
        RETURNING NULL
        """;

    private const string FreeAgainAt = """
        SELECT greatest(CASE WHEN in_minute >= $2 THEN minute_from + interval '1 minute' END, CASE WHEN in_hour >= $3 THEN hour_from + interval '1 hour' END)
        FROM tries WHERE key = $1
        """;

    private const string Forgive = "UPDATE tries SET in_minute = greatest(in_minute - 1, 0), in_hour = greatest(in_hour - 1, 0) WHERE key = ANY ($1)";

    private const string Forget = "DELETE FROM tries WHERE minute_from < $1 AND hour_from < $1";

    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(1);

    private readonly (int PerMinute, int PerHour) _ofAddress = (configuration.GetValue("SignIn:TriesPerMinute", 30), configuration.GetValue("SignIn:TriesPerHour", 200));

    private readonly (int PerMinute, int PerHour) _ofAccount = (configuration.GetValue("SignIn:AccountTriesPerMinute", 8), configuration.GetValue("SignIn:AccountTriesPerHour", 40));

    /// <summary>Counts a try.</summary>
    /// <param name="door">What is tried, such as sign-in; every door counts for itself.</param>
    /// <param name="account">Whose account, as typed; null when the door has none.</param>
    /// <returns>How long to wait when there were too many; null when the try may go on.</returns>
    public async Task<TimeSpan?> CountAsync(HttpContext context, string door, string? account, CancellationToken cancellationToken)
    {
        // The address first: whoever has used up an address can then keep no account from its owner.
        var wait = await CountAsync(AddressKey(context, door), _ofAddress, cancellationToken);
        return wait is null && account is not null ? await CountAsync(AccountKey(door, account), _ofAccount, cancellationToken) : wait;
    }

    /// <summary>Takes a counted try back, because it was no guess.</summary>
    /// <inheritdoc cref="CountAsync(HttpContext, string, string?, CancellationToken)"/>
    public async Task ForgiveAsync(HttpContext context, string door, string? account, CancellationToken cancellationToken)
    {
        byte[][] keys = account is null ? [AddressKey(context, door)] : [AddressKey(context, door), AccountKey(door, account)];
        await using var command = database.CreateCommand(Forgive);
        command.Parameters.AddWithValue(keys);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Deletes counts whose windows are over.</summary>
    /// <returns>How many.</returns>
    public async Task<int> ForgetAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Forget);
        command.Parameters.AddWithValue(clock.GetUtcNow() - TimeSpan.FromHours(1));
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<TimeSpan?> CountAsync(byte[] key, (int PerMinute, int PerHour) most, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var count = database.CreateCommand(Count);
        count.Parameters.AddWithValue(key);
        count.Parameters.AddWithValue(now);
        count.Parameters.AddWithValue(most.PerMinute);
        count.Parameters.AddWithValue(most.PerHour);
        await using (var counted = await count.ExecuteReaderAsync(cancellationToken))
        {
            if (counted.HasRows)
                return null;
        }

        await using var ask = database.CreateCommand(FreeAgainAt);
        ask.Parameters.AddWithValue(key);
        ask.Parameters.AddWithValue(most.PerMinute);
        ask.Parameters.AddWithValue(most.PerHour);
        var wait = await ask.ExecuteScalarAsync(cancellationToken) is DateTime until ? until - now.UtcDateTime : ShortestWait;
        return wait > ShortestWait ? wait : ShortestWait;
    }

    private static byte[] AddressKey(HttpContext context, string door) => Hash($"{door} from {AddressOf(context)}");

    private static byte[] AccountKey(string door, string account) => Hash($"{door} as {MemberNumber.AtDoor(account).ToUpperInvariant()}");

    /// <summary>Names are typed where passwords are, and sometimes a password is typed as name; so nothing typed is kept.</summary>
    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    /// <summary>One line with IPv6 is a whole /64: whoever has it can change the rest at will.</summary>
    private static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress switch
    {
        null => "",
        { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } address => new IPAddress([.. address.GetAddressBytes().Take(8), .. new byte[8]]).ToString(),
        var address => address.MapToIPv4().ToString(),
    };
}
