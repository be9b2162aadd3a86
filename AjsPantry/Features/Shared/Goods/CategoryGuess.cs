namespace AjsPantry.Features.Shared.Goods;

/// <summary>Guesses the category of an item from its name, so that nobody has to choose it. What was chosen for the same item before comes first.</summary>
public static class CategoryGuess
{
    /// <summary>Whole words or beginnings of words; the longest that fits decides, so "rice bran oil" is an oil and "milk bread" a bread.</summary>
    private static readonly (Category Category, string[] Words)[] Known =
    [
        (Category.Grains, ["atta", "flour", "maida", "rice", "basmati", "poha", "rava", "sooji", "suji", "dal", "daal", "toor", "moong", "urad", "chana", "rajma", "besan", "wheat", "oats", "daliya", "dalia", "vermicelli", "sabudana", "chickpea", "lentil", "pasta", "corn flakes", "cornflakes", "muesli"]),
        (Category.Dairy, ["milk", "curd", "dahi", "paneer", "butter", "cheese", "cream", "yogurt", "yoghurt", "lassi", "chaas", "buttermilk", "khoya", "mawa", "amul taaza"]),
        (Category.Vegetables, ["onion", "potato", "tomato", "coriander", "lemon", "lime", "chilli green", "green chilli", "ginger", "garlic", "carrot", "cabbage", "cauliflower", "spinach", "palak", "methi", "okra", "bhindi", "brinjal", "capsicum", "cucumber", "beans", "peas", "banana", "apple", "orange", "mango", "papaya", "grapes", "watermelon", "mint", "pudina", "curry leaves", "beetroot", "pumpkin", "coconut", "pomegranate", "guava", "pineapple", "radish", "fruit", "vegetable"]),
        (Category.Bakery, ["bread", "pav", "bun", "rusk", "toast", "cake", "khari", "kulcha", "naan", "croissant", "milk bread"]),
        (Category.Spices, ["tea", "chai", "sugar", "coffee", "salt", "jeera", "cumin", "haldi", "turmeric", "masala", "pepper", "elaichi", "cardamom", "clove", "cinnamon", "mustard", "rai", "hing", "chilli powder", "red chilli", "coriander powder", "jaggery", "gud", "honey", "vinegar", "soy sauce", "sauce", "ketchup", "pickle", "achar", "jam", "papad"]),
        (Category.Oils, ["oil", "ghee", "rice bran oil", "coconut oil", "vanaspati", "mayonnaise"]),
        (Category.Snacks, ["biscuit", "biscuits", "cookies", "namkeen", "sev", "chips", "juice", "squash", "soft drink", "cola", "water bottle", "chocolate", "bhujia", "farsan", "sharbat", "rooh afza", "noodles", "maggi", "dates", "almond", "cashew", "raisin", "peanut"]),
        (Category.Meat, ["egg", "eggs", "chicken", "mutton", "fish", "prawn", "beef", "meat", "keema"]),
        (Category.Cleaning, ["detergent", "soap", "dish soap", "dishwash", "vim", "phenyl", "floor cleaner", "bleach", "scrub", "scrubber", "mop", "broom", "sponge", "handwash", "surf", "harpic", "lizol", "cleaner"]),
        (Category.Household, ["tissue", "napkin", "foil", "cling", "garbage", "bin bag", "paper plate", "paper cup", "cup", "plate", "spoon", "gas cylinder", "cylinder", "lpg", "matchbox", "lighter", "battery", "bulb", "container", "knife", "glass"]),
    ];

    private static readonly (string Word, Category Category)[] LongestFirst =
        [.. Known.SelectMany(known => known.Words.Select(word => (word, known.Category))).OrderByDescending(known => known.word.Length)];

    public static Category Of(string item)
    {
        var words = " " + string.Join(' ', item.ToLowerInvariant().Split([' ', ',', '-', '(', ')', '/', '.'], StringSplitOptions.RemoveEmptyEntries)) + " ";
        return LongestFirst.FirstOrDefault(known => Fits(words, known.Word)).Category;
    }

    /// <summary>"tea" fits "tea leaf" and "onion" fits "onions", but "tea" does not fit "steak".</summary>
    private static bool Fits(string words, string word) =>
        words.Contains($" {word} ", StringComparison.Ordinal) || words.Contains($" {word}s ", StringComparison.Ordinal) || words.Contains($" {word}es ", StringComparison.Ordinal);
}
