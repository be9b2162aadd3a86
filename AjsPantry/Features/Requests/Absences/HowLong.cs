using System.Globalization;
using AjsPantry.Infrastructure.Web.Input;

namespace AjsPantry.Features.Requests.Absences;

/// <summary>A page whose form asks for days.</summary>
public interface IDaysForm
{
    IDaysInput Input { get; }
}

/// <summary>The days as they stand in a form.</summary>
public interface IDaysInput
{
    string? From { get; }

    /// <summary>The last day; not read where <see cref="Days"/> says how long.</summary>
    string? Until { get; }

    /// <summary>One of <see cref="HowLong.Lengths"/>; empty where the last day is asked for.</summary>
    string? Days { get; }
}

/// <summary>How long somebody is away, as every form asks it.</summary>
public static class HowLong
{
    /// <summary>What one tap chooses. The last choice asks for the last day.</summary>
    public static readonly IReadOnlyList<(string Days, string Words)> Lengths =
        [("1", "1 day"), ("3", "3 days"), ("7", "1 week"), ("14", "2 weeks"), ("", "Other")];

    public static bool IsChosen(IDaysInput input) => !string.IsNullOrEmpty(input.Days) && Lengths.Any(length => length.Days == input.Days);

    /// <summary>Only after the validator found nothing.</summary>
    public static DateOnly LastDay(IDaysInput input) => IsChosen(input)
        ? InputParser.Day(input.From)!.Value.AddDays(int.Parse(input.Days!, CultureInfo.InvariantCulture) - 1)
        : InputParser.Day(input.Until)!.Value;
}
