namespace AjsPantry.Features.Menus.Dishes;

/// <summary>What pages call the kinds of dishes.</summary>
public static class DishWords
{
    /// <summary>Main dish, Side, or Main or side.</summary>
    public static string Words(this DishCategory category) => category switch
    {
        DishCategory.Main => "Main dish",
        DishCategory.Side => "Side",
        DishCategory.Both => "Main or side",
        _ => category.ToString(),
    };

    /// <summary>30 people, 1 person.</summary>
    public static string People(int count) => count == 1 ? "1 person" : $"{count} people";

    /// <summary>1 meal, 3 meals.</summary>
    public static string Meals(int count) => count == 1 ? "1 meal" : $"{count} meals";
}
