using AjsPantry.Infrastructure.Identity;

namespace AjsPantry.Infrastructure.SignIn.TwoStep;

/// <summary>
/// A code as people type or paste it: with blanks of any kind, dashes, small letters, digits of another script or of full width. What is
/// left is capital letters and the digits 0 to 9.
/// </summary>
public static class TypedCode
{
    /// <summary>Far more than a code with every blank that somebody may put into it.</summary>
    public const int Longest = 100;

    public static string Plain(string? typed) =>
        typed is null or { Length: > Longest } ? ""
        : string.Concat(MemberNumber.Plain(typed).ToUpperInvariant().Where(char.IsAsciiLetterOrDigit));
}
