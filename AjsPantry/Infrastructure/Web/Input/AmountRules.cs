using System.Globalization;
using FluentValidation;

namespace AjsPantry.Infrastructure.Web.Input;

/// <summary>What every form says about words and amounts, so that it says it the same way everywhere.</summary>
public static class AmountRules
{
    /// <summary>numeric(12,2): ten digits before the point.</summary>
    private const decimal Most = 9_999_999_999.99m;

    /// <summary>numeric(10,3): seven digits before the point.</summary>
    private const decimal MostOfAThing = 9_999_999.999m;

    /// <summary>
    /// A required line of text. Its length is counted after <see cref="InputParser.Text"/>, and before for what no field takes.
    /// </summary>
    public static IRuleBuilderOptionsConditions<T, string?> Words<T>(this IRuleBuilder<T, string?> rule, string missing, int most) =>
        rule.Custom((typed, context) =>
        {
            var text = typed is { Length: > InputParser.Most } ? typed : InputParser.Text(typed);
            if (text == "")
                context.AddFailure(missing);
            else if (text.Length > most)
                context.AddFailure($"That is {text.Length} characters. Use {most} at most.");
        });

    /// <summary>An amount that may be left empty; zero is allowed, less is not.</summary>
    public static IRuleBuilderOptionsConditions<T, string?> OptionalAmount<T>(
        this IRuleBuilder<T, string?> rule, string culture, Formats formats) =>
        rule.Custom((typed, context) => Check(typed, culture, formats, context, required: false));

    /// <summary>Adds at most one message for an amount as typed. A required one must be more than zero.</summary>
    public static void Check<T>(string? typed, string culture, Formats formats, ValidationContext<T> context, bool required)
    {
        if ((required || !string.IsNullOrWhiteSpace(typed)) && Problem(typed, culture, formats, required) is { } problem)
            context.AddFailure(problem);
    }

    /// <summary>What is wrong with an amount as typed; null when nothing is.</summary>
    public static string? Problem(string? typed, string culture, Formats formats, bool required = true)
    {
        var number = TypedNumber.Read(typed, 2, culture);
        return number.Readings.Count > 1 ? ChosenReading.Question(number, culture) : Problem(number.Value, formats, required);
    }

    /// <summary>The same for an amount that was read or computed; null stands for one that could not be read.</summary>
    public static void Check<T>(decimal? amount, Formats formats, ValidationContext<T> context, bool required)
    {
        if (Problem(amount, formats, required) is { } problem)
            context.AddFailure(problem);
    }

    private static string? Problem(decimal? amount, Formats formats, bool required) => amount switch
    {
        null => $"Write the amount in digits, with two decimals at most, such as {formats.Amount(460)}.",
        < 0 => "The amount cannot be negative.",
        0 when required => "The amount must be more than zero.",
        > Most => $"Use {formats.Money(Most)} or less.",
        _ => null,
    };

    /// <summary>Adds at most one message for a quantity as typed; there must be more than nothing of it.</summary>
    public static void CheckQuantity<T>(string? typed, string culture, ValidationContext<T> context, decimal most = MostOfAThing)
    {
        if (QuantityProblem(typed, culture, most) is { } problem)
            context.AddFailure(problem);
    }

    /// <summary>What is wrong with a quantity as typed; null when nothing is.</summary>
    public static string? QuantityProblem(string? typed, string culture, decimal most = MostOfAThing)
    {
        var number = TypedNumber.Read(typed, 3, culture);
        var ways = CultureInfo.GetCultureInfo(culture);
        return number.Value switch
        {
            null when number.Readings.Count > 1 => ChosenReading.Question(number, culture),
            null => $"Write the quantity in digits, with three decimals at most, such as {1.5m.ToString(ways)}.",
            <= 0 => "The quantity must be more than zero.",
            var quantity when quantity > most => $"Use {most.ToString("#,0.###", ways)} or less.",
            _ => null,
        };
    }
}
