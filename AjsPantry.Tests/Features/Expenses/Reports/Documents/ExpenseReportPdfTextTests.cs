using AjsPantry.Features.Expenses.Reports.Documents;
using AjsPantry.Features.Expenses.Reports.Monthly;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Graphics.Operations.TextShowing;
using UglyToad.PdfPig.Tokens;

namespace AjsPantry.Tests.Features.Expenses.Reports.Documents;

/// <summary>Names nobody thought of: of other scripts, too long, or not meant as names.</summary>
public class ExpenseReportPdfTextTests
{
    private static readonly ExpenseReport Scripts = SampleReports.Of(
        Bill(0, "دكان الحليب", "Dairy دكان"),
        Bill(1, "શ્રી કૃષ્ણ કિરાણા", "ઘઉંનો લોટ"),
        Bill(2, "श्री गणेश किराना", "क्षत्रिय चावल"),
        Bill(3, "店 🍅", "\ud800 \u0007 \u202egnp.exe"));

    [Fact]
    public void Names_in_all_scripts_of_the_house_have_their_letters_and_no_empty_boxes()
    {
        using var pdf = PdfText.Open(Scripts);
        var glyphs = pdf.GetPages().SelectMany(page => page.Letters).ToList();
        var fonts = glyphs.Select(glyph => glyph.FontName![7..]).ToHashSet();
        Assert.Superset(new HashSet<string> { "AnekGujarati-Regular", "AnekDevanagari-Regular", "NotoNaskhArabic-Regular" }, fonts);
        var numbers = pdf.GetPages().SelectMany(GlyphNumbers).ToList();
        Assert.InRange(numbers.Count, 300, 3000);
        Assert.DoesNotContain(0, numbers);
    }

    [Fact]
    public void Fonts_are_embedded_and_cut_down_to_what_is_drawn()
    {
        using var pdf = PdfText.Open(SampleReports.Month());
        var fonts = pdf.GetPage(1).Letters.Select(letter => letter.FontName!).Distinct().ToList();
        Assert.Equal(2, fonts.Count);
        Assert.All(fonts, font => Assert.Matches("^[A-Z]{6}\\+AnekLatin-(Regular|Bold)$", font));
        Assert.InRange(ExpenseReportPdf.Write(SampleReports.Month()).Length, 0, 45_000);
        Assert.InRange(ExpenseReportPdf.Write(Scripts).Length, 0, 90_000);
    }

    [Fact]
    public void Markup_is_text_like_any_other() =>
        Assert.Contains(
            "<b>Tea</b> & \"more\"", PdfText.All(SampleReports.Of(Bill(0, "Shop", "<b>Tea</b> & \"more\""))), StringComparison.Ordinal);

    [Fact]
    public void Long_names_stay_in_their_columns()
    {
        var report = SampleReports.Of(
            Bill(0, new string('M', 80), new string('W', 200)),
            Bill(1, string.Concat(Enumerable.Repeat("Shop name ", 8)), string.Concat(Enumerable.Repeat("Item of the month ", 12))));
        using var pdf = PdfText.Open(report);
        var words = pdf.GetPages().SelectMany(page => page.GetWords()).ToList();
        Assert.Contains(words, word => word.Text.EndsWith('…'));
        Assert.All(words, word => Assert.DoesNotContain(words, other => other != word && Overlaps(word, other)));
        Assert.All(words, word => Assert.InRange(word.BoundingBox.Right, 48, 595 - 47));
    }

    [Fact]
    public void The_largest_amounts_are_never_cut()
    {
        var text = PdfText.All(
            SampleReports.Of(SampleReports.Bill(
                0, "Shop", [SampleReports.Line("Generator", 10_000_000m), SampleReports.Line("House", 123_456_789_012.34m)])));
        Assert.Contains("Generator 1 pc 1,00,00,000.00", text, StringComparison.Ordinal);
        Assert.Contains("Bill total 1,23,46,67,89,012.34", text, StringComparison.Ordinal);
    }

    private static ReportBill Bill(int at, string shop, string item) =>
        SampleReports.Bill(at, shop, [SampleReports.Line(item, 10), SampleReports.Line("Tea", 20)]);

    /// <summary>Glyph 0 is the empty box; glyphs have two bytes each.</summary>
    private static IEnumerable<int> GlyphNumbers(Page page) =>
        page.Operations.SelectMany(Shown).SelectMany(bytes => bytes.Chunk(2)).Select(pair => (pair[0] << 8) + pair[1]);

    private static IEnumerable<byte[]> Shown(object operation) => operation switch
    {
        ShowText text => [text.Bytes.ToArray()],
        ShowTextsWithPositioning texts => texts.Array.OfType<HexToken>().Select(token => token.Bytes.ToArray()),
        _ => [],
    };

    private static bool Overlaps(Word one, Word other)
    {
        var a = one.BoundingBox;
        var b = other.BoundingBox;
        return Math.Min(a.Right, b.Right) - Math.Max(a.Left, b.Left) > 0.5 && Math.Min(a.Top, b.Top) - Math.Max(a.Bottom, b.Bottom) > 0.5;
    }
}
