using AjsPantry.Features.Menus;
using AjsPantry.Tests.Features.People;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Features.Menus.Planner;

internal static class PlannerActs
{
    /// <summary>The name of a field in the row of a day's breakfast.</summary>
    public static string Row(WebPage page, string day, string field) =>
        page.Document.QuerySelectorAll("fieldset.plan input[name$='.Date']").Where(input => input.GetAttribute("value") == day)
            .Select(input => input.GetAttribute("name")!.Replace(".Date", "." + field, StringComparison.Ordinal)).FirstOrDefault()
            ?? $"no row of {day}";

    public static async Task<List<string>> MealsAsync(this PeopleApp app, DateOnly monday)
    {
        var floor = await app.FloorAsync("North", 1);
        return await app.ReadAsync("North",
            async db =>
                (await db.Set<Menu>()
                    .Where(menu => menu.FloorId == floor.Id && menu.CancelledAt == null && menu.Date >= monday
                        && menu.Date < monday.AddDays(7)).OrderBy(menu => menu.Date)
            .Select(menu => new { menu.Date, menu.Dish!.Name, Side = menu.Side!.Name }).ToListAsync())
                .ConvertAll(menu => $"{menu.Date:dd} {menu.Name}{(menu.Side is null ? "" : $" with {menu.Side}")}"));
    }
}
