using System.Text;

namespace AjsPantry.Infrastructure.SignIn.Passwords;

/// <summary>What every password has in common: how long it is, and the one form in which it is hashed and compared.</summary>
public static class PasswordRules
{
    /// <summary>In letters as people count them, after what two keyboards write differently was made one.</summary>
    public const int Least = 12;

    /// <summary>In UTF-16 units as sent. Far above any sentence; keeps nobody busy with megabytes.</summary>
    public const int Most = 200;

    public static readonly string TooLong = $"Use {Most} characters at most.";

    /// <summary>
    /// The same letters in the same form (NFC), whatever the keyboard makes of them: a phone writes é as one code, a Mac may write it as
    /// two.
    /// </summary>
    public static string Plain(string password) => password.Length > Most ? password : Normalized(password, NormalizationForm.FormC);

    /// <summary>Every form in which a password may have been hashed before there was one form; the present one first.</summary>
    public static IEnumerable<string> Forms(string password) =>
        password.Length > Most ? []
        : new[] { Plain(password), password, Normalized(password, NormalizationForm.FormD) }.Distinct(StringComparer.Ordinal);

    public static bool IsTooShort(string password) => Plain(password).EnumerateRunes().Count() < Least;

    private static string Normalized(string text, NormalizationForm form)
    {
        try
        {
            return text.Normalize(form);
        }
        catch (ArgumentException)
        {
            // Half of a letter made of two units, or a code that is no letter: taken as it is.
            return text;
        }
    }
}
