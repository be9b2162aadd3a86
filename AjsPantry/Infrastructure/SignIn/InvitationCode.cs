using System.Security.Cryptography;
using System.Text;
using AjsPantry.Infrastructure.SignIn.TwoStep;

namespace AjsPantry.Infrastructure.SignIn;

/// <summary>
/// The short way into an open invitation, for whoever has it on paper: the residence's code and six symbols, noor-7K4M-Q2. Twenty-nine
/// symbols that do not look alike make 594,823,321 codes. A residence takes 200 wrong ones a day, from however many addresses: where 200
/// invitations are open, one who tries all day has a chance of 1 in 15,000. Admins and people with a password get none.
/// </summary>
internal static class InvitationCode
{
    /// <summary>Where it is entered.</summary>
    public const string Path = "/join";

    /// <summary>Neither 0, 1, I, L and O, nor S and Z, which are read as 5 and 2.</summary>
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRTUVWXY";

    private const int Symbols = 6;

    private const int FirstGroup = 4;

    /// <summary>
    /// Six symbols are soon counted through by whoever reads the hashes of a lost backup; so each costs some milliseconds, and is worth
    /// nothing after two weeks.
    /// </summary>
    private const int Rounds = 10_000;

    private const int BytesOfHash = 32;

    public static string New() => RandomNumberGenerator.GetString(Alphabet, Symbols);

    /// <summary>As it stands on the card.</summary>
    public static string Shown(string residence, string symbols) => $"{residence}-{symbols[..FirstGroup]}-{symbols[FirstGroup..]}";

    public static byte[] Hash(Guid tenantId, string symbols) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.ASCII.GetBytes(symbols), tenantId.ToByteArray(), Rounds, HashAlgorithmName.SHA256, BytesOfHash);

    /// <summary>Reads a code in any letter case and width, with or without its dashes, and with blanks wherever they are.</summary>
    /// <param name="residence">The residence's code without dashes, in small letters.</param>
    public static bool TryRead(string? typed, out string residence, out string symbols)
    {
        residence = "";
        symbols = "";
        // The keys of links have a point within and are longer.
        if (typed is null or { Length: > LongestTyped } || typed.Contains('.', StringComparison.Ordinal))
            return false;
        // Of ASCII only: what another rule of small letters makes of other signs must not be another residence to the counters.
        var plain = TypedCode.Plain(typed);
        if (plain.Length <= Symbols)
            return false;
        residence = plain[..^Symbols].ToLowerInvariant();
        symbols = plain[^Symbols..].Replace('S', '5').Replace('Z', '2');
        return symbols.All(symbol => Alphabet.Contains(symbol, StringComparison.Ordinal));
    }

    private const int LongestTyped = 60;
}
