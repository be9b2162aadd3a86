using AjsPantry.Features.Expenses.Reports.Custom;
using AjsPantry.Features.Expenses.Reports.Monthly;
using CsCheck;

namespace AjsPantry.Tests.Features.Expenses.Reports.Custom;

/// <summary>The arithmetic of a choice, bills that take others back included.</summary>
public sealed class SelectionTests
{
    private static readonly Gen<decimal> Paise = Gen.Long[1, 1_000_000].Select(paise => paise / 100m);

    private static readonly Gen<ReportBill> Bill = Gen.Select(Paise.List[1, 9], Gen.Int[0, 3], Gen.Bool).Select(parts =>
    {
        var sign = parts.Item3 ? 1 : -1;
        List<ReportLine> lines = [.. parts.Item1
            .Select((amount, at) => new ReportLine($"Item {at}", 1, "pcs", "Grains", sign * amount) { Id = Guid.NewGuid() })];
        var charges = sign * parts.Item2 * 5.05m;
        var discount = parts.Item2 == 2 ? sign * 0.01m : 0;
        return new ReportBill(new DateOnly(2026, 3, 1), "1", "Shop", lines, charges, discount,
            lines.Sum(line => line.Amount) + charges - discount)
        { Id = Guid.NewGuid() };
    });

    private static readonly Gen<(List<ReportBill> Bills,
        ReportSelection Selection)> Selections = Gen.Select(Bill.List[0, 12], Gen.Int[0, 100]).SelectMany(parts =>
        Gen.Bool.List[100]
            .Select(draws =>
                (parts.Item1,
                    new ReportSelection(
                        parts.Item1.SelectMany(bill => bill.Lines).Where((_, at) => draws[(at + parts.Item2) % 100]).Select(line => line.Id)
                            .ToHashSet(), new HashSet<Guid>()))));

    [Fact]
    public void A_bill_of_the_report_and_what_it_leaves_out_make_the_whole_bill() => Selections.Sample(choices =>
    {
        var (bills, choice) = choices;
        var report = choice.Report(bills).ToDictionary(bill => bill.Id!.Value);
        foreach (var bill in bills)
        {
            var chosen = bill.Lines.Count(choice.Has);
            Assert.Equal(chosen > 0, report.ContainsKey(bill.Id!.Value));
            if (chosen == 0)
                continue;
            var part = report[bill.Id.Value];
            Assert.Equal(bill.Total, part.Total + (part.LeftOut?.Total ?? 0));
            Assert.Equal(part.Total, part.Lines.Sum(line => line.Amount) + part.Charges - part.Discount);
            Assert.Equal((chosen, bill.Lines.Count - chosen), (part.Lines.Count, part.LeftOut?.Lines.Count ?? 0));
            Assert.Equal(chosen == bill.Lines.Count, part.LeftOut is null);
        }
    });

    [Fact]
    public void What_the_boxes_say_is_what_is_chosen_and_a_changed_bill_box_takes_or_leaves_the_whole_bill() => Gen.Select(
        Selections, Gen.Bool.List[24]).Sample(drawn =>
    {
        var ((bills, choice), boxes) = drawn;
        var before = bills.Where(bill => bill.Lines.Any(choice.Has)).Select(bill => bill.Id!.Value).ToHashSet();
        var now = bills.Where((_, at) => boxes[at]).Select(bill => bill.Id!.Value).ToHashSet();
        var lines = bills.SelectMany(bill => bill.Lines).Where(choice.Has).Select(line => line.Id).ToHashSet();
        var after = ReportSelection.Of(bills, new SelectionInput(before, now, lines, new HashSet<Guid>()));
        foreach (var bill in bills)
        {
            if (before.Contains(bill.Id!.Value) == now.Contains(bill.Id.Value))
                Assert.All(bill.Lines, line => Assert.Equal(choice.Has(line), after.Has(line)));
            else
                Assert.All(bill.Lines, line => Assert.Equal(now.Contains(bill.Id!.Value), after.Has(line)));
        }
    });

    [Fact]
    public void Ids_of_elsewhere_choose_nothing()
    {
        var stranger = Guid.NewGuid();
        Assert.Empty(new ReportSelection(new HashSet<Guid>(), new HashSet<Guid> { stranger }).VouchersOf([]));
        Assert.Empty(ReportSelection.Everything.Report([]));
    }
}
