using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace AjsPantry.Infrastructure.Web;

/// <summary>
/// Counts tries at the doors: per network address, against one who tries many accounts, and per account, against many who try
/// one. The counts live in this process: several nodes allow as many times more.
/// </summary>
public sealed class TryLimits(IConfiguration configuration) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _addresses = Windows(
        configuration.GetValue("SignIn:TriesPerMinute", 30), configuration.GetValue("SignIn:TriesPerHour", 200));

    private readonly PartitionedRateLimiter<string> _accounts = Windows(
        configuration.GetValue("SignIn:AccountTriesPerMinute", 8), configuration.GetValue("SignIn:AccountTriesPerHour", 40));

    /// <summary>A residence shares one address, and each of its open pages asks now and then; a try costs no password check here.</summary>
    private readonly PartitionedRateLimiter<string> _keepAlives = Windows(600, 20_000);

    private readonly PartitionedRateLimiter<string> _keptSessions = Windows(30, 600);

    /// <summary>Counts a try.</summary>
    /// <param name="door">What is tried, such as sign-in; every door counts for itself.</param>
    /// <param name="account">Whose account, as typed; null when the door has none.</param>
    /// <returns>False when there were too many.</returns>
    public bool Allow(HttpContext context, string door, string? account)
    {
        using var address = _addresses.AttemptAcquire($"{door} {AddressOf(context)}");
        if (!address.IsAcquired || account is null)
            return address.IsAcquired;
        using var name = _accounts.AttemptAcquire($"{door} {account.Trim().ToUpperInvariant()}");
        return name.IsAcquired;
    }

    /// <summary>As <see cref="Allow"/>, for a page that says that its person is still there.</summary>
    public bool AllowKeepAlive(HttpContext context, Guid sessionId)
    {
        using var address = _keepAlives.AttemptAcquire(AddressOf(context));
        using var session = _keptSessions.AttemptAcquire(sessionId.ToString());
        return address.IsAcquired && session.IsAcquired;
    }

    public void Dispose()
    {
        _addresses.Dispose();
        _accounts.Dispose();
        _keepAlives.Dispose();
        _keptSessions.Dispose();
    }

    /// <summary>One line with IPv6 is a whole /64: whoever has it can change the rest at will.</summary>
    private static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress switch
    {
        null => "",
        { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } address => new IPAddress([.. address.GetAddressBytes().Take(8), .. new byte[8]]).ToString(),
        var address => address.MapToIPv4().ToString(),
    };

    private static PartitionedRateLimiter<string> Windows(int perMinute, int perHour) =>
        PartitionedRateLimiter.CreateChained(Window(perMinute, TimeSpan.FromMinutes(1)), Window(perHour, TimeSpan.FromHours(1)));

    private static PartitionedRateLimiter<string> Window(int most, TimeSpan length) => PartitionedRateLimiter.Create<string, string>(key =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = length }));
}
