using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace AjsPantry.Infrastructure.Web.Input;

/// <summary>
/// A number as somebody typed it: what it can mean. The rule, which wwwroot/js/money.js repeats:
/// <list type="number">
/// <item>What says nothing about the number is left out: marks that nobody sees, signs and names of currencies, "/-" behind it. Digits
/// of any script, full-width signs and apostrophes of all kinds count as the plain ones.</item>
/// <item>The residence's own way of writing comes first: digits with its decimal mark and its grouping mark. A grouping mark stands only
/// between groups of the size that the residence writes (1,234,567, in India 12,34,567), and no grouped number begins with 0. What is
/// written so means that number; with too many decimals it is refused, and not tried otherwise: 1.234 rupees are never 1234.</item>
/// <item>What is not written so is read in every other way there is (1'234.50, 1.234,50, 1 234,50, 12,5). One number with few enough
/// decimals among them is the number: in India 12,50 is 12.50. Two are asked about: in Switzerland 1,234 kg may be 1.234 or 1234, and in
/// India 615,162 kg 615.162 or 615162. None is refused.</item>
/// </list>
/// </summary>
/// <param name="Readings">No number when it is refused, one when it is read, two when it has to be asked about.</param>
public sealed partial record TypedNumber(IReadOnlyList<decimal> Readings)
{
    /// <summary>No column takes more digits before the decimal mark, and a decimal keeps as many and their decimals exactly.</summary>
    private const int MostDigits = 20;

    /// <summary>
    /// No number is longer as somebody types it, with blanks, marks and the name of its currency; what is longer is none.
    /// </summary>
    public const int Most = 200;

    private const char ArabicPoint = '\u066B';
    private const char ArabicGroup = '\u066C';
    private const char Money = '\u00A4';

    /// <summary>The names of the currencies that a residence can have, and how people shorten them.</summary>
    private const string Currency =
        "(?:rs|re|rupees?|inr|pkr|bdt|tk|taka|lkr|npr|aed|dhs?|sar|sr|qar|qr|egp|le|kes|ksh|tzs|tsh|zar|r|sgd|myr|rm|idr|rp|aud|gbp"
        + @"|eur|euros?|chf|sfr|fr|usd|cad)\.?|(?:us|[acs])?\u00A4";

    private static readonly char[] Points = ['.', ',', ArabicPoint];
    private static readonly char[] Groups = [',', '.', '\'', ' ', ArabicGroup];

    /// <summary>The number, when it is one and no other.</summary>
    public decimal? Value => Readings is [var only] ? only : null;

    /// <summary>What a text can mean in a residence of a culture, with at most so many decimals.</summary>
    public static TypedNumber Read(string? typed, int decimals, string culture)
    {
        if (typed is { Length: > Most })
            return new([]);
        var format = CultureInfo.GetCultureInfo(culture).NumberFormat;
        var point = Mark(format.NumberDecimalSeparator);
        var group = Mark(format.NumberGroupSeparator);
        var text = Suffix().Replace(Behind().Replace(Before().Replace(Plain(typed ?? "").Trim(), "$1"), ""), "");
        var sign = Sign().Match(text).Length;
        var body = text[sign..];
        var factor = text.StartsWith('-') ? -1 : 1;
        var groups = format.NumberGroupSizes.Length > 1 ? Lakhs() : Threes();
        if (Written(body, point, group, groups) is { } own)
            return new(Fits(own, decimals) ? [factor * Number(own)] : []);
        var others =
            from otherPoint in Points
            from otherGroup in Groups
            where otherPoint != otherGroup
            let other = Other(body, otherPoint, otherGroup)
            where other is not null && Fits(other, decimals)
            select factor * Number(other);
        return new([.. others.Distinct().Order()]);
    }

    /// <summary>The number as 1234.5, when it is written with these marks; the decimal mark may stand at its end.</summary>
    private static string? Written(string body, char point, char group, Regex groups)
    {
        var (whole, decimals) = body.Split(point, 2) is [var before, var after] ? (before, after) : (body, "");
        var isWhole = whole.Contains(group, StringComparison.Ordinal) ? groups.IsMatch(whole.Replace(group, '_'))
            : whole.All(char.IsAsciiDigit);
        if (!isWhole || !decimals.All(char.IsAsciiDigit) || whole + decimals == "")
            return null;
        return $"{whole.Replace(group.ToString(), "", StringComparison.Ordinal)}.{decimals}";
    }

    /// <summary>Whoever writes otherwise writes it well: nothing ends with a mark, and 0 begins nothing but 0.5.</summary>
    private static string? Other(string body, char point, char group) =>
        body.EndsWith(point) || (body is ['0', var next, ..] && next != point)
            ? null
            : Written(body, point, group, Threes()) ?? (group == ',' ? Written(body, point, group, Lakhs()) : null);

    private static bool Fits(string plain, int decimals) =>
        plain.IndexOf('.', StringComparison.Ordinal) is var at && at <= MostDigits && plain.Length - at - 1 <= decimals;

    private static decimal Number(string plain) => decimal.Parse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    private static char Mark(string separator) => Plain(separator) is [var mark, ..] ? mark : ' ';

    /// <summary>Without what nobody sees, with plain digits and one sign for all that look like it.</summary>
    private static string Plain(string typed)
    {
        var plain = new StringBuilder();
        foreach (var rune in typed.EnumerateRunes())
        {
            var kind = Rune.GetUnicodeCategory(rune);
            if (InputParser.IsUnseen(rune) || kind == UnicodeCategory.Format)
                continue;
            if (Rune.IsDigit(rune))
                plain.Append((int)Rune.GetNumericValue(rune));
            else if (Rune.IsWhiteSpace(rune))
                plain.Append(plain.Length > 0 && plain[^1] == ' ' ? "" : " ");
            else
                plain.Append(kind == UnicodeCategory.CurrencySymbol ? Money
                    : Same(rune.Value is >= 0xFF01 and <= 0xFF5E ? rune.Value - 0xFEE0 : rune.Value));
        }

        return plain.ToString();
    }

    /// <summary>The plain sign for one that looks like it. Beyond the basic plane is nothing that a number is written with.</summary>
    private static char Same(int sign) => sign switch
    {
        0x2018 or 0x2019 or 0x201B or 0x02B9 or 0x02BC or 0x2032 or 0x00B4 or 0x0060 => '\'',
        0x2010 or 0x2011 or 0x2012 or 0x2013 or 0x2014 or 0x2212 or 0xFE63 => '-',
        0x060C or 0xFE50 => ',',
        0xFE52 => '.',
        > 0xFFFF => '?',
        _ => (char)sign,
    };

    [GeneratedRegex($"^([-+]?) ?(?:{Currency})(?![a-z]) ?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Before();

    [GeneratedRegex($" ?(?:{Currency})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Behind();

    /// <summary>500/-, 500/=, 500.- and 500,--.</summary>
    [GeneratedRegex(" ?(?:/[-=]|[.,]--?)$")]
    private static partial Regex Suffix();

    [GeneratedRegex("^[-+]? ?")]
    private static partial Regex Sign();

    [GeneratedRegex("^[1-9][0-9]{0,2}(?:_[0-9]{3})+$")]
    private static partial Regex Threes();

    [GeneratedRegex("^[1-9][0-9]?(?:_[0-9]{2})*_[0-9]{3}$")]
    private static partial Regex Lakhs();
}
