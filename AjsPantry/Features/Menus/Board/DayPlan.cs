using AjsPantry.Features.Menus.CookingTurns.Days;

namespace AjsPantry.Features.Menus.Board;

/// <summary>
/// Something to know of a day beside its meals, in one shape for all kinds, so that one command brings a week's worth of them.
/// </summary>
internal sealed class DayPlan
{
    public required DayPlanKind Kind { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>The last day, included.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>The suggestion; null for what is none.</summary>
    public Guid? WishId { get; init; }

    public Guid? MemberId { get; init; }

    public Guid? RoomId { get; init; }

    /// <summary>The room's name, or the person's.</summary>
    public string? Name { get; init; }

    /// <summary>The short name of the room, or the side dish that is suggested.</summary>
    public string? More { get; init; }

    /// <summary>The sentence that explains a turn, or the dish that is suggested.</summary>
    public string? Text { get; init; }

    public DutyOrigin? Origin { get; init; }

    /// <summary>The person who looks lives in the room.</summary>
    public bool Mine { get; init; }

    /// <summary>The person who looks is away on that day.</summary>
    public bool IAmAway { get; init; }

    /// <summary>Nobody of the room is there on that day.</summary>
    public bool AllAway { get; init; }

    /// <summary>
    /// All parts in one command. The duties come first: the first part settles the types of all columns, and only there does an origin have
    /// the type that its column has.
    /// </summary>
    public static IQueryable<DayPlan> Together(IEnumerable<IQueryable<DayPlan>> parts) => parts.Aggregate(Queryable.Concat);
}

internal enum DayPlanKind
{
    /// <summary>Whose turn it is, or nobody's.</summary>
    Turn,
    Away,
    Wish,
}
