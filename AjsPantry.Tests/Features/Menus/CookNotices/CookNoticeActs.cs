using AjsPantry.Features.Menus;
using AjsPantry.Features.Notices;
using AjsPantry.Tests.Features.People;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Features.Menus.CookNotices;

internal static class CookNoticeActs
{
    public static async Task<WebPage> AddMealAsync(
        this PeopleApp app, string date, string dish, Guid room, Dictionary<string, string>? more = null) =>
        await (await (await app.SignInAsync(Cast.Head)).GetAsync("/menus/add"))
            .SubmitAsync(new(more ?? []) { ["Input.Date"] = date, ["Input.Dish"] = dish, ["Input.Room"] = room.ToString() });

    public static Task<Guid> IdAsync(this PeopleApp app, string dish) =>
        app.ReadAsync("North", db => db.Set<Menu>().Where(menu => menu.Dish!.Name == dish).Select(menu => menu.Id).SingleAsync());

    public static async Task<List<Notice>> NoticesAsync(this PeopleApp app, Person person)
    {
        var id = await app.IdAsync(person);
        return await app.ReadAsync("North",
            db => db.Set<Notice>().Where(notice => notice.MemberId == id).OrderBy(notice => notice.CreatedAt).ThenBy(notice => notice.Id)
                .ToListAsync());
    }
}
