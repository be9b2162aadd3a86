using AjsPantry.Features.Menus.Calendar;
using CsCheck;

namespace AjsPantry.Tests.Features.Menus.Calendar;

public sealed class CalendarMonthTests
{
    private static readonly Gen<CalendarMonth> Months = Gen.Select(
        Gen.Int[1300, 1600], Gen.Int[1, 12], Gen.Bool, (year, month, hijri) => new CalendarMonth(hijri ? year : year + 600, month, hijri));

    [Fact]
    public void A_grid_is_whole_weeks_from_a_Monday_with_every_day_of_its_month_and_no_week_without_one() =>
        Months.Sample(month =>
        {
            List<DateOnly> days = [.. month.Days];
            return days[0].DayOfWeek == DayOfWeek.Monday && days.Count % 7 == 0 && days[0] <= month.First && days[^1] >= month.Last
                && days[6] >= month.First && days[^7] <= month.Last
                && days.Zip(days.Skip(1)).All(pair => pair.First.AddDays(1) == pair.Second);
        });

    [Fact]
    public void Months_follow_each_other_without_a_gap() =>
        Months.Sample(month => month.After.First == month.Last.AddDays(1) && month.Before.Last == month.First.AddDays(-1)
            && month.After.Before == month && CalendarMonth.Read(month.Key, month.IsHijri) == month);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_year_follows_the_other(bool hijri)
    {
        CalendarMonth last = new(1448, 12, hijri), first = new(1449, 1, hijri);
        Assert.Equal((first, last), (last.After, first.Before));
        Assert.Equal((new CalendarMonth(1449, 2, hijri), last with { Month = 11 }), (first.After, last.Before));
    }

    [Fact]
    public void A_day_is_in_its_month() =>
        Gen.Select(Gen.Int[650_000, 800_000], Gen.Bool)
            .Sample((number, hijri) => CalendarMonth.Of(DateOnly.FromDayNumber(number), hijri).Holds(DateOnly.FromDayNumber(number)));

    [Fact]
    public void A_month_holds_its_first_and_last_day_and_none_beyond() =>
        Months.Sample(month => month.Holds(month.First) && month.Holds(month.Last) && !month.Holds(month.First.AddDays(-1))
            && !month.Holds(month.Last.AddDays(1)));

    [Fact]
    public void A_month_of_the_other_calendar_is_written_as_everywhere_else()
    {
        var month = CalendarMonth.Read("2026-11", hijri: false)!;
        Assert.Equal("November\u00a02026", month.Name);
        Assert.Equal(("November", "November\u00a02026"), (month.NameWithin(new(2026, 3, 1)), month.NameWithin(new(2027, 3, 1))));
        Assert.Equal(("1", "30"), (month.Number(month.First), month.Number(month.Last)));
        Assert.Null(CalendarMonth.Read("2026-13", hijri: false));
        Assert.Equal("Safar al-Muzaffar 1448H", CalendarMonth.Read("1448-02", hijri: true)!.NameWithin(new(1448, 2, 1)));
    }

    /// <summary>Months whose days lie in three Gregorian months, or end in a leap day.</summary>
    [Theory]
    [InlineData("1447-09", "2026-02-17", "2026-03-18", "2026-02-16", "2026-03-22", "Ramadaan al-Moazzam 1447H")]
    [InlineData("1447-12", "2026-05-17", "2026-06-14", "2026-05-11", "2026-06-14", "Zilhaj al-Haraam 1447H")]
    [InlineData("1448-12", "2027-05-06", "2027-06-04", "2027-05-03", "2027-06-06", "Zilhaj al-Haraam 1448H")]
    [InlineData("1448-02", "2026-07-15", "2026-08-12", "2026-07-13", "2026-08-16", "Safar al-Muzaffar 1448H")]
    public void A_Hijri_month_is_shown_from_its_first_to_its_last_day(
        string typed, string first, string last, string from, string to, string name)
    {
        var month = CalendarMonth.Read(typed, hijri: true)!;
        Assert.Equal((first, last, from, to, name), (Iso(month.First), Iso(month.Last), Iso(month.From), Iso(month.To), month.Name));
        Assert.Equal("١", month.Number(month.First));
        Assert.Equal(month.Last.DayNumber - month.First.DayNumber == 29 ? "٣٠" : "٢٩", month.Number(month.Last));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("1448-13")]
    [InlineData("1448-00")]
    [InlineData("0000-01")]
    [InlineData("1448-5")]
    [InlineData("-448-05")]
    [InlineData("1448-05-01")]
    [InlineData("a448-05")]
    public void What_is_no_month_is_none(string? typed) => Assert.Null(CalendarMonth.Read(typed, hijri: true));

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
