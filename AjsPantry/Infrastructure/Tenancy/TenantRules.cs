using System.Globalization;
using System.Text.RegularExpressions;
using AjsPantry.Infrastructure.Web.Input;
using FluentValidation;

namespace AjsPantry.Infrastructure.Tenancy;

/// <summary>What a tenant's name, code and formats must be, wherever they are typed.</summary>
public static partial class TenantRules
{
    public const int LongestName = 100;
    public const int LongestCode = 20;
    public const int LongestWord = 20;
    public const int LongestDomain = 100;
    public const int LongestFloorName = 60;
    public const int LongestReason = 300;

    /// <summary>Any culture will do for numbers without decimals.</summary>
    private const string Plain = "en-GB";

    public const string CodeTaken = "Another residence has this code. Choose another one.";

    public static void Code<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(typed => CodePattern().IsMatch(CleanCode(typed)))
            .WithMessage("Use 2 to 20 lowercase letters, digits and hyphens, such as noor or noor-2.");

    public static void Zone<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(typed => TenantChoices.Zone(typed) is not null).WithMessage("Choose a time zone from the list, such as Asia/Kolkata.");

    public static void Currency<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(typed => TenantChoices.Currencies.Any(currency => currency.Value == typed))
            .WithMessage("Choose a currency from the list.");

    public static void Culture<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(typed => TenantChoices.Cultures.Any(culture => culture.Value == typed)).WithMessage("Choose how amounts are written.");

    /// <summary>A whole number within bounds, typed as text so that a mistake is answered in words.</summary>
    public static void Whole<T>(this IRuleBuilder<T, string?> rule, int least, int most) =>
        rule.Must(typed => InputParser.Number(typed, 0, Plain) is { } number && number >= least && number <= most)
            .WithMessage(string.Create(CultureInfo.InvariantCulture, $"Write a whole number from {least:N0} to {most:N0}."));

    /// <summary>What <see cref="Whole"/> found in order.</summary>
    public static int ReadWhole(string? typed) => (int)InputParser.Number(typed, 0, Plain)!.Value;

    /// <summary>As it is kept: without blanks around it, in small letters.</summary>
    public static string CleanCode(string? typed) => InputParser.Text(typed).ToLowerInvariant();

    [GeneratedRegex("^[a-z0-9-]{2,20}$")]
    private static partial Regex CodePattern();
}
