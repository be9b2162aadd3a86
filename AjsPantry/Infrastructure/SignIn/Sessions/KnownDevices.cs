using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.DataProtection;

namespace AjsPantry.Infrastructure.SignIn.Sessions;

/// <summary>
/// Knows a device again on which somebody signed in before, by a sealed cookie that outlives the session. It opens nothing: it only lets
/// the device's own wrong passwords be counted apart from those of strangers, so that a stranger cannot keep an owner out.
/// </summary>
public sealed class KnownDevices(IDataProtectionProvider protection, TimeProvider clock)
{
    private const string Cookie = "pantry-device";

    /// <summary>Browsers keep no cookie for longer than 400 days. Every sign-in begins it anew.</summary>
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(365);

    private readonly IDataProtector _protector = protection.CreateProtector("AjsPantry.KnownDevices");

    /// <summary>The device that asks; null when nobody signed in on it before.</summary>
    public KnownDevice? Find(HttpContext context)
    {
        if (context.Request.Cookies[HostCookie.Name(context.Request.IsHttps, Cookie)] is not { Length: > 0 } text)
            return null;
        try
        {
            var device = JsonSerializer.Deserialize<KnownDevice>(_protector.Unprotect(text));
            return device?.Until > clock.GetUtcNow() ? device : null;
        }
        catch (CryptographicException)
        {
            // Made up, or sealed with a key that was replaced.
            return null;
        }
    }

    /// <summary>Called for whoever has just signed in, in whichever way.</summary>
    public void Remember(HttpContext context, Guid tenantId, Guid memberId)
    {
        var device = (Find(context) ?? KnownDevice.New()).With(tenantId, memberId) with { Until = clock.GetUtcNow() + Lasts };
        var text = _protector.Protect(JsonSerializer.Serialize(device));
        context.Response.Cookies.Append(HostCookie.Name(context.Request.IsHttps, Cookie), text, HostCookie.Options(context, Lasts));
    }
}

/// <param name="Accounts">Hashes of the accounts that signed in there, the latest first.</param>
public sealed record KnownDevice(string Id, IReadOnlyList<string> Accounts, DateTimeOffset Until)
{
    /// <summary>A tablet in a pantry is used by a floor; more would not fit a cookie.</summary>
    private const int MostAccounts = 30;

    private const int BytesOfHash = 12;

    public static KnownDevice New() => new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), [], DateTimeOffset.MinValue);

    public bool Knows(SignInCandidate account) => Accounts.Contains(HashOf(account.TenantId, account.MemberId));

    public KnownDevice With(Guid tenantId, Guid memberId)
    {
        var hash = HashOf(tenantId, memberId);
        return this with { Accounts = [hash, .. Accounts.Where(other => other != hash).Take(MostAccounts - 1)] };
    }

    private string HashOf(Guid tenantId, Guid memberId) =>
        Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes($"{Id}/{tenantId}/{memberId}")).AsSpan(0, BytesOfHash));
}
