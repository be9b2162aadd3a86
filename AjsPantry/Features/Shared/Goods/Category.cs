namespace AjsPantry.Features.Shared.Goods;

/// <summary>What kind of thing was bought. The names stand in the database; people read <see cref="CategoryNames.Words"/>.</summary>
public enum Category
{
    Other,
    Grains,
    Dairy,
    Vegetables,
    Bakery,
    Spices,
    Oils,
    Snacks,
    Meat,
    Cleaning,
    Household,
}

public static class CategoryNames
{
    public static string Words(this Category category) => category switch
    {
        Category.Grains => "Grains, flour and pulses",
        Category.Dairy => "Milk and dairy",
        Category.Vegetables => "Vegetables and fruit",
        Category.Bakery => "Bread and bakery",
        Category.Spices => "Tea, sugar and spices",
        Category.Oils => "Oil and ghee",
        Category.Snacks => "Snacks and drinks",
        Category.Meat => "Meat, fish and eggs",
        Category.Cleaning => "Cleaning",
        Category.Household => "Paper, gas and utensils",
        _ => "Other",
    };
}
