namespace AjsPantry.Features.Menus.Calendar;

/// <summary>
/// A day of the tabular Hijri calendar: cycles of 30 years and 10,631 days, of which years 2, 5, 8, 10, 13, 16, 19, 21, 24, 27 and
/// 29 have a day more. Odd months have 30 days, even ones 29, the twelfth of a leap year 30.
/// </summary>
/// <param name="Year">From 1 on.</param>
/// <param name="Month">1, Moharram, to 12, Zilhaj.</param>
/// <param name="Day">From 1 on.</param>
public readonly record struct HijriDate(int Year, int Month, int Day)
{
    private const int YearsPerCycle = 30;
    private const int DaysPerCycle = 10_631;
    private const int DaysPerYear = 354;

    /// <summary>1 Moharram of year 1 as <see cref="DateOnly.DayNumber"/>; it makes 26 June 2025 the first day of 1447.</summary>
    private const int FirstDay = 227_013;

    private static readonly int[] LeapYears = [2, 5, 8, 10, 13, 16, 19, 21, 24, 27, 29];

    private static readonly string[] Months =
    [
        "Moharram al-Haraam", "Safar al-Muzaffar", "Rabi al-Awwal", "Rabi al-Aakhar", "Jumada al-Ula", "Jumada al-Ukhra",
        "Rajab al-Asab", "Shabaan al-Karim", "Ramadaan al-Moazzam", "Shawwal al-Mukarram", "Zilqadah al-Haraam", "Zilhaj al-Haraam",
    ];

    /// <summary>The first Gregorian day that has a Hijri date.</summary>
    public static DateOnly Earliest { get; } = DateOnly.FromDayNumber(FirstDay);

    public string MonthName => Months[Month - 1];

    public static bool IsLeap(int year) => LeapYears.Contains(year % YearsPerCycle);

    /// <summary>29 or 30.</summary>
    public static int DaysIn(int year, int month) => month % 2 == 1 || (month == 12 && IsLeap(year)) ? 30 : 29;

    /// <exception cref="ArgumentOutOfRangeException">The day is before <see cref="Earliest"/>.</exception>
    public static HijriDate Of(DateOnly day)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(day, Earliest);
        var days = day.DayNumber - FirstDay;
        // At most one year too early, which the loop mends.
        var year = (days / DaysPerCycle * YearsPerCycle) + (days % DaysPerCycle / (DaysPerYear + 1)) + 1;
        while (DaysBefore(year + 1) <= days)
            year++;
        var left = days - DaysBefore(year);
        var month = 1;
        for (; left >= DaysIn(year, month); month++)
            left -= DaysIn(year, month);
        return new HijriDate(year, month, left + 1);
    }

    /// <exception cref="ArgumentOutOfRangeException">There is no such day, such as the 30th of Safar.</exception>
    public DateOnly ToDateOnly()
    {
        if (Year < 1 || Month is < 1 or > 12 || Day < 1 || Day > DaysIn(Year, Month))
            throw new ArgumentOutOfRangeException(nameof(Day), $"Month {Month} of {Year} has no day {Day}.");
        // Odd months have a day more than even ones, so half of the months before this one have it.
        return DateOnly.FromDayNumber(FirstDay + DaysBefore(Year) + ((Month - 1) * 29) + (Month / 2) + Day - 1);
    }

    /// <summary>22 Safar al-Muzaffar 1448H.</summary>
    public override string ToString() => $"{Day} {MonthName} {Year}H";

    private static int DaysBefore(int year)
    {
        var (cycles, years) = Math.DivRem(year - 1, YearsPerCycle);
        return (cycles * DaysPerCycle) + (years * DaysPerYear) + LeapYears.Count(leap => leap <= years);
    }
}
