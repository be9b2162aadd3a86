using System.Globalization;

namespace AjsPantry.Infrastructure.Web;

/// <summary>
/// How money, days and quantities read, on screen and on paper alike. One instance holds one tenant's culture and currency.
/// </summary>
/// <param name="Culture">A .NET culture name such as en-IN; decides the grouping of digits.</param>
/// <param name="Currency">An ISO 4217 code such as INR.</param>
public sealed record Formats(string Culture, string Currency)
{
    private const char Minus = '\u2212';
    private const char NoBreakSpace = '\u00a0';
    private const int WeekdayLength = 4;

    /// <summary>Day and month names are English everywhere; only digits are grouped as the tenant groups them.</summary>
    private static readonly CultureInfo Days = CultureInfo.InvariantCulture;

    private readonly NumberFormatInfo _digits = CultureInfo.GetCultureInfo(Culture).NumberFormat;

    /// <summary>The currency's sign as written before an amount, such as ₹; the code where no sign is known.</summary>
    public string Sign { get; } = SignOf(Currency);

    /// <summary>₹12,34,567.89, with a true minus before the sign.</summary>
    public string Money(decimal amount) => (amount < 0 ? Minus.ToString() : "") + Sign + Digits(Math.Abs(amount));

    /// <summary>12,34,567.89 for columns whose heading names the currency.</summary>
    public string Amount(decimal amount) => (amount < 0 ? Minus.ToString() : "") + Digits(Math.Abs(amount));

    /// <summary>The whole units of <see cref="Money"/>, for figures that set the decimals smaller.</summary>
    public string MoneyWhole(decimal amount) => Money(amount)[..^3];

    /// <summary>The decimals of <see cref="Money"/> with their separator, such as .74.</summary>
    public string MoneyDecimals(decimal amount) => Money(amount)[^3..];

    /// <summary>12000 or 12000.50 in a field: without grouping, as one would type it.</summary>
    public string Typed(decimal amount) => amount.ToString(amount == Math.Truncate(amount) ? "0" : "0.00", _digits);

    /// <summary>2 kg, 1.5 ltr: as many decimals as there are, three at most, and a space before the unit.</summary>
    public string Quantity(decimal quantity, string unit) => quantity.ToString("0.###", _digits) + NoBreakSpace + Unit(quantity, unit);

    /// <summary>1 pc and 2 pcs, 1 bunch and 2 bunches; measures such as kg have one form.</summary>
    private static string Unit(decimal quantity, string unit) => (unit, quantity is > 0 and <= 1) switch
    {
        ("loaves", true) => "loaf",
        ("pcs" or "cups" or "heads" or "sets", true) => unit[..^1],
        ("bunch" or "box", false) => unit + "es",
        _ => unit,
    };

    /// <summary>Sun 22 Nov; with the year when it is not the given one.</summary>
    public static string Day(DateOnly day, int thisYear) =>
        Unbroken(day.ToString(day.Year == thisYear ? "ddd d MMM" : "ddd d MMM yyyy", Days));

    /// <summary>17–19 Mar, or 30 Mar – 2 Apr, with blanks that no line break parts; with the year when it is not the given one.</summary>
    public static string Range(DateOnly from, DateOnly until, int thisYear)
    {
        var last = Day(until, thisYear)[WeekdayLength..];
        if (from.Year == until.Year && from.Month == until.Month)
            return from == until ? last : $"{from.Day}–{last}";
        return Unbroken($"{Day(from, from.Year == until.Year ? from.Year : thisYear)[WeekdayLength..]} – {last}");
    }

    /// <summary>Sun 22 Nov 2026, for paper.</summary>
    public static string FullDay(DateOnly day) => Unbroken(day.ToString("ddd d MMM yyyy", Days));

    /// <summary>November 2026.</summary>
    public static string Month(DateOnly month) => Unbroken(month.ToString("MMMM yyyy", Days));

    /// <summary>November, where the year goes without saying.</summary>
    public static string MonthName(DateOnly month) => month.ToString("MMMM", Days);

    /// <summary>06:30, on 24 hours.</summary>
    public static string Time(DateTimeOffset local) => local.ToString("HH:mm", Days);

    /// <summary>66%; whole per cents.</summary>
    public static string Share(decimal part, decimal whole) =>
        whole == 0 ? "0%" : Math.Round(part / whole * 100, MidpointRounding.AwayFromZero).ToString(CultureInfo.InvariantCulture) + "%";

    /// <summary>Asma, Meera and Hari.</summary>
    public static string AllOf(IEnumerable<string> words)
    {
        var all = words.ToList();
        return all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all.SkipLast(1))} and {all[^1]}";
    }

    private string Digits(decimal amount) => amount.ToString("N2", _digits);

    private static string Unbroken(string text) => text.Replace(' ', NoBreakSpace);

    private static string SignOf(string currency) => currency switch
    {
        "INR" => "₹",
        "USD" => "$",
        "EUR" => "€",
        "GBP" => "£",
        _ => currency + NoBreakSpace,
    };
}
