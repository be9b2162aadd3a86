using AjsPantry.Features.Menus.Suggestions;
using AjsPantry.Features.Shared.Homes;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.Cards;

/// <summary>Meals that people suggest and nobody has answered.</summary>
public sealed class SuggestionsCard(PantryDb db) : IHomeCard
{
    private sealed record Suggested(DateOnly Date, string Dish);

    public async Task ReadAsync(Home home, CancellationToken cancellationToken)
    {
        if (!home.Person.May(Permission.PlanMenus))
            return;
        var floorId = home.Floor.Id;
        var waiting = await home.Cache.ReadAsync(("suggested meals", floorId, home.Today), async () =>
            await db.MealSuggestions.AsNoTracking().Where(MealSuggestion.Waits(home.Today))
                .Where(suggestion => suggestion.FloorId == floorId)
                .OrderBy(suggestion => suggestion.Date).ThenByDescending(suggestion => suggestion.CreatedAt)
                .Select(suggestion => new Suggested(suggestion.Date, suggestion.Dish)).ToListAsync(cancellationToken));
        if (waiting is [var first, ..])
            home.ToDos.Add(new(ToDoOrder.Suggestions, "lightbulb",
                $"{ToDo.Count(waiting.Count, "suggested meal")} {(waiting.Count == 1 ? "waits" : "wait")} for your answer",
                $"{first.Dish}, {home.Day(first.Date)}", "/Menus/Suggestions/Index", "Answer"));
    }
}
