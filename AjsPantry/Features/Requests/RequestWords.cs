using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Features.Requests;

/// <summary>How requests read.</summary>
public static class RequestWords
{
    public static string Words(this RequestKind kind) => kind switch
    {
        RequestKind.Absence => "Absence",
        RequestKind.ScheduleChange => "Change of turns or tea",
        _ => "Something else",
    };

    /// <summary>What somebody does who has made such a request, after their name.</summary>
    public static string Asks(this RequestKind kind) => kind switch
    {
        RequestKind.Absence => "asks to be away",
        RequestKind.ScheduleChange => "asks for a change of turns or tea",
        _ => "asks for something",
    };

    /// <summary>The state as a chip: its word, its colour and its icon.</summary>
    public static (string Word, string Colour, string Icon) Chip(this RequestState state) => state switch
    {
        RequestState.Open => ("Waiting", "wait", "hourglass-split"),
        RequestState.Approved => ("Approved", "ok", "check-circle-fill"),
        RequestState.Declined => ("Declined", "bad", "x-lg"),
        _ => ("Withdrawn", "", "dash-lg"),
    };

    /// <summary>The same for a request, which nobody answers any more once its days are over.</summary>
    public static (string Word, string Colour, string Icon) Chip(this RequestView request, DateOnly today) =>
        request.State == RequestState.Open && !request.Waits(today) ? ("No answer", "", "dash-lg") : request.State.Chip();

    /// <summary>Tue 17 Mar, 17–19 Mar, or 30 Mar – 2 Apr; with the year where it is not this one.</summary>
    public static string Range(DateOnly from, DateOnly until, int thisYear) =>
        from == until ? Formats.Day(from, thisYear) : Formats.Range(from, until, thisYear);
}
