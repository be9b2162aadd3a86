using AjsPantry.Features.Menus.Dishes.Editing;

namespace AjsPantry.Features.Menus.Dishes.Starters;

/// <summary>Common breakfast dishes with recipes for 30 people, for a library that is still empty.</summary>
public static partial class StarterDishes
{
    private const int Servings = 30;

    public static IReadOnlyList<DishDraft> All { get; } = [.. Mains(), .. Sides()];

    private static DishDraft Dish(string name, DishCategory category, string summary, string[] tips,
        params (string Name, decimal Quantity, string Unit)[] ingredients) =>
        new(name, category, Servings, summary, tips, [.. ingredients.Select(row => new IngredientDraft(row.Name, row.Quantity, row.Unit))]);

    private static DishDraft[] Sides() =>
    [
        Dish("Coconut chutney", DishCategory.Side, "Goes with idli, dosa and vada.", ["Grind it on the same morning."],
            ("Coconuts", 6, "pcs"), ("Roasted chana dal", 400, "g"), ("Green chillies", 40, "g"), ("Curd", 300, "g"),
            ("Mustard seeds", 15, "g")),
        Dish("Sambar", DishCategory.Side, "Lentil and vegetable stew.", [],
            ("Pigeon peas (toor dal)", 1.2m, "kg"), ("Mixed vegetables", 2, "kg"), ("Tamarind", 120, "g"), ("Sambar powder", 100, "g"),
            ("Oil", 150, "ml"), ("Curry leaves", 20, "g")),
        Dish("Green chutney", DishCategory.Side, "Coriander and mint, sharp.", ["A few ice cubes in the grinder keep it green."],
            ("Fresh coriander", 600, "g"), ("Mint", 300, "g"), ("Green chillies", 60, "g"), ("Lemons", 6, "pcs"), ("Peanuts", 100, "g")),
        Dish("Tomato chutney", DishCategory.Side, "Cooked until thick.", [],
            ("Tomatoes", 2.5m, "kg"), ("Onions", 600, "g"), ("Oil", 150, "ml"), ("Dried red chillies", 30, "g"),
            ("Mustard seeds", 15, "g")),
        Dish("Boondi raita", DishCategory.Side, "Curd with fried gram drops.", ["Stir the boondi in just before serving."],
            ("Curd", 4, "kg"), ("Boondi", 500, "g"), ("Roasted cumin powder", 5, "tsp"), ("Salt", 30, "g")),
        Dish("Fruit bowl", DishCategory.Side, "Whatever is in season, cut small.", [],
            ("Bananas", 18, "pcs"), ("Papayas", 4, "pcs"), ("Apples", 12, "pcs"), ("Pomegranates", 6, "pcs"), ("Lemons", 4, "pcs")),
        Dish("Sprouts salad", DishCategory.Both, "Steamed sprouts with lemon; a light dish of its own.", [],
            ("Sprouted moong", 2.5m, "kg"), ("Onions", 500, "g"), ("Tomatoes", 600, "g"), ("Cucumbers", 600, "g"), ("Lemons", 10, "pcs"),
            ("Fresh coriander", 100, "g")),
        Dish("Sheera", DishCategory.Both, "Sweet semolina with ghee and nuts.", ["Pour the milk in hot, and stand back."],
            ("Semolina (rava)", 1.5m, "kg"), ("Sugar", 1.5m, "kg"), ("Ghee", 900, "g"), ("Milk", 3, "ltr"), ("Cashews", 150, "g"),
            ("Cardamom powder", 3, "tsp")),
    ];
}
