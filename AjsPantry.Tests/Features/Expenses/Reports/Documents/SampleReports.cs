using AjsPantry.Features.Expenses.Reports.Monthly;

namespace AjsPantry.Tests.Features.Expenses.Reports.Documents;

/// <summary>Reports to write: start from one of these and change what the test is about.</summary>
internal static class SampleReports
{
    private static readonly DateOnly November = new(2026, 11, 1);

    private static readonly (string Item, decimal Quantity, string Unit, string Category)[] Goods =
    [
        ("Atta", 10, "kg", "Grains and flour"),
        ("Milk", 12, "ltr", "Milk and dairy"),
        ("Onion", 5.5m, "kg", "Vegetables and fruit"),
        ("Tea leaf", 500, "g", "Tea, sugar and spices"),
        ("Bread", 4, "pcs", "Bread and bakery"),
        ("Dish soap", 2, "pcs", "Cleaning"),
    ];

    private static readonly string[] ShopNames = ["Wholesale Depot", "Corner Dairy", "Green Basket", "Shree Kirana", "City Bakery"];

    public static ExpenseReport Of(params IReadOnlyList<ReportBill> bills) => new(
        "Noor Residence",
        "Floor 1",
        November,
        1,
        new DateTimeOffset(2026, 12, 1, 6, 0, 0, TimeSpan.FromHours(5.5)),
        "Zainab",
        "en-IN",
        "INR",
        19312.40m,
        bills,
        Categories(bills),
        Shares(bills, bill => [(bill.Shop, bill.Total)]));

    /// <summary>15 bills of four lines, some with charges or a discount, one of a single line.</summary>
    public static ExpenseReport Month() =>
        Of([.. Enumerable.Range(0, 15)
            .Select(at => Bill(at, at == 4 ? 1 : 4, charges: at == 2 ? 40 : 0, discount: at % 5 == 3 ? 25.5m : 0))]);

    public static ExpenseReport Empty() => Of([]) with { SpentMonthBefore = null };

    /// <summary>So many lines in bills of ten.</summary>
    public static ExpenseReport Long(int lines) => Of([.. Enumerable.Range(0, lines / 10).Select(at => Bill(at, 10))]);

    public static ReportBill Bill(int at, int lines, decimal charges = 0, decimal discount = 0) =>
        Bill(at, ShopNames[at % 5], [.. Enumerable.Range(at, lines).Select(Line)], charges, discount);

    public static ReportBill Bill(int at, string shop, IReadOnlyList<ReportLine> lines, decimal charges = 0, decimal discount = 0) =>
        new(November.AddDays(at % 30), $"F1-{1140 + at}", shop, lines, charges, discount,
            lines.Sum(line => line.Amount) + charges - discount);

    public static ReportLine Line(int at) =>
        new(Goods[at % 6].Item, Goods[at % 6].Quantity, Goods[at % 6].Unit, Goods[at % 6].Category, 90.05m + (at * 37.35m % 900));

    public static ReportLine Line(string item, decimal amount) => new(item, 1, "pcs", "Grains and flour", amount);

    private static List<ReportShare> Categories(IReadOnlyList<ReportBill> bills) =>
    [
        .. Shares(bills, bill => bill.Lines.Select(line => (line.Category, line.Amount))),
        .. Shares(bills, bill => [("Delivery and charges", bill.Charges)]).Where(share => share.Amount != 0),
        .. Shares(bills, bill => [("Discount", -bill.Discount)]).Where(share => share.Amount != 0),
    ];

    private static List<ReportShare> Shares(
        IReadOnlyList<ReportBill> bills, Func<ReportBill, IEnumerable<(string Name, decimal Amount)>> parts) =>
    [
        .. bills.SelectMany(parts).GroupBy(part => part.Name, part => part.Amount)
            .Select(group => new ReportShare(group.Key, group.Sum())).OrderByDescending(share => share.Amount),
    ];
}
