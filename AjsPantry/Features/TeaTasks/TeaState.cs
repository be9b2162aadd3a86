namespace AjsPantry.Features.TeaTasks;

/// <summary>How it stands with a duty. What may follow what is said by <see cref="TeaStates"/>.</summary>
public enum TeaState
{
    Planned,

    /// <summary>The person said that they will do it.</summary>
    Accepted,

    Done,
    Missed,

    /// <summary>The day passed and nobody has said what came of it.</summary>
    NotConfirmed,

    /// <summary>Somebody else took it over; their duty follows this one.</summary>
    Swapped,

    /// <summary>There is no such tea, or it was given to somebody else.</summary>
    Cancelled,
}

/// <summary>Which acts a duty's state and day allow. Who may do them is the handlers' question.</summary>
public static class TeaStates
{
    /// <summary>For how many days the person may still say that they made it.</summary>
    public const int DaysToMark = 7;

    /// <summary>States in which the duty holds its place.</summary>
    public static bool IsLive(this TeaState state) => state is not (TeaState.Swapped or TeaState.Cancelled);

    /// <summary>Nobody has said yet what came of it.</summary>
    public static bool IsOpen(this TeaState state) => state is TeaState.Planned or TeaState.Accepted;

    /// <summary>Somebody has said what came of it.</summary>
    public static bool IsMarked(this TeaState state) => state is TeaState.Done or TeaState.Missed;

    /// <summary>Whoever marked it may take that back, until somebody else has agreed.</summary>
    public static bool MayUnmarkOwn(Guid? markedBy, Guid? confirmedBy, Guid person) =>
        markedBy == person && (confirmedBy is null || confirmedBy == person);

    /// <summary>The person may accept it.</summary>
    public static bool MayAccept(TeaState state, DateOnly day, DateOnly today) => state == TeaState.Planned && day >= today;

    /// <summary>It may be declined, swapped, given to somebody else or cancelled: its day is not past and nothing came of it yet.</summary>
    public static bool MayMove(TeaState state, DateOnly day, DateOnly today) => state.IsOpen() && day >= today;

    /// <summary>The tea is still to be made: its day is to come, or it is today and its time is not past.</summary>
    public static bool IsToCome(DateOnly day, TimeOnly? at, DateTime now) =>
        day > DateOnly.FromDateTime(now) || (day == DateOnly.FromDateTime(now) && (at is null || at > TimeOnly.FromDateTime(now)));

    /// <summary>The person may say that they made it: on the day, and some days after while nobody else said otherwise.</summary>
    public static bool MayMarkOwn(TeaState state, DateOnly day, DateOnly today) =>
        (state.IsOpen() || state == TeaState.NotConfirmed) && day <= today && day >= today.AddDays(-DaysToMark);

    /// <summary>Whoever manages tea may say what came of it, and put it right later.</summary>
    public static bool MayMark(TeaState state, DateOnly day, DateOnly today) => state.IsLive() && day <= today;

    /// <summary>It counts as a turn: it was done or missed, or it is still to come or to be confirmed.</summary>
    public static bool Counts(this TeaState state) => state.IsLive();
}
