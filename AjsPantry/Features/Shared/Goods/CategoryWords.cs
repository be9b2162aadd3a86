namespace AjsPantry.Features.Shared.Goods;

/// <summary>By which words an item is known to be of a category.</summary>
internal static class CategoryWords
{
    /// <summary>Whole words, in the singular or the plural.</summary>
    public static IReadOnlyList<(Category Category, string[] Words)> Known { get; } =
    [
        (Category.Grains,
            ["atta", "flour", "maida", "rice", "basmati", "poha", "rava", "sooji", "suji", "dal", "daal", "toor", "moong", "urad", "chana",
                "rajma", "besan", "wheat", "oats", "daliya", "dalia", "vermicelli", "sabudana", "chickpea", "lentil", "pasta",
                "corn flakes", "cornflakes", "muesli"]),
        (Category.Dairy,
            ["milk", "curd", "dahi", "paneer", "butter", "cheese", "cream", "yogurt", "yoghurt", "lassi", "chaas", "buttermilk", "khoya",
                "mawa", "amul taaza"]),
        (Category.Vegetables,
            ["onion", "potato", "tomato", "coriander", "lemon", "lime", "chilli green", "green chilli", "ginger", "garlic", "carrot",
                "cabbage", "cauliflower", "spinach", "palak", "methi", "okra", "bhindi", "brinjal", "capsicum", "cucumber", "beans", "peas",
                "banana", "apple", "orange", "mango", "papaya", "grapes", "watermelon", "mint", "pudina", "curry leaves", "beetroot",
                "pumpkin", "coconut", "pomegranate", "guava", "pineapple", "radish", "fruit", "vegetable"]),
        (Category.Bakery, ["bread", "pav", "bun", "rusk", "toast", "cake", "khari", "kulcha", "naan", "croissant", "milk bread"]),
        (Category.Spices,
            ["tea", "chai", "sugar", "coffee", "salt", "jeera", "cumin", "haldi", "turmeric", "masala", "pepper", "elaichi", "cardamom",
                "clove", "cinnamon", "mustard", "rai", "hing", "chilli powder", "red chilli", "coriander powder", "jaggery", "gud", "honey",
                "vinegar", "soy sauce", "sauce", "ketchup", "pickle", "achar", "jam", "papad"]),
        (Category.Oils, ["oil", "ghee", "rice bran oil", "coconut oil", "vanaspati", "mayonnaise"]),
        (Category.Snacks,
            ["biscuit", "biscuits", "cookies", "namkeen", "sev", "chips", "juice", "squash", "soft drink", "cola", "water bottle",
                "chocolate", "bhujia", "farsan", "sharbat", "rooh afza", "noodles", "maggi", "dates", "almond", "cashew", "raisin",
                "peanut"]),
        (Category.Meat, ["egg", "eggs", "chicken", "mutton", "fish", "prawn", "beef", "meat", "keema"]),
        (Category.Cleaning,
            ["detergent", "soap", "dish soap", "dishwash", "vim", "phenyl", "floor cleaner", "bleach", "scrub", "scrubber", "mop", "broom",
                "sponge", "handwash", "surf", "harpic", "lizol", "cleaner"]),
        (Category.Household,
            ["tissue", "napkin", "foil", "cling", "garbage", "bin bag", "paper plate", "paper cup", "cup", "plate", "spoon", "gas cylinder",
                "cylinder", "lpg", "matchbox", "lighter", "battery", "bulb", "container", "knife", "glass"]),
    ];
}
