namespace AjsPantry.Features.Feedback.Ideas;

/// <summary>How ideas read, and what their states allow.</summary>
public static class IdeaWords
{
    /// <summary>What is done or declined needs no more votes; they stay as they are.</summary>
    public static bool TakesVotes(this IdeaState state) => state is IdeaState.Open or IdeaState.Planned;

    /// <summary>The state as a chip: its word, its colour and its icon.</summary>
    public static (string Word, string Colour, string Icon) Chip(this IdeaState state) => state switch
    {
        IdeaState.Open => ("Open", "", "lightbulb"),
        IdeaState.Planned => ("Planned", "wait", "calendar-event"),
        IdeaState.Done => ("Done", "ok", "check-circle-fill"),
        IdeaState.Hidden => ("Hidden", "bad", "eye-slash"),
        IdeaState.Withdrawn => ("Withdrawn", "", "dash-lg"),
        _ => ("Declined", "bad", "x-lg"),
    };

    /// <summary>What an idea is, after its title or after "it".</summary>
    public static string Is(this IdeaState state) => state switch
    {
        IdeaState.Open => "is open again",
        IdeaState.Planned => "is planned",
        IdeaState.Done => "is done",
        IdeaState.Hidden => "is hidden",
        IdeaState.Withdrawn => "is withdrawn",
        _ => "is declined",
    };

    public static string Votes(int count) => count switch { 0 => "no votes yet", 1 => "1 vote", _ => $"{count} votes" };
}
