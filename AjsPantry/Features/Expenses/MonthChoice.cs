using AjsPantry.Infrastructure.Web.Input;

namespace AjsPantry.Features.Expenses;

/// <summary>The month that an address names: ?month=2026-11, the present one when it names none.</summary>
public static class MonthChoice
{
    private static readonly DateOnly Earliest = new(2000, 1, 1);

    /// <returns>The first day of the month; null when it is none, too early, or has not begun.</returns>
    public static DateOnly? Read(string? typed, DateOnly today) =>
        string.IsNullOrEmpty(typed) ? new DateOnly(today.Year, today.Month, 1)
        : InputParser.Month(typed) is { } month && month >= Earliest && month <= today ? month
        : null;

    /// <summary>The month as addresses write it.</summary>
    public static string Key(this DateOnly month) => month.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);
}
