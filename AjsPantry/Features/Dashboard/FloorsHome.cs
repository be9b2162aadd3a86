using AjsPantry.Features.Expenses.Budgets.Ledgers;
using AjsPantry.Features.Expenses.MonthEnd;
using AjsPantry.Features.Feedback.Insights;
using AjsPantry.Features.Shared.Charts;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Features.Dashboard;

/// <summary>What the home page of somebody who has all floors tells: each floor beside the others, and what of all needs a look.</summary>
public sealed class FloorsHomeQuery(FloorAccountsQuery floors, LedgerQuery ledgers, FloorStatesQuery states)
{
    private const int MonthsBack = 11;

    public async Task<FloorsHome> ReadAsync(IReadOnlyList<FloorView> all, DateOnly today, CancellationToken cancellationToken)
    {
        var month = today.AddDays(1 - today.Day);
        var glances = await floors.ReadAsync(all, month, cancellationToken, MonthsBack);
        var books = await ledgers.ReadAsync([.. all.Select(floor => floor.Id)], today, cancellationToken);
        var rows = (await states.ReadAsync(today, month.AddMonths(-MonthsBack), cancellationToken)).ToDictionary(state => state.Id);
        return new FloorsHome(today,
            [.. glances.Where(glance => rows.ContainsKey(glance.Floor.Id))
                .Select(glance => new FloorHomeRow(glance, rows[glance.Floor.Id], books.GetValueOrDefault(glance.Floor.Id)?.Current))]);
    }
}

/// <param name="Budget">The budget of today; null when none covers it.</param>
public sealed record FloorHomeRow(FloorAccountsSummary Glance, FloorState State, LedgerPeriod? Budget)
{
    public FloorView Floor => Glance.Floor;

    public bool IsOver => Budget is { Closing: < 0 };

    public bool IsNear => Budget is { IsAtAlert: true, Closing: >= 0 };

    /// <summary>Days of the next seven with neither a menu nor a reason not to cook.</summary>
    public int Open => State.Week.Count(day => day == PlannedDay.Open);

    /// <summary>Days of the next seven on which is cooked.</summary>
    public int Days => FloorState.DaysShown - State.Leave;

    /// <summary>Wed 18 Mar, Sat 21 Mar.</summary>
    public string OpenDays(DateOnly today, Func<DateOnly, string> day) =>
        string.Join(", ", State.Week.Index().Where(each => each.Item == PlannedDay.Open).Select(each => day(today.AddDays(each.Index))));

    /// <summary>Last month as a chip, or what comes before it: its word, colour and icon.</summary>
    public (string Word, string Colour, string Icon) LastMonth => (Glance.Report, State.Closing) switch
    {
        (_, ClosingState.Confirmed) => ("Closed", "ok", "check-circle-fill"),
        (_, ClosingState.Closed) => ("To confirm", "wait", "exclamation-circle"),
        (ReportState.Made, _) => ("Report in", "ok", "check-circle-fill"),
        (ReportState.Old, _) => ("Out of date", "wait", "exclamation-circle"),
        _ => Glance.BillsMonthBefore == 0 ? ("No bills", "", "dash-lg") : ("No report", "wait", "exclamation-circle"),
    };
}

public sealed record FloorsHome(DateOnly Today, IReadOnlyList<FloorHomeRow> Rows)
{
    public DateOnly Month => Today.AddDays(1 - Today.Day);

    public int People => Rows.Sum(row => row.State.People);

    public int Invited => Rows.Sum(row => row.State.Invited);

    public decimal Spent => Rows.Sum(row => row.Glance.Spent);

    public decimal SpentBefore => Rows.Sum(row => row.Glance.SpentMonthBefore);

    /// <summary>Floors that have a report for last month, or bills that one is due for.</summary>
    public int ReportsDue => Rows.Count(row => row.Glance.BillsMonthBefore > 0 || row.Glance.Report != ReportState.Missing);

    /// <summary>Of those, the ones whose report says what the books say.</summary>
    public int ReportsIn => Rows.Count(row => row.Glance.Report == ReportState.Made);

    public IReadOnlyList<LedgerPeriod> Budgets => [.. Rows.Select(row => row.Budget).OfType<LedgerPeriod>()];

    /// <summary>
    /// Money spent by month and floor; null while there is none. Of many floors the dearest have a colour each, and the others one.
    /// </summary>
    /// <param name="others">What the others are called.</param>
    public MonthsChart? Money(Formats formats, string others)
    {
        var months = MonthsChart.YearUntil(Month);
        var dearer = Rows.OrderByDescending(row => row.Glance.Months.Sum(each => each.Spent))
            .Take(Rows.Count > MonthsChart.Colours ? MonthsChart.Colours - 1 : Rows.Count).ToHashSet();
        List<MonthsSeries> series = [.. Rows.Where(dearer.Contains).Select(row => Series(row.Floor.Name, [row]))];
        if (dearer.Count < Rows.Count)
            series.Add(Series(others, [.. Rows.Where(row => !dearer.Contains(row))]));
        var top = MonthsChart.Highest(months, series);
        var dearest = months.Index().MaxBy(month => series.Sum(each => each.At(month.Index) ?? 0)).Item;
        var isAlone = months.Index().Count(month => series.Any(each => each.At(month.Index) > 0)) == 1;
        var finding = isAlone ? $"{formats.Money(top)} in {Formats.MonthName(dearest)}."
            : $"{Formats.MonthName(dearest)} was the most expensive month: {formats.Money(top)}.";
        return top <= 0 ? null
            : new MonthsChart(
                "money", finding, months, series, top, 0, formats.Money)
            { AxisWords = tick => MoneyAxis.Words(tick, formats) };
    }

    private MonthsSeries Series(string name, IReadOnlyList<FloorHomeRow> rows) => new(name,
    [
        .. MonthsChart.YearUntil(Month)
            .Select(month => rows.SelectMany(row => row.Glance.Months).Where(each => each.Month == month).ToList() is { Count: > 0 } spent
                ? spent.Sum(each => each.Spent) : (decimal?)null),
    ]);

    /// <summary>The average of all floors' ratings by month; null while fewer than two months have any.</summary>
    public MonthsChart? Stars
    {
        get
        {
            var months = MonthsChart.YearUntil(Month);
            var stars = Rows.SelectMany(row => row.State.Months).ToLookup(month => new DateOnly(month.Year, month.Month, 1));
            return stars.Count < 2 ? null : StarsChart.Of("stars", months, stars, "All");
        }
    }
}
