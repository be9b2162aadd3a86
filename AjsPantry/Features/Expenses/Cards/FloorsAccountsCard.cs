using AjsPantry.Features.Expenses.Budgets.Ledgers;
using AjsPantry.Features.Expenses.MonthEnd;
using AjsPantry.Features.Shared.Homes;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Expenses.Cards;

/// <summary>What each floor spent and has left, and how it stands with the month before.</summary>
public sealed class FloorsAccountsCard(PantryDb db, FloorAccountsQuery floors, LedgerQuery ledgers) : IFloorsCard
{
    private List<FloorsAccountsRow> _rows = [];

    public async Task ReadAsync(FloorsHome home, CancellationToken cancellationToken)
    {
        var summaries = await home.Cache.ReadAsync(("accounts of all floors", home.Month), async () =>
            await floors.ReadAsync([.. home.Rows.Select(row => row.Floor)], home.Month, cancellationToken, FloorsHome.MonthsShown - 1));
        var ledgersByFloor = await home.Cache.ReadAsync(("ledgers of all floors", home.Today), async () =>
            await ledgers.ReadAsync(home.FloorIds, home.Today, cancellationToken));
        var before = home.MonthBefore;
        var closings = await home.Cache.ReadAsync(("closings of all floors", before), async () =>
            await db.MonthClosings.Where(closing => closing.Month == before && closing.State != ClosingState.Reopened)
                .Select(closing => new { closing.FloorId, closing.State })
                .ToDictionaryAsync(closing => closing.FloorId, closing => (ClosingState?)closing.State, cancellationToken));
        _rows =
        [
            .. home.Rows.Zip(summaries).Select(each => new FloorsAccountsRow(each.First, each.Second,
                closings.GetValueOrDefault(each.First.Floor.Id), ledgersByFloor.GetValueOrDefault(each.First.Floor.Id)?.Current)),
        ];
        foreach (var row in _rows)
            row.Fill();
        AddTiles(home);
        if (SpendingByFloor.Chart(_rows, home.Month, home.Formats, $"Other {home.Tenant.Floor}s") is { } chart)
            home.Charts.Add(new(FloorsOrder.Money, chart, "Spent by month"));
    }

    public IEnumerable<ToDo> ToDos(FloorsHome home) => new FloorsAccountsToDos(home, _rows).All;

    private void AddTiles(FloorsHome home)
    {
        var formats = home.Formats;
        var month = Formats.MonthName(home.Month);
        var before = Formats.MonthName(home.MonthBefore);
        List<LedgerPeriod> budgets = [.. _rows.Select(row => row.Budget).OfType<LedgerPeriod>()];
        var amount = budgets.Count > 0 ? budgets.Sum(budget => budget.Closing) : _rows.Sum(row => row.Summary.Spent);
        home.Tiles.Add(new(FloorsOrder.Money, budgets.Count > 0 ? $"Left on all {home.Tenant.Floor}s" : $"Spent in {month}",
            formats.MoneyWhole(amount), formats.MoneyDecimals(amount),
            budgets.Count > 0 ? $"of {formats.Money(budgets.Sum(budget => budget.Available))}" : "no budget covers today")
        { IsOver = budgets.Count > 0 && amount < 0 });
        var due = _rows.Count(row => row.IsReportDue);
        var made = _rows.Count(row => row.Summary.Report == ReportState.Made);
        home.Tiles.Add(due == 0 ? new(FloorsOrder.Reports, "Reports in", "–", "", $"no bills in {before}")
            : new(FloorsOrder.Reports, "Reports in", $"{made} ", $"of {due}", $"for {before}"));
        home.Calm = due == 0 ? $"No {home.Tenant.Floor} had bills in {before}" : made == due ? $"All reports for {before} are in"
            : $"{made} of {due} reports for {before} are in";
    }
}

/// <param name="Closing">How last month's books stand; null while they are open.</param>
/// <param name="Budget">The budget of today; null when none covers it.</param>
public sealed record FloorsAccountsRow(FloorHomeRow Row, FloorAccountsSummary Summary, ClosingState? Closing, LedgerPeriod? Budget)
{
    public bool IsOver => Budget is { Closing: < 0 };

    public bool IsNear => Budget is { IsAtAlert: true, Closing: >= 0 };

    /// <summary>The floor has a report for last month, or bills that one is due for.</summary>
    public bool IsReportDue => Summary.BillsMonthBefore > 0 || Summary.Report != ReportState.Missing;

    /// <summary>Last month in a word, or what comes before its closing.</summary>
    public Chip LastMonth => (Summary.Report, Closing) switch
    {
        (_, ClosingState.Confirmed) => new("Closed", "ok", "check-circle-fill"),
        (_, ClosingState.Closed) => new("To confirm", "wait", "exclamation-circle"),
        (ReportState.Made, _) => new("Report in", "ok", "check-circle-fill"),
        (ReportState.Old, _) => new("Out of date", "wait", "exclamation-circle"),
        _ => Summary.BillsMonthBefore == 0 ? new("No bills", "", "dash-lg") : new("No report", "wait", "exclamation-circle"),
    };

    /// <summary>What the table of all floors shows of it.</summary>
    public void Fill()
    {
        Row.Spent = Summary.Spent;
        Row.SpentMonthBefore = Summary.SpentMonthBefore;
        Row.Budget = Budget is null ? null : new(Budget.Closing, Budget.Used, IsNear);
        Row.LastMonth = LastMonth;
    }
}
