using System.Globalization;
using AjsPantry.Features.Shared.Weeks;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;

namespace AjsPantry.Features.Menus.Calendar;

/// <summary>A month of one of the two calendars, and the whole weeks around it that a grid shows.</summary>
/// <param name="Year">Of its own calendar.</param>
public sealed record CalendarMonth(int Year, int Month, bool IsHijri)
{
    public static CalendarMonth Of(DateOnly day, bool hijri) =>
        hijri && HijriDate.Of(day) is var date ? new(date.Year, date.Month, true) : new(day.Year, day.Month, false);

    /// <summary>Reads 2026-11, or 1448-05 of the Hijri calendar; null for what is no month.</summary>
    public static CalendarMonth? Read(string? typed, bool hijri)
    {
        if (!hijri)
            return InputParser.Month(typed) is { } month ? Of(month, false) : null;
        return typed?.Split('-') is [{ Length: 4 } year, { Length: 2 } number] && Whole(year) is >= 1 and var y
            && Whole(number) is >= 1 and <= 12 and var m ? new(y, m, true) : null;
    }

    public DateOnly First => IsHijri ? new HijriDate(Year, Month, 1).ToDateOnly() : new DateOnly(Year, Month, 1);

    public DateOnly Last => First.AddDays((IsHijri ? HijriDate.DaysIn(Year, Month) : DateTime.DaysInMonth(Year, Month)) - 1);

    /// <summary>The Monday on which the grid begins.</summary>
    public DateOnly From => CalendarWeek.MondayOf(First);

    /// <summary>The Sunday on which the grid ends.</summary>
    public DateOnly To => CalendarWeek.MondayOf(Last).AddDays(6);

    /// <summary>Every day of the grid, the filling ones before and after the month too.</summary>
    public IEnumerable<DateOnly> Days => Enumerable.Range(0, To.DayNumber - From.DayNumber + 1).Select(From.AddDays);

    /// <summary>November 2026, or Jumada al-Ukhra 1448H.</summary>
    public string Name => IsHijri ? $"{new HijriDate(Year, Month, 1).MonthName} {Year}H" : Formats.Month(First);

    /// <summary>November; with the year where it is not the present one.</summary>
    public string NameWithin(DateOnly today) => !IsHijri && Year == today.Year ? Formats.MonthName(First) : Name;

    /// <summary>As addresses write it.</summary>
    public string Key => $"{Year:0000}-{Month:00}";

    public CalendarMonth Before => Month > 1 ? this with { Month = Month - 1 } : this with { Year = Year - 1, Month = 12 };

    public CalendarMonth After => Month < 12 ? this with { Month = Month + 1 } : this with { Year = Year + 1, Month = 1 };

    public bool Holds(DateOnly day) => day >= First && day <= Last;

    /// <summary>The day's number in its month, in the digits that its calendar is written with: 17, or ١٧.</summary>
    public string Number(DateOnly day) => IsHijri
        ? string.Concat(HijriDate.Of(day).Day.ToString(CultureInfo.InvariantCulture).Select(digit => (char)('\u0660' + (digit - '0'))))
        : day.Day.ToString(CultureInfo.InvariantCulture);

    private static int? Whole(string typed) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
