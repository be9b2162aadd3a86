using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AjsPantry.Infrastructure.SignIn.TwoStep;

/// <summary>
/// Codes for whoever lost the phone, each good once. Kept as hashes under one salt of the set, with as many rounds as passwords have:
/// rounds, salt and hashes, with dots between.
/// </summary>
internal static class RecoveryCodes
{
    private const int Count = 10;

    private const int Letters = 10;

    /// <summary>Without vowels, which make words, and without what looks like something else.</summary>
    private const string Alphabet = "23456789BCDFGHJKMNPQRTVWXY";

    private const char Between = '.';

    /// <summary>How codes were kept before they were hashed: in clear, with this between.</summary>
    private const char BetweenClear = ';';

    private const int HashBytes = 32;

    /// <summary>New codes as people see them: BCDFG-2345H.</summary>
    public static IReadOnlyList<string> New() =>
        [.. Enumerable.Range(0, Count).Select(_ => RandomNumberGenerator.GetString(Alphabet, Letters).Insert(Letters / 2, "-"))];

    /// <summary>What the database keeps of the codes.</summary>
    public static string Hashed(IEnumerable<string> codes, int rounds)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        return string.Join(Between, [
            rounds.ToString(CultureInfo.InvariantCulture),
            Convert.ToBase64String(salt),
            .. codes.Select(code => Convert.ToBase64String(Hash(TypedCode.Plain(code), salt, rounds)))]);
    }

    /// <summary>The codes of a set that is kept in clear, as sets were once; null for one that is hashed.</summary>
    public static string[]? InClear(string kept) =>
        kept.Contains(Between, StringComparison.Ordinal) ? null : kept.Split(BetweenClear, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What is left of a hashed set when the code is used up; null when it is none of the set.</summary>
    public static string? Without(string kept, string code)
    {
        var parts = kept.Split(Between);
        if (code.Length != Letters || parts.Length < 3)
            return null;
        var hash = Hash(code, Convert.FromBase64String(parts[1]), int.Parse(parts[0], CultureInfo.InvariantCulture));
        var at = Array.FindIndex(parts, 2, part => CryptographicOperations.FixedTimeEquals(Convert.FromBase64String(part), hash));
        return at < 0 ? null : string.Join(Between, parts.Where((_, index) => index != at));
    }

    public static int Left(string? kept) => kept is null ? 0 : InClear(kept)?.Length ?? kept.Count(letter => letter == Between) - 1;

    private static byte[] Hash(string code, byte[] salt, int rounds) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.ASCII.GetBytes(code), salt, rounds, HashAlgorithmName.SHA512, HashBytes);
}
