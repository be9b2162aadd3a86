using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace AjsPantry.Tests.Support;

/// <summary>An authenticator app, after RFC 6238 with its defaults: HMAC-SHA1 over the half minutes since 1970, six digits.</summary>
internal static class Authenticator
{
    /// <summary>What the app shows for a key.</summary>
    public static string Code(string base32, DateTimeOffset now)
    {
        var bits = string.Concat(
            base32.Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2)
                .PadLeft(5, '0')));
        var key = bits.Chunk(8).Where(octet => octet.Length == 8).Select(octet => Convert.ToByte(new string(octet), 2)).ToArray();
        var step = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, now.ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // The authenticator apps speak SHA-1.
        var hash = HMACSHA1.HashData(key, step);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }
}
