using System.Globalization;
using AjsPantry.Features.Menus.Board;
using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Features.Menus;

/// <summary>How meals read.</summary>
public static class MenuWords
{
    /// <summary>Breakfast, where a sentence or label begins with it.</summary>
    public static string Meal(string meal) => char.ToUpper(meal[0], CultureInfo.InvariantCulture) + meal[1..];

    /// <summary>A meal's place in the day.</summary>
    public static int Position(string meal) => meal switch { "breakfast" => 0, "lunch" => 1, _ => 2 };

    /// <summary>Tells, behind another sentence, which names became dishes; nothing where none did.</summary>
    public static string Added(IReadOnlyList<string> dishes) => dishes.Count switch
    {
        0 => "",
        1 => $" {dishes[0]} is added to the dishes.",
        _ => $" {Formats.AllOf(dishes)} are added to the dishes.",
    };

    /// <summary>Room 12, away: Insia, where one chooses who cooks.</summary>
    public static string Cook(string name, IReadOnlyCollection<string> away) =>
        away.Count == 0 ? name : $"{name}, away: {string.Join(", ", away)}";

    /// <summary>Masala poha with mint chutney.</summary>
    public static string Words(this MenuView menu) => menu.Side is null ? menu.Dish : $"{menu.Dish} with {menu.Side}";
}
