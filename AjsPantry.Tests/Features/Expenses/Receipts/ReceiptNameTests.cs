using AjsPantry.Features.Expenses.Receipts;
using AjsPantry.Features.Expenses.Reports.Stored;
using CsCheck;

namespace AjsPantry.Tests.Features.Expenses.Receipts;

public sealed class ReceiptNameTests
{
    [Theory]
    [InlineData("../../etc/passwd", "passwd.jpg")]
    [InlineData("C:\\Windows\\evil.exe", "evil.jpg")]
    [InlineData("bill.html", "bill.jpg")]
    [InlineData("IMG_2044.JPG", "IMG_2044.jpg")]
    [InlineData("", "Receipt.jpg")]
    [InlineData("...", "Receipt.jpg")]
    [InlineData("a\0b\u202egpj.exe", "abgpj.jpg")]
    [InlineData("રસીદ 12.jpeg", "રસીદ 12.jpg")]
    [InlineData("a:b*c?.png", "a b c.jpg")]
    [InlineData("CON", "_CON.jpg")]
    [InlineData("aux.png", "_aux.jpg")]
    [InlineData("Com1.bill.png", "_Com1.bill.jpg")]
    [InlineData("LPT9 .jpg", "_LPT9.jpg")]
    [InlineData("nul. . .", "_nul.jpg")]
    [InlineData("Console.jpg", "Console.jpg")]
    [InlineData("bill . .jpg", "bill.jpg")]
    public void A_name_is_words_and_never_a_path(string sent, string name) => Assert.Equal(name, ReceiptName.Of(sent, ReceiptKind.Jpeg));

    [Fact]
    public void Names_are_never_too_long_and_have_no_path() => Gen.String.Sample(sent =>
    {
        var name = ReceiptName.Of(sent, ReceiptKind.Pdf);
        Assert.InRange(name.Length, 5, Receipt.LongestName);
        Assert.EndsWith(".pdf", name, StringComparison.Ordinal);
        Assert.DoesNotContain(name, letter => letter is '/' or '\\' or ':' or '\0' || char.IsControl(letter));
        Assert.False(name.StartsWith('.'));
    });

    [Fact]
    public void A_name_of_four_hundred_letters_is_cut() =>
        Assert.Equal(Receipt.LongestName, ReceiptName.Of(new string('x', 400) + ".jpg", ReceiptKind.Jpeg).Length);

    private static readonly Gen<ArchivedReceipt> Packed = Gen.Select(
        Gen.Int[0, 3], Gen.OneOf(Gen.String[1, 40], Gen.Const("F1-1145")), Gen.OneOf(Gen.String[1, 80], Gen.Const("../Shree")))
        .Select(parts =>
            new ArchivedReceipt(Guid.NewGuid(), new Guid(parts.Item1, 0, 0, new byte[8]), new DateOnly(2026, 2, 3), parts.Item2,
                parts.Item3, ReceiptKind.Jpeg, 1, []));

    [Fact]
    public void Names_in_a_pack_are_unique_and_lead_nowhere_else() => Packed.List[0, 30].Sample(receipts =>
    {
        var names = MonthArchiveNames.Of(receipts);
        Assert.Equal(receipts.Count, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(names,
            name =>
                Assert.True(
                    name.Length < 120 && !name.Contains('/', StringComparison.Ordinal) && !name.Contains('\\', StringComparison.Ordinal)
                        && name.StartsWith("2026-02-03", StringComparison.Ordinal), name));
    });

    [Fact]
    public void A_name_in_a_pack_says_date_number_shop_and_count()
    {
        var bill = Guid.NewGuid();
        ArchivedReceipt Of(ReceiptKind kind) => new(Guid.NewGuid(), bill, new DateOnly(2026, 2, 3), "F1-1145", "Shree Kirana", kind, 1, []);
        Assert.Equal(["2026-02-03 F1-1145 Shree Kirana 1.jpg", "2026-02-03 F1-1145 Shree Kirana 2.pdf"],
            MonthArchiveNames.Of([Of(ReceiptKind.Jpeg), Of(ReceiptKind.Pdf)]));
    }
}
