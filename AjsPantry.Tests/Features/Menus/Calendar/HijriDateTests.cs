using AjsPantry.Features.Menus.Calendar;
using CsCheck;

namespace AjsPantry.Tests.Features.Menus.Calendar;

public sealed class HijriDateTests
{
    private static readonly Gen<DateOnly> Days = Gen.Int[HijriDate.Earliest.DayNumber, DateOnly.MaxValue.DayNumber]
        .Select(DateOnly.FromDayNumber);

    [Theory]
    [InlineData("2000-01-01", 1420, 9, 25)]
    [InlineData("2018-09-10", 1439, 12, 30)]
    [InlineData("2018-09-11", 1440, 1, 1)]
    [InlineData("2023-07-18", 1445, 1, 1)]
    [InlineData("2024-07-07", 1446, 1, 1)]
    [InlineData("2025-01-01", 1446, 7, 2)]
    [InlineData("2025-06-26", 1447, 1, 1)]
    [InlineData("2026-02-17", 1447, 9, 1)]
    [InlineData("2026-06-15", 1448, 1, 1)]
    [InlineData("2026-08-05", 1448, 2, 22)]
    [InlineData("2027-06-04", 1448, 12, 30)]
    [InlineData("2027-06-05", 1449, 1, 1)]
    [InlineData("2047-10-19", 1469, 12, 30)]
    [InlineData("2047-10-20", 1470, 1, 1)]
    public void Known_days_agree(string gregorian, int year, int month, int day)
    {
        var known = DateOnly.ParseExact(gregorian, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(new HijriDate(year, month, day), HijriDate.Of(known));
        Assert.Equal(known, new HijriDate(year, month, day).ToDateOnly());
    }

    [Fact]
    public void Every_day_there_and_back_is_itself() => Days.Sample(day => HijriDate.Of(day).ToDateOnly() == day);

    [Fact]
    public void The_next_day_is_the_next_day_of_the_month_or_the_first_of_the_next() =>
        Days.Where(day => day < DateOnly.MaxValue).Sample(day =>
        {
            var now = HijriDate.Of(day);
            var next = HijriDate.Of(day.AddDays(1));
            var last = now.Day == HijriDate.DaysIn(now.Year, now.Month);
            return next == (!last ? now with { Day = now.Day + 1 } : now.Month < 12 ? new(now.Year, now.Month + 1, 1)
                : new(now.Year + 1, 1, 1));
        });

    [Fact]
    public void Thirty_years_have_10631_days() =>
        Gen.Int[1, 3000]
            .Sample(year =>
                new HijriDate(year + 30, 1, 1).ToDateOnly().DayNumber - new HijriDate(year, 1, 1).ToDateOnly().DayNumber == 10_631);

    [Theory]
    [InlineData(1448, 2, 30)]
    [InlineData(1447, 12, 30)]
    [InlineData(1448, 13, 1)]
    [InlineData(1448, 0, 1)]
    [InlineData(1448, 1, 0)]
    [InlineData(0, 1, 1)]
    public void A_day_that_is_not_is_refused_and_rolls_over_to_no_other(int year, int month, int day) =>
        Assert.Contains($"Month {month} of {year} has no day {day}.",
            Assert.Throws<ArgumentOutOfRangeException>(() => new HijriDate(year, month, day).ToDateOnly()).Message,
            StringComparison.Ordinal);

    [Fact]
    public void The_calendar_begins_with_its_first_day() => Assert.Equal(HijriDate.Earliest, new HijriDate(1, 1, 1).ToDateOnly());

    [Fact]
    public void Days_before_the_calendar_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => HijriDate.Of(HijriDate.Earliest.AddDays(-1)));

    [Fact]
    public void It_is_written_with_its_month()
    {
        Assert.Equal("22 Safar al-Muzaffar 1448H", HijriDate.Of(new DateOnly(2026, 8, 5)).ToString());
        Assert.Equal(
            "Moharram al-Haraam, Safar al-Muzaffar, Rabi al-Awwal, Rabi al-Aakhar, Jumada al-Ula, Jumada al-Ukhra, Rajab al-Asab, "
                + "Shabaan al-Karim, Ramadaan al-Moazzam, Shawwal al-Mukarram, Zilqadah al-Haraam, Zilhaj al-Haraam",
            string.Join(", ", Enumerable.Range(1, 12).Select(month => new HijriDate(1448, month, 1).MonthName)));
    }
}
