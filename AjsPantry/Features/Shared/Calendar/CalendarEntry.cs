namespace AjsPantry.Features.Shared.Calendar;

/// <summary>One thing on one day of a floor's calendar.</summary>
public sealed record CalendarEntry
{
    public required EntryKind Kind { get; init; }

    public required DateOnly Date { get; init; }

    /// <summary>The last day, included, of several; null for one.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>When it begins, on the tenant's clock; null for what has no time.</summary>
    public TimeOnly? At { get; init; }

    /// <summary>Of the meal, duty, event or whatever it is.</summary>
    public required Guid Id { get; init; }

    /// <summary>The dish with its side, the event's title, or the room whose turn it is.</summary>
    public required string Title { get; init; }

    /// <summary>Notes, the reason of a turn, or what an event is about.</summary>
    public string? Text { get; init; }

    /// <summary>The cook of a meal, or who made an event or a suggestion.</summary>
    public string? Who { get; init; }

    /// <summary>The short label of the room that cooks.</summary>
    public string? Label { get; init; }

    /// <summary>breakfast, lunch or dinner; null for what is no meal.</summary>
    public string? Meal { get; init; }

    /// <summary>What the floor knows of the dish of a meal; only of the day that is shown in full.</summary>
    public KnownDish? Dish { get; init; }

    /// <summary>The person who looks has it, alone or with their room, and is not away.</summary>
    public required bool Mine { get; init; }
}

/// <param name="Score">How the floor liked it.</param>
/// <param name="Best">Who is best at it.</param>
/// <param name="Idea">What most people would like better about it.</param>
public sealed record KnownDish(Score Score, string? Best, string? Idea);

/// <summary>What stands on the calendar, in the order in which a day shows it.</summary>
public enum EntryKind
{
    Meal,
    Turn,

    /// <summary>A day on which nobody cooks.</summary>
    Leave,
    Tea,
    Event,

    /// <summary>A meal that somebody would like and nobody has answered yet.</summary>
    Suggestion,
}
