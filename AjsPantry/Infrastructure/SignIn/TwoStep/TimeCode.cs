using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AjsPantry.Infrastructure.SignIn.TwoStep;

/// <summary>The six digits that an authenticator app shows, after RFC 6238: HMAC-SHA1 over the half minutes since 1970.</summary>
internal static class TimeCode
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>160 bits, as RFC 4226 advises.</summary>
    private const int KeyBytes = 20;

    private const int SecondsPerStep = 30;

    private const int Digits = 6;

    /// <summary>A clock may be half a minute wrong, no more.</summary>
    private const int StepsEachWay = 1;

    /// <summary>A new key as apps take it: base 32.</summary>
    public static string NewKey()
    {
        var key = new StringBuilder();
        var bits = 0;
        var held = 0;
        foreach (var octet in RandomNumberGenerator.GetBytes(KeyBytes))
        {
            bits = (bits << 8) | octet;
            held = held + 8;
            for (; held >= 5; held -= 5)
                key.Append(Base32[(bits >> (held - 5)) & 31]);
        }

        return key.ToString();
    }

    /// <summary>Whether the text can be a key; what is kept sealed cannot.</summary>
    public static bool IsKey(string text) => text.Length > 0 && text.All(letter => Base32.Contains(letter, StringComparison.Ordinal));

    /// <summary>The step to which a code belongs, now or one before or after; null when it is no code of the key.</summary>
    /// <param name="code">As <see cref="TypedCode.Plain"/> makes it.</param>
    public static long? StepOf(string key, string code, DateTimeOffset now)
    {
        if (code.Length != Digits)
            return null;
        var secret = Octets(key);
        var present = now.ToUnixTimeSeconds() / SecondsPerStep;
        for (var step = present - StepsEachWay; step <= present + StepsEachWay; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(CodeAt(secret, step)), Encoding.ASCII.GetBytes(code)))
                return step;
        }

        return null;
    }

    /// <summary>Whether the key's code of that step is this one.</summary>
    public static bool IsCodeAt(string key, string code, long step) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(CodeAt(Octets(key), step)), Encoding.UTF8.GetBytes(code));

    private static string CodeAt(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // What authenticator apps speak; as a keyed hash it is sound.
        var hash = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Octets(string key)
    {
        var octets = new List<byte>();
        var bits = 0;
        var held = 0;
        foreach (var letter in key)
        {
            bits = ((bits << 5) | Base32.IndexOf(letter, StringComparison.Ordinal)) & 0xFFFF;
            held = held + 5;
            if (held < 8)
                continue;
            held -= 8;
            octets.Add((byte)(bits >> held));
        }

        return [.. octets];
    }
}
