using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Features.Menus;

/// <summary>Weeks as addresses name them and pages write them.</summary>
public static class WeekAddress
{
    /// <summary>No pantry has records further away, and no calendar ends within.</summary>
    private const int YearsAround = 50;

    /// <summary>The Monday of the week that an address asks for: this week's when it names none, null when it names no day.</summary>
    public static DateOnly? Monday(string? typed, DateOnly today) =>
        (string.IsNullOrEmpty(typed) ? today : Typed.Day(typed)) is { } day && Math.Abs(day.Year - today.Year) <= YearsAround ? Week.MondayOf(day) : null;

    /// <summary>23–29 Nov, which no line break parts; 23 Nov – 20 Dec for several weeks.</summary>
    public static string Words(DateOnly monday, DateOnly today, int weeks = 1)
    {
        var last = monday.AddDays((7 * weeks) - 1);
        var (from, to) = (Formats.Day(monday, today.Year)[4..], Formats.Day(last, today.Year)[4..]);
        return monday.Month == last.Month ? $"{monday.Day}–{to}" : $"{from} – {to}";
    }
}
