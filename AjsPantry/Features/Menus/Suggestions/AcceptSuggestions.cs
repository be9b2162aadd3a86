using AjsPantry.Features.Menus.Dishes;
using AjsPantry.Features.Notices;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.Suggestions;

/// <summary>
/// Answers what was suggested and is now on the menu: the suggestion from which the meal was planned, and any other for the day
/// that names its dish. Within the unit of work of the meal; the scope saves.
/// </summary>
public sealed class AcceptSuggestions(PantryDb db, Notify notify, Scope scope)
{
    /// <param name="dish">The name of the meal's dish.</param>
    /// <param name="chosen">The suggestion that whoever planned it accepted, perhaps with changes; null when none was.</param>
    public async Task AnswerAsync(Menu menu, string dish, Guid? chosen, CancellationToken cancellationToken)
    {
        var today = scope.Today;
        if (menu.Date < today)
            return;
        await db.HoldSuggestionsAsync(menu.FloorId, menu.Date, chosen, cancellationToken);
        var waiting = await db.MealSuggestions.Where(MealSuggestion.Waits(today))
            .Where(wish => wish.FloorId == menu.FloorId && (wish.Date == menu.Date || wish.Id == chosen)).ToListAsync(cancellationToken);
        foreach (var wish in waiting.Where(wish => wish.Id == chosen || DishName.Normal(wish.Dish) == DishName.Normal(dish)))
            await AcceptAsync(wish, menu, dish, cancellationToken);
    }

    private async Task AcceptAsync(MealSuggestion wish, Menu menu, string dish, CancellationToken cancellationToken)
    {
        wish.State = SuggestionState.Accepted;
        wish.AnsweredAt = scope.Now;
        wish.AnsweredById = scope.Actor.Id;
        wish.MenuId = menu.Id;
        await notify.WithdrawAsync(wish.Id, "asked", cancellationToken);
        var day = Formats.Day(menu.Date, scope.Today.Year);
        var text = DishName.Normal(wish.Dish) == DishName.Normal(dish) ? $"It is planned for {day}, {menu.Meal}."
            : $"It is now {dish}, on {day}, {menu.Meal}.";
        await notify.TellAsync(
            new(NoticeKind.Suggestion, new(wish.Id, "answered"), $"Your suggestion {wish.Dish} is on the menu", text,
                $"/menus/suggestions/{wish.Id}"), [wish.MemberId], cancellationToken);
    }
}
