using AjsPantry.Features.Shared.Goods;
using CsCheck;

namespace AjsPantry.Tests.Features.Shared.Goods;

public class CategoryGuessTests
{
    [Theory]
    [InlineData("Toor dal", Category.Grains)]
    [InlineData("Onions", Category.Vegetables)]
    [InlineData("Rice bran oil", Category.Oils)]
    [InlineData("Amul butter, 500 g", Category.Dairy)]
    [InlineData("Dish soap", Category.Cleaning)]
    [InlineData("MILK (toned)", Category.Dairy)]
    [InlineData("Peanut oil", Category.Oils)]
    [InlineData("Garlic bread", Category.Bakery)]
    [InlineData("Milk chocolate", Category.Snacks)]
    [InlineData("Juice, mango", Category.Snacks)]
    [InlineData("Salt (for rice)", Category.Spices)]
    [InlineData("Steak", Category.Other)]
    [InlineData("Something else", Category.Other)]
    [InlineData("Brand, milk", Category.Dairy)]
    [InlineData(", milk", Category.Dairy)]
    [InlineData("", Category.Other)]
    [InlineData(",", Category.Other)]
    public void The_last_known_word_decides(string item, Category category) => Assert.Equal(category, CategoryGuess.Of(item));

    [Fact]
    public void Anything_has_a_category() => Gen.String.Sample(item => Assert.True(Enum.IsDefined(CategoryGuess.Of(item))));
}
