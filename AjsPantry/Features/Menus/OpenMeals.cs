using AjsPantry.Features.People;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus;

/// <summary>The coming meals that a person, not a room, is to cook.</summary>
public sealed class OpenMeals(PantryDb db, Caller caller, TimeProvider clock) : IOpenWork
{
    private const int Samples = 3;

    public string Words(int count) => count == 1 ? "1 meal to cook" : $"{count} meals to cook";

    public async Task<OpenWork> OfAsync(Guid memberId, CancellationToken cancellationToken)
    {
        var meals = await Of(memberId).OrderBy(menu => menu.Date).Select(menu => new { menu.Date, menu.Dish!.Name }).ToListAsync(cancellationToken);
        return new OpenWork(Words(meals.Count), meals.Count, [.. meals.Take(Samples).Select(meal => $"{meal.Name} on {Formats.Day(meal.Date, Today.Year)}")]);
    }

    public async Task HandOverAsync(Guid fromId, Guid? toId, CancellationToken cancellationToken) =>
        (await Of(fromId).ToListAsync(cancellationToken)).ForEach(menu => menu.MemberId = toId);

    private DateOnly Today => caller.Person!.Tenant.Today(clock);

    private IQueryable<Menu> Of(Guid memberId)
    {
        var today = Today;
        return db.Menus.Where(menu => menu.MemberId == memberId && menu.CancelledAt == null && menu.Date >= today);
    }
}
