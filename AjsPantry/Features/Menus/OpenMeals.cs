using AjsPantry.Features.Shared;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus;

/// <summary>The coming meals that a person, not a room, is to cook.</summary>
public sealed class OpenMeals(PantryDb db, Scope scope) : IOpenWork
{
    private const int Samples = 3;

    public string Words(int count) => count == 1 ? "1 meal to cook" : $"{count} meals to cook";

    public async Task<OpenWork> OfAsync(Guid memberId, CancellationToken cancellationToken)
    {
        var meals = await Of(memberId).OrderBy(menu => menu.Date).Select(menu => new { menu.Date, menu.Dish!.Name })
            .ToListAsync(cancellationToken);
        return new OpenWork(Words(meals.Count), meals.Count,
            [.. meals.Take(Samples).Select(meal => $"{meal.Name} on {Formats.Day(meal.Date, scope.Today.Year)}")]);
    }

    public async Task HandOverAsync(Guid fromId, Guid? toId, CancellationToken cancellationToken) =>
        (await Of(fromId).ToListAsync(cancellationToken)).ForEach(menu => menu.MemberId = toId);

    private IQueryable<Menu> Of(Guid memberId)
    {
        var today = scope.Today;
        return db.Menus.Where(menu => menu.MemberId == memberId && menu.CancelledAt == null && menu.Date >= today);
    }
}
