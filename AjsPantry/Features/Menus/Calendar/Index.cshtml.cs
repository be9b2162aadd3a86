using System.Globalization;
using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Menus.Calendar;

/// <summary>A month of a floor: what is cooked and by whom, what is special, and one day of it in full.</summary>
public sealed class CalendarModel(CalendarQuery query) : FloorPage
{
    /// <summary>No pantry has records further away, and no calendar ends within.</summary>
    private const int YearsAround = 50;

    [BindProperty(SupportsGet = true, Name = "month")]
    public string? TypedMonth { get; set; }

    [BindProperty(SupportsGet = true, Name = "hijri")]
    public string? TypedHijri { get; set; }

    [BindProperty(SupportsGet = true, Name = "day")]
    public string? TypedDay { get; set; }

    public CalendarMonth Month { get; private set; } = null!;

    /// <summary>The days of the grid.</summary>
    public IReadOnlyList<CalendarDay> Days { get; private set; } = [];

    /// <summary>Of the present month how many days from today on are listed, beyond its end too.</summary>
    private const int DaysAhead = 14;

    /// <summary>The day that is shown in full; null when none was chosen.</summary>
    public CalendarDay? Chosen { get; private set; }

    public bool Plans => Person.May(Permission.PlanMenus);

    public bool Suggests => Person.May(Permission.SuggestMeals) && !Plans;

    public bool ManagesEvents => Person.May(Permission.ManageEvents);

    /// <summary>The month's days that have something on them; for the present month the next days from today on.</summary>
    public IReadOnlyList<CalendarDay> Agenda { get; private set; } = [];

    public bool IsPresent => Month.Holds(Today);

    public bool IsPast => Month.Last < Today;

    /// <summary>
    /// The days of the month on which the person cooks; for the present month the next ones, which may lie beyond its end.
    /// </summary>
    public IReadOnlyList<DateOnly> Mine { get; private set; } = [];

    /// <summary>The person's days in a sentence.</summary>
    public string MineWords
    {
        get
        {
            var format = Month.IsHijri || IsPresent ? "ddd\u00a0d\u00a0MMM" : "ddd\u00a0d";
            var days = string.Join(", ", Mine.Select(day => day.ToString(format, CultureInfo.InvariantCulture)));
            return $"{(IsPresent ? "Your next cooking days" : $"Your cooking days in {Month.NameWithin(Today)}")}: {days}.";
        }
    }

    /// <summary>The page in one sentence: when the person cooks, who cooks today, or how much is planned.</summary>
    public string Answer => (Mine.FirstOrDefault(day => day >= Today), Days.FirstOrDefault(day => day.Date == Today)?.Cook) switch
    {
        ({ Year: > 1 } mine, _) when mine == Today => "You cook today",
        ({ Year: > 1 } mine, _) when mine == Today.AddDays(1) => "You cook tomorrow",
        ({ Year: > 1 } mine, _) => $"You cook on {Day(mine)}",
        (_, { } cook) when Month.Holds(Today) => $"{cook} cooks today",
        _ => Days.Where(day => Month.Holds(day.Date)).Sum(day => day.Meals.Count()) switch
        {
            0 => IsPast ? "No meals" : "No meals planned yet",
            1 => IsPast ? "1 meal" : "1 meal is planned",
            var meals => IsPast ? $"{meals} meals" : $"{meals} meals are planned",
        },
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var day = string.IsNullOrEmpty(TypedDay) ? (DateOnly?)null : InputParser.Day(TypedDay);
        if ((day is null && !string.IsNullOrEmpty(TypedDay)) || Choose(day) is not { } month)
            return NotFound();
        Month = month;
        var (from, to) = IsPresent ? (Today, Today.AddDays(DaysAhead - 1)) : (month.First, month.Last);
        var last = to > month.To ? to : month.To;
        var all = CalendarDay.Of(
            Enumerable.Range(0, last.DayNumber - month.From.DayNumber + 1).Select(month.From.AddDays),
            await query.ReadAsync(new(Floor.Id, month.From, last, Person.Id, day), cancellationToken));
        Days = [.. all.Where(each => each.Date <= month.To)];
        Agenda = [.. all.Where(each => each.Date >= from && each.Date <= to && each.Entries.Count > 0)];
        Mine = [.. all.Where(each => each.Mine && (IsPresent ? each.Date >= Today : Month.Holds(each.Date))).Select(each => each.Date)];
        Chosen = Days.FirstOrDefault(each => each.Date == day);
        return Chosen is null && day is not null ? NotFound() : Page();
    }

    /// <summary>The month that the address names, else that of the day it names, else the present one.</summary>
    private CalendarMonth? Choose(DateOnly? day)
    {
        var month = (TypedHijri, TypedMonth) switch
        {
            ({ Length: > 0 }, _) => Tenant.ShowsHijri ? CalendarMonth.Read(TypedHijri, hijri: true) : null,
            (_, { Length: > 0 }) => CalendarMonth.Read(TypedMonth, hijri: false),
            _ => CalendarMonth.Of(day ?? Today, hijri: false),
        };
        return month is not null && IsNear(month.Year, month.IsHijri) ? month : null;
    }

    private bool IsNear(int year, bool hijri = false) => Math.Abs(year - (hijri ? HijriDate.Of(Today).Year : Today.Year)) <= YearsAround;
}
