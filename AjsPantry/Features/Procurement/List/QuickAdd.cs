using System.Text.RegularExpressions;
using AjsPantry.Features.Shared.Goods;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web.Input;
using FluentValidation;

namespace AjsPantry.Features.Procurement.List;

/// <summary>
/// One thing added with one line of text, such as "Milk 2 ltr" or "5 kg onions". What is not written is as it was bought last.
/// </summary>
public static partial class QuickAdd
{
    public sealed record Input
    {
        /// <summary>Made with the form; the same form sent twice adds once.</summary>
        public Guid SubmissionId { get; set; } = Guid.CreateVersion7();

        public string? Text { get; set; }

        /// <summary>The answer to the question about a thing that is on the list already.</summary>
        public string? Same { get; set; }

        /// <summary>The version of the thing that the question was about.</summary>
        public string? Seen { get; set; }

        /// <summary>The line as a row of the long form.</summary>
        public AddItems.Row ToRow(IReadOnlyList<BoughtBefore> known, string culture)
        {
            var line = Read(Text);
            var last = known.FirstOrDefault(item => ItemName.Normal(item.Item) == ItemName.Normal(line.Name));
            var written = line.Quantity is not null;
            return new()
            {
                Item = last?.Item ?? line.Name,
                Quantity = line.Quantity ?? last?.Quantity.ToString("0.###", System.Globalization.CultureInfo.GetCultureInfo(culture)),
                Unit = line.Unit ?? (written && last is null ? null : last?.Unit),
                Note = line.Note,
                Category = last?.Category,
                Same = Same,
                Seen = Seen,
            };
        }
    }

    public sealed class Validator : AbstractValidator<Input>
    {
        public Validator(Scope scope)
        {
            RuleFor(input => input.Text).Words("Write what is needed.", GoodsLimits.Item);
            RuleFor(input => input.Text).Must(typed => InputParser.Text(typed) == "" || Read(typed).Name != "")
                .WithMessage("Write also what is needed, such as “2 kg onions”.");
            RuleFor(input => input.Text).Custom((typed, context) => AddItems.CheckQuantity(Read(typed).Quantity, scope, context));
        }
    }

    /// <summary>
    /// A number in front without a unit is a quantity before a small letter alone: "12 eggs", but "7 Up" and "5 Star" are names.
    /// </summary>
    public static Line Read(string? typed)
    {
        var text = InputParser.Text(typed);
        // Refused for its length; looking for a quantity in it would take far longer than reading it.
        if (text.Length > GoodsLimits.Item)
            return new(text, null, null);
        if (Alone().IsMatch(text))
            return new("", null, null);
        var match = new[] { First(), Last(), Counted() }.Select(way => way.Match(text)).FirstOrDefault(way => way.Success);
        if (match is null)
            return new(text, null, null);
        var unit = Units.All.FirstOrDefault(known => known == UnitOf(match.Groups["unit"].Value));
        return new(match.Groups["name"].Value, match.Groups["quantity"].Value, unit,
            match.Groups["note"] is { Success: true } note ? note.Value : null);
    }

    private static string UnitOf(string written) => written.ToLowerInvariant() switch
    {
        "l" or "litre" or "litres" or "liter" or "liters" => "ltr",
        "gm" or "gms" or "gram" or "grams" => "g",
        "kgs" or "kilo" or "kilos" => "kg",
        "pc" or "piece" or "pieces" => "pcs",
        "packet" or "packets" or "pkts" => "pkt",
        "dozens" => "dozen",
        "bunches" => "bunch",
        "boxes" => "box",
        var unit => unit,
    };

    // Three decimals after a nought alone: 0,125 is one thing everywhere, and 1,250 two, which one line has no place to ask about.
    private const string Amount = @"(?<quantity>-?(?:0[.,]\d{3}|\d+(?:[.,]\d{1,2})?))";
    private const string Unit =
        "(?<unit>pcs?|pieces?|kgs?|kilos?|g|gms?|grams?|ltr|l|lit(?:re|er)s?|ml|pkts?|packets?|dozens?|bunch(?:es)?|box(?:es)?)";
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex($@"^{Amount}\s*{Unit}\s+(?<name>.+)$", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex First();

    [GeneratedRegex($@"^(?<name>.*\S)\s+{Amount}\s*{Unit}?(?:\s+(?<note>for\s.+))?$", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Last();

    [GeneratedRegex($@"^{Amount}\s+(?<name>(?!up$)(?-i:[\p{{Ll}}\p{{Lo}}]).+)$", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Counted();

    [GeneratedRegex($@"^[+-]?[\d.,]+\s*{Unit}?$", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Alone();

    /// <param name="Quantity">As it was written; null when it was not.</param>
    /// <param name="Unit">One of <see cref="Units"/>; null when none was written.</param>
    /// <param name="Note">What stood behind the quantity, such as "for sambar"; null when nothing did.</param>
    public sealed record Line(string Name, string? Quantity, string? Unit, string? Note = null);
}
