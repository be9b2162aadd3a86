using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;

namespace AjsPantry.Features.Menus.Board;

/// <summary>Seven days in a row, and several times seven, as addresses name them and pages write them.</summary>
public static class WeekAddress
{
    /// <summary>No pantry has records further away, and no calendar ends within.</summary>
    private const int YearsAround = 50;

    /// <summary>
    /// The first of the seven days that an address asks for: today when it names none, so that what lies ahead is there on a Sunday
    /// evening too; null when it names no day.
    /// </summary>
    public static DateOnly? First(string? typed, DateOnly today) =>
        (string.IsNullOrEmpty(typed) ? today : InputParser.Day(typed)) is { } day && Math.Abs(day.Year - today.Year) <= YearsAround
            ? day
            : null;

    /// <summary>The first of the seven days that hold a day, when weeks are counted forwards and backwards from another one.</summary>
    public static DateOnly Holding(DateOnly day, DateOnly first) =>
        first.AddDays(7 * (int)Math.Floor((day.DayNumber - first.DayNumber) / 7m));

    /// <summary>23–29 Nov, which no line break parts; 23 Nov – 20 Dec for several weeks.</summary>
    public static string Words(DateOnly first, DateOnly today, int weeks = 1) =>
        Formats.Range(first, first.AddDays((7 * weeks) - 1), today.Year);
}
