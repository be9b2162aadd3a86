using AjsPantry.Features.Menus.Dishes;
using AjsPantry.Features.Shared;

namespace AjsPantry.Features.Menus.Planner;

/// <summary>A dish to choose, with what a floor remembers of it.</summary>
/// <param name="Last">The last day on which it was the main dish; null when it was not in <see cref="PlanOfferQuery.DaysBack"/>
/// days.</param>
/// <param name="LastBy">The room that cooked it then.</param>
/// <param name="MostBy">The room that cooked it most often, where one did more than once.</param>
/// <param name="Next">The next day for which it is planned.</param>
/// <param name="Score">The stars that the floor gave it as a main dish.</param>
/// <param name="Champions">The floor's rooms that are held to be best at it.</param>
/// <param name="Idea">What most people of the floor would like better about it.</param>
public sealed record DishPast(string Name, string NormalName, DishCategory Category, DateOnly? Last, string? LastBy, string? MostBy,
    DateOnly? Next, Score Score, IReadOnlyList<ChampionRoom> Champions, string? Idea = null)
{
    /// <summary>Rated 4.6 from 26. Last served on Sat 10 Oct by Room 107. Empty when there is nothing to say.</summary>
    public string Words(Func<DateOnly, string> day)
    {
        List<string> sentences = [];
        if (Score.Count > 0)
            sentences.Add($"Rated {Score.Average} from {Score.Count}.");
        if (Champions.Count > 0)
            sentences.Add($"Best cooks: {string.Join(", ", Champions.Select(champion => champion.Name))}.");
        if (Last is { } last)
            sentences.Add($"Last served on {day(last)}{(LastBy is null ? "" : $" by {LastBy}")}.");
        if (MostBy is not null && MostBy != LastBy)
            sentences.Add($"{MostBy} cooks it most often.");
        if (Next is { } next)
            sentences.Add($"Planned for {day(next)}.");
        if (Idea is not null)
            sentences.Add($"Idea: {Idea}.");
        return string.Join(' ', sentences);
    }
}

/// <summary>A room that is best at a dish.</summary>
public sealed record ChampionRoom(Guid Id, string Name);
