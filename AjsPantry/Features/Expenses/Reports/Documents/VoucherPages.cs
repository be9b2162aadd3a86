using AjsPantry.Features.Expenses.Reports.Monthly;

namespace AjsPantry.Features.Expenses.Reports.Documents;

/// <summary>One voucher: a bill, or a part of one that is too long for a single voucher.</summary>
/// <param name="Part">From 1.</param>
/// <param name="Parts">1 for a bill that fits on one voucher.</param>
public sealed record Voucher(ReportBill Bill, IReadOnlyList<ReportLine> Lines, int Part, int Parts)
{
    /// <summary>The last part carries charges, discount and the total.</summary>
    public bool IsLast => Part == Parts;
}

/// <summary>One page of vouchers in two columns.</summary>
/// <param name="Places">8, 6 or 4; the fewer, the taller each is.</param>
public sealed record VoucherPage(int Places, IReadOnlyList<Voucher> Vouchers);

/// <summary>
/// Lays vouchers on pages: the next eight where none has more than six items, else the next six where none has more than ten, else four.
/// Every bill comes once, in order.
/// </summary>
public static class VoucherPages
{
    /// <summary>Items that a voucher takes where only four are on a page; a longer bill goes on in the next voucher.</summary>
    public const int Most = 24;

    public static IReadOnlyList<VoucherPage> Of(IReadOnlyList<ReportBill> bills)
    {
        var vouchers = bills.SelectMany(Divide).ToList();
        var pages = new List<VoucherPage>();
        var at = 0;
        while (at < vouchers.Count)
        {
            var places = Places(vouchers.Skip(at));
            pages.Add(new VoucherPage(places, vouchers.GetRange(at, Math.Min(places, vouchers.Count - at))));
            at += places;
        }

        return pages;
    }

    /// <summary>How many items a voucher takes where so many are on a page.</summary>
    public static int ItemsAt(int places) => places switch
    {
        8 => 6,
        6 => 10,
        _ => Most,
    };

    private static int Places(IEnumerable<Voucher> next) =>
        next.Take(8).All(voucher => voucher.Lines.Count <= ItemsAt(8)) ? 8
        : next.Take(6).All(voucher => voucher.Lines.Count <= ItemsAt(6)) ? 6
        : 4;

    private static IEnumerable<Voucher> Divide(ReportBill bill)
    {
        var parts = bill.Lines.Chunk(Most).ToList();
        return parts.Count == 0 ? [new Voucher(bill, [], 1, 1)]
            : parts.Select((lines, index) => new Voucher(bill, lines, index + 1, parts.Count));
    }
}
