using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Features.TeaTasks;

/// <summary>How tea duties read.</summary>
public static class TeaWords
{
    public static string Words(this TeaState state) => state switch
    {
        TeaState.NotConfirmed => "Not marked",
        TeaState.Swapped => "Taken over",
        _ => state.ToString(),
    };

    /// <summary>The class of a state's chip; empty for what is only a fact.</summary>
    public static string ChipClass(this TeaState state) => state switch
    {
        TeaState.Accepted or TeaState.Done => "ok",
        TeaState.NotConfirmed => "wait",
        TeaState.Missed => "bad",
        _ => "",
    };

    public static string Icon(this TeaState state) => state switch
    {
        TeaState.Accepted or TeaState.Done => "check-lg",
        TeaState.NotConfirmed => "question-circle",
        TeaState.Missed => "x-lg",
        TeaState.Swapped => "arrow-left-right",
        TeaState.Cancelled => "slash-circle",
        _ => "clock",
    };

    /// <summary>December for a whole month; otherwise 7–13 Dec, or 28 Nov – 4 Dec.</summary>
    public static string Period(DateOnly from, DateOnly until, int thisYear)
    {
        if (from.Day == 1 && until == from.AddMonths(1).AddDays(-1))
            return from.Year == thisYear ? Formats.MonthName(from) : Formats.Month(from);
        return from == until ? Formats.Day(from, thisYear) : Formats.Range(from, until, thisYear);
    }

    /// <summary>Thu 3 Dec, Fri 18 Dec and Sat 26 Dec.</summary>
    public static string Days(IReadOnlyList<DateOnly> days, int thisYear) =>
        Formats.AllOf(days.Select(day => Formats.Day(day, thisYear)));
}
