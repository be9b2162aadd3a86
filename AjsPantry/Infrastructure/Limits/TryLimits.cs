using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using AjsPantry.Infrastructure.Identity;
using Npgsql;

namespace AjsPantry.Infrastructure.Limits;

/// <summary>
/// Counts tries at the doors. The counts stand in the database, so that several nodes count together and a restart forgets nothing.
/// What succeeds is forgiven: a whole residence signs in behind one address, and only its mistakes add up.
/// </summary>
public sealed class TryLimits(NpgsqlDataSource database, IConfiguration configuration, TimeProvider clock)
{
    /// <summary>Counts when no window is full. A refused try is not counted, so that hammering keeps nobody out for longer.</summary>
    private const string Count = """
        INSERT INTO tries AS t (key, minute_from, in_minute, hour_from, in_hour, day_from, in_day) VALUES ($1, $2, 1, $2, 1, $2, 1)
        ON CONFLICT (key) DO UPDATE SET
            minute_from = CASE WHEN t.minute_from <= $2 - interval '1 minute' THEN $2 ELSE t.minute_from END,
            in_minute = CASE WHEN t.minute_from <= $2 - interval '1 minute' THEN 1 ELSE t.in_minute + 1 END,
            hour_from = CASE WHEN t.hour_from <= $2 - interval '1 hour' THEN $2 ELSE t.hour_from END,
            in_hour = CASE WHEN t.hour_from <= $2 - interval '1 hour' THEN 1 ELSE t.in_hour + 1 END,
            day_from = CASE WHEN t.day_from <= $2 - interval '1 day' THEN $2 ELSE t.day_from END,
            in_day = CASE WHEN t.day_from <= $2 - interval '1 day' THEN 1 ELSE t.in_day + 1 END
        WHERE (t.in_minute < $3 OR t.minute_from <= $2 - interval '1 minute') AND (t.in_hour < $4 OR t.hour_from <= $2 - interval '1 hour')
            AND (t.in_day < $5 OR t.day_from <= $2 - interval '1 day')
        RETURNING NULL
        """;

    private const string FreeAgainAt = """
        SELECT greatest(
            CASE WHEN in_minute >= $2 THEN minute_from + interval '1 minute' END,
            CASE WHEN in_hour >= $3 THEN hour_from + interval '1 hour' END,
            CASE WHEN in_day >= $4 THEN day_from + interval '1 day' END)
        FROM tries WHERE key = $1
        """;

    private const string Forgive = """
        UPDATE tries SET in_minute = greatest(in_minute - 1, 0), in_hour = greatest(in_hour - 1, 0), in_day = greatest(in_day - 1, 0)
        WHERE key = $1
        """;

    private const string Forget = "DELETE FROM tries WHERE minute_from < $1 AND hour_from < $1 AND day_from < $1";

    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(1);

    private readonly TryBudget _ofAddress = Budget(configuration, "", new(120, 1000, 5000));

    private readonly TryBudget _ofAccount = Budget(configuration, "Account", new(8, 20, 40));

    private readonly TryBudget _ofStrangers = Budget(configuration, "Stranger", new(60, 100, 200));

    private readonly TryBudget _ofCodes = Budget(configuration, "Code", new(30, 60, 100));

    private static TryBudget Budget(IConfiguration configuration, string of, TryBudget usual) => new(
        configuration.GetValue($"SignIn:{of}TriesPerMinute", usual.PerMinute),
        configuration.GetValue($"SignIn:{of}TriesPerHour", usual.PerHour),
        configuration.GetValue($"SignIn:{of}TriesPerDay", usual.PerDay));

    /// <summary>Of one network address at all accounts, against one who tries many. Large: a residence may have one address.</summary>
    public TryCount OfAddress(HttpContext context, string door) => new($"{door} from {AddressOf(context)}", _ofAddress);

    /// <summary>At one account, wherever they come from.</summary>
    public TryCount OfAccount(string door, string account) => new($"{door} as {account}", _ofAccount);

    /// <summary>Of one network address at one account: whoever hammers an account from elsewhere keeps nobody else from it.</summary>
    public TryCount OfAddressAtAccount(HttpContext context, string door, string account) =>
        new($"{door} from {AddressOf(context)} as {account}", _ofAccount);

    /// <summary>Of one device at an account that signed in there before.</summary>
    public TryCount OfDevice(string door, string device, string account) => new($"{door} on {device} as {account}", _ofAccount);

    /// <summary>Of one network address at one residence, whose people may all sit behind it and type the codes of their cards.</summary>
    public TryCount OfAddressAtResidence(HttpContext context, string door, string residence) =>
        new($"{door} from {AddressOf(context)} at {residence}", _ofCodes);

    /// <summary>Of many together at one thing, from however many addresses: this bounds what can be guessed in a day.</summary>
    public TryCount OfMany(string door, string thing) => new($"{door} by many at {thing}", _ofStrangers);

    /// <summary>Counts a try at an account, if the door has one, and from an address.</summary>
    /// <param name="door">What is tried, such as sign-in; every door counts for itself.</param>
    /// <param name="account">Whose account, as typed; null when the door has none.</param>
    /// <returns>How long to wait when there were too many; null when the try may go on.</returns>
    public Task<TimeSpan?> CountAsync(HttpContext context, string door, string? account, CancellationToken cancellationToken) =>
        CountAsync(CountsOf(context, door, account), cancellationToken);

    /// <summary>Takes a counted try back, because it was no guess.</summary>
    /// <inheritdoc cref="CountAsync(HttpContext, string, string?, CancellationToken)"/>
    public Task ForgiveAsync(HttpContext context, string door, string? account, CancellationToken cancellationToken) =>
        ForgiveAsync(CountsOf(context, door, account), cancellationToken);

    /// <summary>Counts a try in each of them, or in none where one is full. The narrowest comes first and spares the others.</summary>
    /// <returns>How long to wait when there were too many; null when the try may go on.</returns>
    public async Task<TimeSpan?> CountAsync(IReadOnlyList<TryCount> counts, CancellationToken cancellationToken)
    {
        foreach (var (at, count) in counts.Index())
        {
            if (await CountAsync(count, cancellationToken) is not { } wait)
                continue;
            await ForgiveAsync([.. counts.Take(at)], CancellationToken.None);
            return wait;
        }

        return null;
    }

    /// <summary>Takes a try back that was counted in all of them. One after another, so that two never wait for each other.</summary>
    public async Task ForgiveAsync(IReadOnlyList<TryCount> counts, CancellationToken cancellationToken)
    {
        foreach (var count in counts)
        {
            await using var command = database.CreateCommand(Forgive);
            command.Parameters.AddWithValue(Hash(count.Of));
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <summary>Deletes counts whose windows are over.</summary>
    /// <returns>How many.</returns>
    public async Task<int> ForgetAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Forget);
        command.Parameters.AddWithValue(clock.GetUtcNow() - TimeSpan.FromDays(1));
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<TimeSpan?> CountAsync(TryCount tries, CancellationToken cancellationToken)
    {
        var key = Hash(tries.Of);
        var now = clock.GetUtcNow();
        await using var count = database.CreateCommand(Count);
        count.Parameters.AddWithValue(key);
        count.Parameters.AddWithValue(now);
        AddBudget(count, tries.Budget);
        await using (var counted = await count.ExecuteReaderAsync(cancellationToken))
        {
            if (counted.HasRows)
                return null;
        }

        await using var ask = database.CreateCommand(FreeAgainAt);
        ask.Parameters.AddWithValue(key);
        AddBudget(ask, tries.Budget);
        var wait = await ask.ExecuteScalarAsync(cancellationToken) is DateTime until ? until - now.UtcDateTime : ShortestWait;
        return wait > ShortestWait ? wait : ShortestWait;
    }

    private static void AddBudget(NpgsqlCommand command, TryBudget budget)
    {
        command.Parameters.AddWithValue(budget.PerMinute);
        command.Parameters.AddWithValue(budget.PerHour);
        command.Parameters.AddWithValue(budget.PerDay);
    }

    private List<TryCount> CountsOf(HttpContext context, string door, string? account) =>
        account is null
            ? [OfAddress(context, door)]
            : [OfAccount(door, MemberNumber.Key(account)), OfAddress(context, door)];

    /// <summary>Names are typed where passwords are, and sometimes a password is typed as name; so nothing typed is kept.</summary>
    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    /// <summary>One line with IPv6 is a whole /64: whoever has it can change the rest at will.</summary>
    private static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress switch
    {
        null => "",
        { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } address =>
            new IPAddress([.. address.GetAddressBytes().Take(8), .. new byte[8]]).ToString(),
        var address => address.MapToIPv4().ToString(),
    };
}

/// <summary>How many failed tries are taken before one has to wait.</summary>
public sealed record TryBudget(int PerMinute, int PerHour, int PerDay);

/// <summary>One of the counts that a try goes into.</summary>
/// <param name="Of">Whose tries at what; kept as a hash only.</param>
public sealed record TryCount(string Of, TryBudget Budget);
