using AjsPantry.Features.Menus.Dishes.Merging;
using CsCheck;

namespace AjsPantry.Tests.Features.Menus.Dishes.Merging;

public sealed class NearNameTests
{
    private static readonly Gen<string> Word = Gen.Char['a', 'f'].Array[1, 9].Select(letters => new string(letters));

    private static readonly Gen<string> LongWord = Gen.Char['a', 'z'].Array[6, 12].Select(letters => new string(letters));

    private static readonly Gen<string> Name = Word.Array[1, 4].Select(words => string.Join(' ', words));

    [Theory]
    [InlineData("omlette", "omelette")]
    [InlineData("utappam", "uttapam")]
    [InlineData("aloo paratha", "aloo parata")]
    [InlineData("scramble garlic", "garlic scramble")]
    [InlineData("dim sums", "dimsums")]
    [InlineData("omelette", "cheese omelette")]
    [InlineData("half fry", "peri peri half fry")]
    public void Another_spelling_order_or_a_longer_name_is_near(string one, string other) => Assert.True(NearName.IsNear(one, other));

    [Theory]
    [InlineData("egg curry", "veg curry")]
    [InlineData("poha", "upma")]
    [InlineData("idli", "dosa")]
    [InlineData("tomato chutney", "coconut chutney")]
    [InlineData("pav bhaji", "puri bhaji")]
    [InlineData("a", "a la carte rice")]
    [InlineData("", "poha")]
    public void Other_dishes_are_not_near(string one, string other) => Assert.False(NearName.IsNear(one, other));

    [Fact]
    public void A_longer_name_is_near_but_no_other_spelling() => Assert.False(NearName.IsSpelling("omelette", "cheese omelette"));

    [Fact]
    public void The_order_of_the_two_does_not_matter_and_every_name_is_near_itself() =>
        Gen.Select(Name, Name)
            .Sample((one, other) => NearName.IsNear(one, other) == NearName.IsNear(other, one) && NearName.IsNear(one, one));

    [Fact]
    public void One_wrong_letter_in_a_long_word_is_another_spelling() =>
        Gen.Select(LongWord, Gen.Int[0, 5], Gen.Char['a', 'z'], Name).Sample((word, at, letter, rest) =>
            NearName.IsSpelling($"{word} {rest}", $"{word[..at]}{letter}{word[(at + 1)..]} {rest}"));

    [Fact]
    public void Words_in_another_order_and_words_run_together_are_another_spelling() =>
        Gen.Select(Word, Word, Word).Sample((one, two, three) =>
            NearName.IsSpelling($"{one} {two} {three}", $"{three} {one} {two}") && NearName.IsSpelling($"{one} {two}", one + two));

    [Fact]
    public void The_distance_is_one() => Gen.Select(Word, Word, Word).Sample((one, two, three) =>
        NearName.Distance(one, two) == NearName.Distance(two, one)
        && NearName.Distance(one, two) == 0 == (one == two)
        && NearName.Distance(one, three) <= NearName.Distance(one, two) + NearName.Distance(two, three)
        && NearName.Distance(one, two) <= Math.Max(one.Length, two.Length)
        && NearName.Distance(one, two) >= Math.Abs(one.Length - two.Length));
}
