using System.Globalization;
using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Features.Menus.Events;

/// <summary>When an event is: a day or several, and perhaps the time at which it begins.</summary>
/// <param name="Until">The last day, included, of several; null for one.</param>
public readonly record struct EventTime(DateOnly Date, DateOnly? Until, TimeOnly? At)
{
    public DateOnly Last => Until ?? Date;

    /// <summary>As an identity spells it, whatever the language of the server.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{Date:yyyy-MM-dd}{Until:'..'yyyy-MM-dd}{At:'T'HH:mm}");

    public static EventTime Of(SpecialEvent special) => new(special.Date, special.Until, special.At);

    public static EventTime Of(EventView special) => new(special.Date, special.Until, special.At);

    /// <summary>Thu 2 Apr, 20:00; Thu 2 Apr – Sat 4 Apr, from 20:00.</summary>
    /// <param name="year">The present year, which days leave out.</param>
    public string Words(int year)
    {
        var days = Until is { } last ? $"{Formats.Day(Date, year)} – {Formats.Day(last, year)}" : Formats.Day(Date, year);
        return At is { } at ? $"{days}, {(Until is null ? "" : "from ")}{at.ToString("HH:mm", CultureInfo.InvariantCulture)}" : days;
    }
}
