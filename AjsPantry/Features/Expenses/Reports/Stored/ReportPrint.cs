using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AjsPantry.Features.Expenses.Reports.Monthly;

namespace AjsPantry.Features.Expenses.Reports.Stored;

/// <summary>
/// By what is told whether a kept report still says what the books say: SHA-256 of its bills, and of its budgets. Only the values below
/// count, each written in one way, in an order of its own; so no word on a page, no name in the code, no new property and no collation
/// of a database changes it. A new list of values gets a new version; reports kept under another one are looked up in their content.
/// </summary>
/// <param name="Budgets">Null where the report is from before reports told of budgets.</param>
public sealed record ReportPrint(byte[] Bills, byte[]? Budgets)
{
    private const byte Version = 2;

    /// <summary>What categories were called when reports kept their words and not their names; never to be changed.</summary>
    private static readonly Dictionary<string, string> WordsOfVersionOne = new()
    {
        ["Other"] = "Other",
        ["Grains, flour and pulses"] = "Grains",
        ["Milk and dairy"] = "Dairy",
        ["Vegetables and fruit"] = "Vegetables",
        ["Bread and bakery"] = "Bakery",
        ["Tea, sugar and spices"] = "Spices",
        ["Oil and ghee"] = "Oils",
        ["Snacks and drinks"] = "Snacks",
        ["Meat, fish and eggs"] = "Meat",
        ["Cleaning"] = "Cleaning",
        ["Paper, gas and utensils"] = "Household",
    };

    /// <summary>As it is kept with a report.</summary>
    public byte[] Kept => [Version, .. Bills, .. Budgets ?? []];

    public static ReportPrint Of(ExpenseReport report) =>
        new(OfBills(report.SpentMonthBefore ?? 0, report.Bills), OfBudgets(report.Budgets));

    /// <param name="before">What the month before came to; 0 when there were no bills.</param>
    /// <param name="bills">The counted bills in any order.</param>
    public static byte[] OfBills(decimal before, IEnumerable<ReportBill> bills) =>
        Hash([Money(before), .. bills.Select(Text).Order(StringComparer.Ordinal)]);

    /// <param name="budgets">The budgets of a month; null for none.</param>
    public static byte[] OfBudgets(IEnumerable<ReportBudget>? budgets) => Hash((budgets ?? []).Select(budget => Joined(
    [
        Day(budget.From), Day(budget.Until),
        Money(budget.Opening), Money(budget.Allocated), Money(budget.SpentBefore), Money(budget.Spent),
    ])));

    /// <summary>What a chosen report says, as it is kept with it: its lines, what they leave out, the budget and the vouchers.</summary>
    public static byte[] OfChosen(ExpenseReport report) =>
    [
        Version,
        .. Hash(
        [
            report.Budget is { } budget ? Money(budget) : "",
            Joined(report.Bills.Select(Text).Order(StringComparer.Ordinal)),
            Joined((report.Vouchers ?? []).Select(Text).Order(StringComparer.Ordinal)),
        ]),
    ];

    /// <summary>Whether what was kept is of this version, so that its content need not be read.</summary>
    public static bool IsReadable(byte[] kept) => kept is [Version, ..] && kept.Length > SHA256.HashSizeInBytes;

    /// <param name="kept">The bytes that were kept.</param>
    /// <param name="content">The report they were kept with, for those of another version.</param>
    public static ReportPrint Read(byte[] kept, Func<ExpenseReport> content)
    {
        if (IsReadable(kept))
            return new(kept[1..(1 + SHA256.HashSizeInBytes)], kept[(1 + SHA256.HashSizeInBytes)..]);
        var report = content();
        return Of(report) with { Budgets = report.Budgets is null ? null : OfBudgets(report.Budgets) };
    }

    /// <summary>As <see cref="OfChosen"/> gives them, of whatever version what was kept is.</summary>
    public static byte[] ReadChosen(byte[] kept, Func<ExpenseReport> content) => IsReadable(kept) ? kept : OfChosen(content());

    public bool Says(ReportPrint now) => HasBills(now.Bills) && HasBudgets(now.Budgets!);

    public bool HasBills(byte[] now) => Bills.AsSpan().SequenceEqual(now);

    public bool HasBudgets(byte[] now) => Budgets is null || Budgets.AsSpan().SequenceEqual(now);

    private static string Text(ReportBill bill) => Joined(
    [
        Day(bill.Date), bill.Number, bill.Shop,
        Money(bill.Charges), Money(bill.Discount), Money(bill.Total), Joined(bill.Lines.Select(Text)),
        bill.LeftOut is { } rest ? Joined([Joined(rest.Lines.Select(Text)), Money(rest.Charges), Money(rest.Discount)]) : "",
    ]);

    private static string Text(ReportLine line) => Joined(
    [
        line.Item, line.Quantity.ToString("0.000", CultureInfo.InvariantCulture), line.Unit,
        line.Code ?? WordsOfVersionOne.GetValueOrDefault(line.Category, line.Category), Money(line.Amount),
    ]);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Money(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>With their lengths, so that no two lists of parts read the same.</summary>
    private static string Joined(IEnumerable<string> parts) =>
        string.Concat(parts.Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Length}:{part}")));

    private static byte[] Hash(IEnumerable<string> parts) => SHA256.HashData(Encoding.UTF8.GetBytes(Joined(parts)));
}
