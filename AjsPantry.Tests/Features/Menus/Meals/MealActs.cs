
namespace AjsPantry.Tests.Features.Menus.Meals;

internal static class MealActs
{
    public static async Task<WebPage> AddMealAsync(this PantryApp app, string date, string dish, string side = "", Guid? room = null) =>
        await (await (await app.SignInAsync(Cast.Head)).GetAsync("/menus/add"))
            .SubmitAsync(
                new() { ["Input.Date"] = date, ["Input.Dish"] = dish, ["Input.Side"] = side, ["Input.Room"] = room?.ToString() ?? "" });
}
