using AjsPantry.Features.Menus.Suggestions;
using AjsPantry.Features.Notices;
using AjsPantry.Tests.Features.People;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Features.Menus.Suggestions;

internal static class SuggestionActs
{
    public static async Task<WebPage> SuggestAsync(
        this PeopleApp app, Person person, string date, string dish, string side = "", string notes = "") =>
        await (await (await app.SignInAsync(person)).GetAsync("/menus/suggestions/add"))
            .SubmitAsync(new() { ["Input.Date"] = date, ["Input.Dish"] = dish, ["Input.Side"] = side, ["Input.Notes"] = notes });

    public static Task<Guid> IdAsync(this PeopleApp app, string dish) =>
        app.ReadAsync("North", db => db.Set<MealSuggestion>().Where(wish => wish.Dish == dish).Select(wish => wish.Id).SingleAsync());

    public static async Task<(SuggestionState State, Guid? MenuId)> ReadAsync(this PeopleApp app, Guid id)
    {
        var wish = await app.ReadAsync("North", db => db.Set<MealSuggestion>().AsNoTracking().SingleAsync(wish => wish.Id == id));
        return (wish.State, wish.MenuId);
    }

    public static async Task<List<string>> ToldAsync(this PeopleApp app, Person person)
    {
        var id = await app.IdAsync(person);
        return (await app.ReadAsync("North",
            db => db.Set<Notice>().Where(notice => notice.MemberId == id && notice.Kind == NoticeKind.Suggestion).ToListAsync()))
                .ConvertAll(notice => $"{notice.Title}: {notice.Text}".Replace('\u00a0', ' '));
    }
}
