using AjsPantry.Features.Expenses.Reports.Documents;
using AjsPantry.Features.Expenses.Reports.Monthly;
using CsCheck;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace AjsPantry.Tests.Features.Expenses.Reports.Documents;

public sealed class VouchersTests
{
    private static readonly Gen<List<ReportBill>> Bills = Gen.OneOf(Gen.Int[1, 6], Gen.Int[1, 10], Gen.Int[1, 80]).List[0, 40]
        .Select(counts => counts.Select((count, at) => SampleReports.Bill(at, count, charges: at % 3, discount: at % 2)).ToList());

    [Fact]
    public void Every_bill_comes_once_in_order_and_never_more_than_fits() => Bills.Sample(bills =>
    {
        var pages = VoucherPages.Of(bills);
        var vouchers = pages.SelectMany(page => page.Vouchers).ToList();
        Assert.Equal(bills.SelectMany(bill => bill.Lines), vouchers.SelectMany(voucher => voucher.Lines));
        Assert.Equal(bills, vouchers.Where(voucher => voucher.IsLast).Select(voucher => voucher.Bill));
        Assert.All(pages, page =>
        {
            Assert.InRange(page.Vouchers.Count, 1, page.Places);
            Assert.All(page.Vouchers, voucher => Assert.True(voucher.Lines.Count <= VoucherPages.ItemsAt(page.Places)));
        });
        // Only the last page may have room left.
        Assert.All(pages.SkipLast(1), page => Assert.Equal(page.Places, page.Vouchers.Count));
    });

    [Fact]
    public void A_page_has_as_many_places_as_the_next_bills_allow()
    {
        static IEnumerable<int> Places(params int[] items) =>
            VoucherPages.Of([.. items.Select((count, at) => SampleReports.Bill(at, count))]).Select(page => page.Places);
        Assert.Equal([8], Places(6, 6, 6, 6, 6, 6, 6, 6));
        Assert.Equal([8, 8], Places(1, 1, 1, 1, 1, 1, 1, 1, 6));
        Assert.Equal([6, 6], Places(1, 1, 1, 1, 1, 1, 1, 7, 1));
        Assert.Equal([6, 8], Places(7, 10, 1, 1, 1, 1, 1, 1));
        Assert.Equal([4, 8], Places(11, 1, 1, 1, 1, 1));
        Assert.Equal([4], Places(70));
        Assert.Empty(Places());
    }

    [Theory]
    [InlineData(8)]
    [InlineData(6)]
    [InlineData(4)]
    public void As_many_items_as_a_place_takes_fit_into_it(int places) =>
        Assert.True(VouchersPdf.HeightOf(VoucherPages.ItemsAt(places)) <= VouchersPdf.HeightAt(places));

    [Fact]
    public void A_voucher_says_who_what_and_how_much_and_leaves_room_to_sign()
    {
        var bill = SampleReports.Bill(3, 30, charges: 40, discount: 25.50m);
        var reversal = SampleReports.Bill(4, "Corner Dairy", [SampleReports.Line("Milk", -88)]);
        var report = SampleReports.Of([]) with { Title = "Kitchen", Vouchers = [bill, reversal] };
        using var pdf = PdfDocument.Open(VouchersPdf.Write(report));
        var text = string.Join(' ', pdf.GetPages().Select(page => ContentOrderTextExtractor.GetText(page))).Replace('\u00a0', ' ');
        foreach (var words in new[] { "Noor Residence, Floor 1", "Purchase voucher", "Reversal voucher", "F1-1143 (1 of 2)",
            "F1-1143 (2 of 2)", "Wed 4 Nov 2026", "Shree Kirana", "Continued on the next voucher", "Total", "Authorised by", "Received by",
                "−₹88.00" })
            Assert.Contains(words, text, StringComparison.Ordinal);
        Assert.Contains(new AjsPantry.Infrastructure.Web.Formats("en-IN", "INR").Money(bill.Total), text, StringComparison.Ordinal);
    }
}
