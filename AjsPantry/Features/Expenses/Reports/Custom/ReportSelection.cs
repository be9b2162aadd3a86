using AjsPantry.Features.Expenses.Reports.Monthly;

namespace AjsPantry.Features.Expenses.Reports.Custom;

/// <summary>Which lines of the offered bills are in a report, and which bills are printed as vouchers.</summary>
public sealed record ReportSelection(IReadOnlySet<Guid> LeftOut, IReadOnlySet<Guid> Vouchers)
{
    public static ReportSelection Everything { get; } = new(new HashSet<Guid>(), new HashSet<Guid>());

    /// <summary>
    /// The choice after a form came back. A bill whose own box was changed takes or leaves all of its lines; otherwise each line's own box
    /// says. So nothing that is ticked is ever passed over, and a whole bill is left out with one tap, without scripts too.
    /// </summary>
    public static ReportSelection Of(IEnumerable<OfferedBill> bills, SelectionInput ticks) => new(
        bills.SelectMany(bill => (ticks.Before.Contains(bill.Id), ticks.Bills.Contains(bill.Id)) switch
        {
            (true, false) => bill.Lines,
            (false, true) => [],
            _ => bill.Lines.Where(line => !ticks.Lines.Contains(line.Id)),
        }).Select(line => line.Id).ToHashSet(),
        ticks.Vouchers);

    public bool Has(OfferedLine line) => !LeftOut.Contains(line.Id);

    /// <summary>
    /// The lines as a report has them. Charges and discount belong to the bill as a whole: part of a bill is its lines alone.
    /// </summary>
    public IReadOnlyList<ReportBill> Report(IEnumerable<OfferedBill> bills) => [.. bills.Where(bill => bill.Lines.Any(Has)).Select(Part)];

    /// <summary>The bills of the vouchers, whole, whether or not the report has them.</summary>
    public IReadOnlyList<ReportBill> VouchersOf(IEnumerable<OfferedBill> bills) =>
        [.. bills.Where(bill => Vouchers.Contains(bill.Id)).Select(Whole)];

    private ReportBill Part(OfferedBill bill)
    {
        if (bill.Lines.All(Has))
            return Whole(bill);
        List<ReportLine> lines = [.. bill.Lines.Where(Has).Select(line => line.ToReport())], rest = [.. bill.Lines.Where(line => !Has(line))
            .Select(line => line.ToReport())];
        return new ReportBill(bill.Date, bill.Number, bill.Shop, lines, 0, 0,
            lines.Sum(line => line.Amount))
        { Id = bill.Id, LeftOut = new LeftOut(rest, bill.Charges, bill.Discount) };
    }

    private static ReportBill Whole(OfferedBill bill) =>
        new(bill.Date, bill.Number, bill.Shop, [.. bill.Lines.Select(line => line.ToReport())], bill.Charges, bill.Discount,
            bill.Total)
        { Id = bill.Id };
}

/// <summary>The boxes of the form as they came back.</summary>
/// <param name="Before">The bills whose boxes were ticked when the form was drawn.</param>
public sealed record SelectionInput(
    IReadOnlySet<Guid> Before, IReadOnlySet<Guid> Bills, IReadOnlySet<Guid> Lines, IReadOnlySet<Guid> Vouchers);
