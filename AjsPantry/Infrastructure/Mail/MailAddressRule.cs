using System.Text.RegularExpressions;
using MimeKit;

namespace AjsPantry.Infrastructure.Mail;

/// <summary>Whether a text is an address that a mail program can send to: the one rule wherever an address is typed or brought.</summary>
public static partial class MailAddressRule
{
    public const int Longest = 254;

    private const int LongestName = 64;

    /// <summary>Up to 63 letters, digits and hyphens, none of these at its ends.</summary>
    private const string Label = @"[\p{L}\p{Nd}]([\p{L}\p{M}\p{Nd}-]{0,61}[\p{L}\p{M}\p{Nd}])?";

    /// <param name="text">Cleaned of blanks around it.</param>
    public static bool Holds(string text)
    {
        var at = text.LastIndexOf('@');
        var isShort = at is > 0 and <= LongestName && text.Length <= Longest;
        return isShort && Name().IsMatch(text[..at]) && IsDomain(text[(at + 1)..])
            && MailboxAddress.TryParse(text, out var parsed) && parsed.Address == text;
    }

    /// <summary>
    /// Whether a text is the part of an address behind the at sign: names with dots between, the last of which is no number.
    /// </summary>
    public static bool IsDomain(string text) => Domain().IsMatch(text) && text.Split('.')[^1].Any(letter => !char.IsDigit(letter));

    // Words with single dots between, without the signs that mean something in a list of addresses.
    [GeneratedRegex(@"^[^\s@.""(),:;<>\[\]\\\p{C}]+(\.[^\s@.""(),:;<>\[\]\\\p{C}]+)*$")]
    private static partial Regex Name();

    [GeneratedRegex($@"^{Label}(\.{Label})+$")]
    private static partial Regex Domain();
}
