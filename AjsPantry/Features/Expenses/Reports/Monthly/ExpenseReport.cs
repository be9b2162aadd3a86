using System.Text.Json.Serialization;

namespace AjsPantry.Features.Expenses.Reports.Monthly;

/// <summary>
/// A floor's expenses of one calendar month, as handed in. The page, the PDF, the XLSX and the CSV are drawn from this one
/// record and compute nothing of their own, so that their lines and totals cannot differ.
/// </summary>
/// <param name="Tenant">The tenant's name.</param>
/// <param name="Floor">The floor's name.</param>
/// <param name="Month">The first day of the month.</param>
/// <param name="Revision">1 for the first report of this floor and month; 0 for a preview that is not kept.</param>
/// <param name="MadeAt">When it was made, in the tenant's time zone.</param>
/// <param name="MadeBy">The person's name, or the name of the job that made it.</param>
/// <param name="Culture">The culture its amounts are grouped by, such as en-IN.</param>
/// <param name="Currency">ISO 4217 code of all amounts.</param>
/// <param name="SpentMonthBefore">What the same floor spent in the month before; null when it had no bills then.</param>
/// <param name="Bills">The counted bills by date, then number; voided ones are not among them.</param>
/// <param name="Categories">What each category took, largest first, then charges and discounts; they add up to what was spent.</param>
/// <param name="Shops">What each shop took, largest first; they add up to what was spent.</param>
public sealed record ExpenseReport(
    string Tenant,
    string Floor,
    DateOnly Month,
    int Revision,
    DateTimeOffset MadeAt,
    string MadeBy,
    string Culture,
    string Currency,
    decimal? SpentMonthBefore,
    IReadOnlyList<ReportBill> Bills,
    IReadOnlyList<ReportShare> Categories,
    IReadOnlyList<ReportShare> Shops)
{
    /// <summary>What somebody called a report of chosen lines; null for a month's own.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Title { get; init; }

    /// <summary>The days of a chosen report; null for a month's own, which has all days of its month.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? From { get; init; }

    /// <inheritdoc cref="From"/>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? Until { get; init; }

    /// <summary>
    /// The person who answers for it: who made it, or the pantry head where a job did; empty where there is none, null in reports older
    /// than this.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PreparedBy { get; init; }

    /// <summary>
    /// Who closed the month, and who confirmed it. Never kept with the report, which is made before; added where its paper is drawn.
    /// </summary>
    [JsonIgnore]
    public ReportClosing? Closing { get; init; }

    /// <summary>The money that a chosen report is held against; null when nobody named any.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Budget { get; init; }

    /// <summary>
    /// The budgets that the month's days were in, the earliest first; null in chosen reports, on floors without budgets, and in reports
    /// older than this.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ReportBudget>? Budgets { get; init; }

    /// <summary>What was spent on days of the month that no budget covers.</summary>
    public decimal Unbudgeted => Spent - (Budgets ?? []).Sum(budget => budget.Spent);

    /// <summary>Whole bills that are printed as vouchers beside a chosen report, in its order.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ReportBill>? Vouchers { get; init; }

    /// <summary>What remains of the budget, negative when more was spent; null without one.</summary>
    public decimal? Left => Budget - Spent;

    public decimal Spent => Bills.Sum(bill => bill.Total);

    /// <summary>Spent per bill, rounded to the paisa; 0 in a month without bills.</summary>
    public decimal Average => Bills.Count == 0 ? 0 : Math.Round(Spent / Bills.Count, 2, MidpointRounding.AwayFromZero);

    /// <summary>The shop that took most; null in a month without bills, or of nothing but bills taken back.</summary>
    public ReportShare? LargestShop => Shops.FirstOrDefault(shop => shop.Amount > 0);

    /// <summary>Spent more (positive) or less than the month before; null when there is nothing to compare with.</summary>
    public decimal? Change => SpentMonthBefore is { } before ? Spent - before : null;
}

/// <summary>How a month was closed, in the tenant's time zone.</summary>
/// <param name="ConfirmedBy">Null while nobody has.</param>
public sealed record ReportClosing(string ClosedBy, DateTimeOffset ClosedAt, string? ConfirmedBy, DateTimeOffset? ConfirmedAt);

/// <summary>One bill of the report. Total = sum of lines + charges - discount.</summary>
public sealed record ReportBill(
    DateOnly Date, string Number, string Shop, IReadOnlyList<ReportLine> Lines, decimal Charges, decimal Discount, decimal Total)
{
    /// <summary>The bill itself; null in reports that were made before they named it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Guid? Id { get; init; }

    /// <summary>The names of the receipts that were with the bill; null in chosen reports and in those older than this.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Receipts { get; init; }

    public bool HasReceipt => Receipts is { Count: > 0 };

    /// <summary>By date, then number letter by letter, in every database and language the same.</summary>
    public static IEnumerable<ReportBill> InOrder(IEnumerable<ReportBill> bills) =>
        bills.OrderBy(bill => bill.Date).ThenBy(bill => bill.Number, StringComparer.Ordinal).ThenBy(bill => bill.Id);

    /// <summary>What of the bill a chosen report leaves out; null when it has all of it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LeftOut? LeftOut { get; init; }
}

/// <summary>The part of a bill that is not in a report. Together with what is, it makes the whole bill.</summary>
public sealed record LeftOut(IReadOnlyList<ReportLine> Lines, decimal Charges, decimal Discount)
{
    public decimal Total => Lines.Sum(line => line.Amount) + Charges - Discount;
}

/// <summary>One bought item.</summary>
/// <param name="Category">In words.</param>
public sealed record ReportLine(string Item, decimal Quantity, string Unit, string Category, decimal Amount)
{
    /// <summary>The line of the bill itself, where lines are chosen; empty elsewhere.</summary>
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>
    /// The category's name in the database, whatever it is called on paper; null in reports that were read from what was kept.
    /// </summary>
    [JsonIgnore]
    public string? Code { get; init; }
}

/// <summary>A budget as the month leaves it. Opening + allocated - spent before - spent = left.</summary>
/// <param name="Until">The last day, included; the money that is left may be for days after the month.</param>
/// <param name="Opening">What the period before left, or lacked.</param>
/// <param name="SpentBefore">By bills of its days before the month.</param>
/// <param name="Spent">By bills of the month.</param>
public sealed record ReportBudget(DateOnly From, DateOnly Until, decimal Opening, decimal Allocated, decimal SpentBefore, decimal Spent)
{
    public decimal Left => Opening + Allocated - SpentBefore - Spent;

    /// <summary>The budgets of a month out of all that had begun: each opens with what the one before it left.</summary>
    /// <param name="periods">Those that begin before the month ends, with what was spent in them until then; they share no day.</param>
    /// <returns>Null when no budget has a day of the month.</returns>
    public static IReadOnlyList<ReportBudget>? OfMonth(DateOnly month, IEnumerable<ReportBudget> periods)
    {
        var opening = 0m;
        var all = new List<ReportBudget>();
        foreach (var period in periods.OrderBy(period => period.From))
        {
            all.Add(period with { Opening = opening });
            opening = all[^1].Left;
        }

        all.RemoveAll(period => period.Until < month);
        return all.Count == 0 ? null : all;
    }
}

/// <summary>What one shop or category took. Discounts are negative.</summary>
public sealed record ReportShare(string Name, decimal Amount);
