using AjsPantry.Infrastructure.Search;

namespace AjsPantry.Tests.Infrastructure.Search;

public sealed class PlainWordsTests
{
    [Theory]
    [InlineData("Aloo  Paratha", "aloo paratha")]
    [InlineData("aloo-paratha!", "aloo paratha")]
    [InlineData("Zóya Çelik", "zoya celik")]
    [InlineData("İstanbul", "istanbul")]
    [InlineData("ＴＯＦＵ　５", "tofu 5")]
    [InlineData("Shepherd's and shepherd’s", "shepherds and shepherds")]
    [InlineData("दाल-मखनी।", "दाल मखनी")]
    [InlineData("ખીચડી (2)", "ખીચડી 2")]
    [InlineData("Atta 🌾 5 kg", "atta 5 kg")]
    [InlineData("₹ + …", "")]
    public void Case_accents_width_and_signs_do_not_matter_and_vowel_signs_do(string typed, string plain) =>
        Assert.Equal(plain, PlainWords.Plain(typed));

    [Fact]
    public void Words_come_once_and_are_cut()
    {
        Assert.Equal(["dal", "rice"], PlainWords.Of("Dal, rice & DAL"));
        Assert.Equal([new string('a', PlainWords.Longest)], PlainWords.Of(new string('a', 99)));
    }

    [Theory]
    [InlineData("Basmati rice 5 kg", "ric basm", true)]
    [InlineData("Basmati rice 5 kg", "ice", false)]
    [InlineData("Basmati rice 5 kg", "rice dal", false)]
    public void Each_word_begins_one_of_the_text(string text, string words, bool has) =>
        Assert.Equal(has, PlainWords.Have(text, PlainWords.Of(words)));
}
