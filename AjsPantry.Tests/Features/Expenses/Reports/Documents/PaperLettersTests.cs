using AjsPantry.Features.Expenses.Reports.Monthly;

namespace AjsPantry.Tests.Features.Expenses.Reports.Documents;

/// <summary>No letter that somebody typed becomes a question mark on paper.</summary>
public class PaperLettersTests
{
    [Theory]
    [InlineData("தக்காளி கடை", "AnekTamil")]
    [InlineData("মুদির দোকান", "AnekBangla")]
    [InlineData("కిరాణా దుకాణం", "AnekTelugu")]
    [InlineData("ಕಿರಾಣಿ ಅಂಗಡಿ", "AnekKannada")]
    [InlineData("പലചരക്ക് കട", "AnekMalayalam")]
    [InlineData("ਕਰਿਆਨਾ ਦੁਕਾਨ", "NotoSansGurmukhi")]
    [InlineData("ମୁଦି ଦୋକାନ", "NotoSansOriya")]
    [InlineData("සිල්ලර කඩය", "NotoSansSinhala")]
    [InlineData("ร้านขายของชำ", "NotoSansThai")]
    [InlineData("Молоко и хлеб", "NotoSans")]
    [InlineData("Γάλα", "NotoSans")]
    [InlineData("Phở bò đặc biệt", "AnekLatin")]
    public void Scripts_have_a_font(string words, string font)
    {
        using var pdf = PdfText.Open(Of(words));
        Assert.Contains(
            pdf.GetPages().SelectMany(page => page.Letters).Select(letter => letter.FontName![7..]), name => name == $"{font}-Regular");
        Assert.DoesNotContain("?", PdfText.All(Of(words)), StringComparison.Ordinal);
        Assert.DoesNotContain("[", PdfText.All(Of(words)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("牛奶 2 kg", "[Chinese] 2 kg")]
    [InlineData("牛奶2kg", "[Chinese] 2kg")]
    [InlineData("ぎゅうにゅう", "[Japanese]")]
    [InlineData("우유", "[Korean]")]
    [InlineData("חלב", "[Hebrew]")]
    [InlineData("Milk 🥛🥛", "Milk [emoji]")]
    [InlineData("Milk🥛", "Milk [emoji]")]
    [InlineData("Cook 👩🏽‍🍳 paid", "Cook [emoji] paid")]
    [InlineData("🇮🇳 rice", "[emoji] rice")]
    [InlineData("Tea ❤️ now", "Tea [emoji] now")]
    [InlineData("Lone \ud800 half", "Lone [sign] half")]
    [InlineData("ABC ^ ` ¨", "ABC ^ ` ¨")]
    public void What_no_font_has_is_said_in_words_at_its_place(string typed, string words)
    {
        var paper = PdfText.All(Of(typed));
        Assert.Contains(words, paper, StringComparison.Ordinal);
        Assert.DoesNotContain("?", paper, StringComparison.Ordinal);
    }

    private static ExpenseReport Of(string item) => SampleReports.Of(SampleReports.Bill(0, "Shop", [SampleReports.Line(item, 10)]));
}
