using System.Security.Cryptography;
using System.Text;

namespace AjsPantry.Infrastructure.Identity.Sessions;

/// <summary>
/// What the cookie carries (encrypted): the tenant, so that the session can be looked up behind the tenant's wall, and 256
/// random bits, of which the database keeps the hash only.
/// </summary>
internal readonly record struct SecretKey(Guid TenantId, string Secret)
{
    public static SecretKey New(Guid tenantId) => new(tenantId, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));

    public static bool TryParse(string text, out SecretKey key)
    {
        var parts = text.Split('.');
        key = parts.Length == 2 && Guid.TryParse(parts[0], out var tenantId) ? new(tenantId, parts[1]) : default;
        return key.Secret is not null;
    }

    /// <summary>
    /// What a session's key proves to the database without being it: the database keeps the hash of this, so that only the holder of the
    /// key can name it, and whoever reads it in a log cannot sign in with it.
    /// </summary>
    public byte[] Proof() => [.. TenantId.ToByteArray(bigEndian: true), .. Hash()];

    /// <summary>By what the database finds a session.</summary>
    public byte[] SessionHash() => SHA256.HashData(Hash());

    public byte[] Hash() => SHA256.HashData(Encoding.ASCII.GetBytes(Secret));

    public override string ToString() => $"{TenantId:N}.{Secret}";
}
