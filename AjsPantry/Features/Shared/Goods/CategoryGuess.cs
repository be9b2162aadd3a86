namespace AjsPantry.Features.Shared.Goods;

/// <summary>
/// Guesses the category of an item from its name, so that nobody has to choose it. What was chosen for the same item before comes first.
/// </summary>
public static class CategoryGuess
{
    /// <summary>Whole words, in the singular or the plural.</summary>
    private static readonly (Category Category, string[] Words)[] Known =
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

    private static readonly (string Word, Category Category)[] LongestFirst =
        [.. Known.SelectMany(known => known.Words.Select(word => (word, known.Category))).OrderByDescending(known => known.word.Length)];

    /// <summary>What comes behind one of these only describes the thing: "Salt (for rice)", "Juice, mango".</summary>
    private static readonly string[] Asides = [",", "(", " for ", " with "];

    /// <summary>
    /// The last word names the thing, so "peanut oil" is an oil and "milk bread" a bread; of two that end there the longer decides.
    /// </summary>
    public static Category Of(string item)
    {
        var text = item.ToLowerInvariant();
        var known = Last(text.Split(Asides, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "");
        return (known.End > 0 ? known : Last(text)).Category;
    }

    private static readonly char[] Between = [' ', ',', '-', '(', ')', '/', '.'];

    private static readonly string[] Endings = ["", "s", "es"];

    private static (int End, Category Category) Last(string text)
    {
        var words = " " + string.Join(' ', text.Split(Between, StringSplitOptions.RemoveEmptyEntries)) + " ";
        return LongestFirst.Select(known => (End: End(words, known.Word), known.Category)).MaxBy(known => known.End) is { End: > 0 } last
            ? last : default;
    }

    /// <summary>
    /// Where the word ends last, 0 when it is not there. "tea" is in "tea leaf" and "onion" in "onions", but "tea" is not in "steak".
    /// </summary>
    private static int End(string words, string word) => Endings.Max(ending =>
        words.LastIndexOf($" {word}{ending} ", StringComparison.Ordinal) is >= 0 and var start ? start + word.Length + ending.Length : 0);
}
