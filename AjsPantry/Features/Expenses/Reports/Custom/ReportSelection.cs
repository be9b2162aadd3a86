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
    public static ReportSelection Of(IEnumerable<ReportBill> bills, SelectionInput ticks) => new(
        bills.SelectMany(bill => (ticks.Before.Contains(bill.Id!.Value), ticks.Bills.Contains(bill.Id.Value)) switch
        {
            (true, false) => bill.Lines,
            (false, true) => [],
            _ => bill.Lines.Where(line => !ticks.Lines.Contains(line.Id)),
        }).Select(line => line.Id).ToHashSet(),
        ticks.Vouchers);

    public bool Has(ReportLine line) => !LeftOut.Contains(line.Id);

    /// <summary>
    /// The lines as a report has them. Charges and discount belong to the bill as a whole: part of a bill is its lines alone.
    /// </summary>
    public IReadOnlyList<ReportBill> Report(IEnumerable<ReportBill> bills) => [.. bills.Where(bill => bill.Lines.Any(Has)).Select(Part)];

    /// <summary>The bills of the vouchers, whole, whether or not the report has them.</summary>
    public IReadOnlyList<ReportBill> VouchersOf(IEnumerable<ReportBill> bills) =>
        [.. bills.Where(bill => Vouchers.Contains(bill.Id!.Value))];

    private ReportBill Part(ReportBill bill)
    {
        if (bill.Lines.All(Has))
            return bill;
        var lines = bill.Lines.Where(Has).ToList();
        var rest = bill.Lines.Where(line => !Has(line)).ToList();
        return bill with
        {
            Lines = lines,
            Charges = 0,
            Discount = 0,
            Total = lines.Sum(line => line.Amount),
            LeftOut = new LeftOut(rest, bill.Charges, bill.Discount),
        };
    }
}

/// <summary>The boxes of the form as they came back.</summary>
/// <param name="Before">The bills whose boxes were ticked when the form was drawn.</param>
public sealed record SelectionInput(
    IReadOnlySet<Guid> Before, IReadOnlySet<Guid> Bills, IReadOnlySet<Guid> Lines, IReadOnlySet<Guid> Vouchers);
