using AjsPantry.Features.Expenses.Bills.Recording;
using AjsPantry.Features.Expenses.Budgets;
using AjsPantry.Features.Expenses.Budgets.Changing;
using AjsPantry.Features.Expenses.Budgets.Ledgers;
using AjsPantry.Features.Expenses.MonthEnd;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Tests.Features.Expenses.MonthEnd;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Expenses.Budgets.Ledgers;

/// <summary>The books of a floor, kept in memory day by day beside the real ones.</summary>
internal sealed class MoneyModel(PantryApp app)
{
    public enum Act
    {
        Record, RecordToo, RecordOnceMore, Edit, Move, Void, Allocate, AllocateToo, Change, Withdraw, Close, Reopen, Reverse, ReverseToo,
    }

    private static readonly DateOnly First = new(2026, 1, 1);

    private readonly List<ModelBill> _bills = [];
    private readonly List<ModelBudget> _budgets = [];
    private readonly Dictionary<DateOnly, Guid> _closed = [];
    private readonly Dictionary<DateOnly, List<string>> _kept = [];
    private FloorView _floor = null!;

    public async Task PlayAsync((Act Act, int A, int B, int C)[] steps)
    {
        _floor = await app.NewFloorAsync();
        foreach (var (act, a, b, c) in steps)
        {
            await DoAsync(act, a, b, c);
            await CompareAsync($"{act} {a} {b} {c}");
        }
    }

    private Task DoAsync(Act act, int a, int b, int c) => act switch
    {
        Act.Edit => OnBill(a, bill => EditAsync(bill, bill.Date, c / 100m)),
        Act.Move => OnBill(a, bill => EditAsync(bill, DayOf(b), bill.Total)),
        Act.Void => OnBill(a, VoidAsync),
        Act.Reverse or Act.ReverseToo => OnBill(a, bill => ReverseAsync(bill, DayOf(b))),
        Act.Allocate or Act.AllocateToo => AllocateAsync(SpanOf(a, b, c)),
        Act.Change =>
            OnBudget(a, budget => ChangeAsync(budget, b % 2 == 0 ? budget.Days with { Allocated = c / 100m } : SpanOf(b, a, c))),
        Act.Withdraw => OnBudget(a, WithdrawAsync),
        Act.Close => CloseAsync(First.AddMonths(a % 3)),
        Act.Reopen => ReopenAsync(First.AddMonths(a % 3)),
        _ => RecordAsync(DayOf(a), c / 100m),
    };

    /// <summary>From the beginning of the year to today.</summary>
    private static DateOnly DayOf(int number) => First.AddDays(number % (TestClock.Today.DayNumber - First.DayNumber + 1));

    private static BudgetDays SpanOf(int from, int days, int paise) =>
        new(First.AddDays(from % 90), First.AddDays(from % 90 + days % 30), paise / 100m);

    private static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);

    /// <summary>A closed month keeps those before it.</summary>
    private bool IsClosed(DateOnly day) => _closed.Keys.Any(month => MonthOf(day) <= month);

    private bool IsOpenWithBills(DateOnly month) =>
        !_closed.ContainsKey(month) && _bills.Exists(bill => !bill.IsVoided && MonthOf(bill.Date) == month);

    private bool IsReversed(ModelBill bill) => _bills.Exists(other => other.Reverses == bill && !other.IsVoided);

    private Task OnBill(int number, Func<ModelBill, Task> act) =>
        _bills.Count == 0 ? Task.CompletedTask : act(_bills[number % _bills.Count]);

    private Task OnBudget(int number, Func<ModelBudget, Task> act) =>
        _budgets.Count == 0 ? Task.CompletedTask : act(_budgets[number % _budgets.Count]);

    private Task<T> AsAsync<T>(Func<IServiceProvider, Task<T>> work) => app.ActingAsync(Cast.Admin, work);

    private static BillDraft Draft(DateOnly day, decimal total) => BillActs.One(total, $"M-{Guid.NewGuid():N}", date: day);

    private async Task RecordAsync(DateOnly day, decimal total)
    {
        var outcome = await AsAsync(services => services.GetRequiredService<RecordBill>()
            .HandleAsync(_floor.Id, Guid.CreateVersion7(), Draft(day, total), true, CancellationToken.None));
        Assert.Equal(!IsClosed(day), outcome.IsDone);
        if (outcome.IsDone)
            _bills.Add(new(outcome.Value.Id, day, total));
    }

    private async Task EditAsync(ModelBill bill, DateOnly day, decimal total)
    {
        var outcome = await AsAsync(async services =>
        {
            var handler = services.GetRequiredService<EditBill>();
            var found = await handler.FindAsync(_floor.Id, bill.Id, CancellationToken.None);
            return await handler.HandleAsync(found!, found!.Version, Draft(day, total), true, CancellationToken.None);
        });
        Assert.Equal(
            !bill.IsVoided && bill.Reverses is null && !IsReversed(bill) && !IsClosed(bill.Date) && !IsClosed(day), outcome.IsDone);
        if (outcome.IsDone)
        {
            bill.Date = day;
            bill.Total = total;
        }
    }

    private async Task VoidAsync(ModelBill bill)
    {
        var outcome = await AsAsync(services => services.GetRequiredService<VoidBill.Handler>()
            .HandleAsync(_floor.Id, bill.Id, "Model", CancellationToken.None));
        Assert.Equal(bill.IsVoided || (!IsClosed(bill.Date) && !IsReversed(bill)), outcome!.IsDone);
        bill.IsVoided = outcome.IsDone;
    }

    private async Task ReverseAsync(ModelBill bill, DateOnly day)
    {
        var input = new ReverseBill.Input { Date = BudgetInput.Iso(day), Reason = "Model" };
        var outcome = await AsAsync(services => services.GetRequiredService<ReverseBill.Handler>()
            .HandleAsync(_floor.Id, bill.Id, input, CancellationToken.None));
        var standing = _bills.Find(other => other.Reverses == bill && !other.IsVoided);
        Assert.Equal(
            standing is not null
                || (!bill.IsVoided && bill.Reverses is null && IsClosed(bill.Date) && !IsClosed(day) && day >= bill.Date),
                outcome!.IsDone);
        if (standing is not null)
            Assert.Equal(standing.Id, outcome.Value!.Id);
        else if (outcome.IsDone)
            _bills.Add(new(outcome.Value.Id, day, -bill.Total) { Reverses = bill });
    }

    /// <summary>Each closed day stays in its budget or in none, and no two budgets share a day.</summary>
    private bool May(ModelBudget? budget, BudgetDays? after)
    {
        bool After(DateOnly day) => after is not null && after.From <= day && day <= after.Until;
        var days = Enumerable.Range(0, 150).Select(First.AddDays).ToList();
        return !days.Exists(day => IsClosed(day) && (budget?.Holds(day) ?? false) != After(day))
            && !(budget is not null && IsClosed(budget.Days.Until) && budget.Days.Allocated != after?.Allocated)
            && !days.Exists(day => After(day) && _budgets.Exists(other => other != budget && !other.IsWithdrawn && other.Holds(day)));
    }

    private static BudgetInput Input(BudgetDays days, uint version = 0) =>
        ClosedMonthActs.Budget(days.Allocated, days.From, days.Until, 80, version);

    private async Task AllocateAsync(BudgetDays days)
    {
        var outcome = await AsAsync(services => services.GetRequiredService<SaveBudget>()
            .AddAsync(_floor.Id, Input(days), CancellationToken.None));
        Assert.Equal(May(null, days), outcome.IsDone);
        if (outcome.IsDone)
            _budgets.Add(new(outcome.Value.Id, days));
    }

    private async Task ChangeAsync(ModelBudget budget, BudgetDays days)
    {
        var version = await app.ReadAsync(
            "North", db => db.Budgets.Where(row => row.Id == budget.Id).Select(row => row.Version).SingleAsync());
        var outcome = await AsAsync(services => services.GetRequiredService<SaveBudget>()
            .ChangeAsync(_floor.Id, budget.Id, Input(days, version), CancellationToken.None));
        Assert.Equal(!budget.IsWithdrawn && May(budget, days), outcome!.IsDone);
        if (outcome.IsDone)
            budget.Days = days;
    }

    private async Task WithdrawAsync(ModelBudget budget)
    {
        var outcome = await AsAsync(services => services.GetRequiredService<WithdrawBudget.Handler>()
            .HandleAsync(_floor.Id, budget.Id, new() { Reason = "Model" }, CancellationToken.None));
        Assert.Equal(budget.IsWithdrawn || May(budget, null), outcome!.IsDone);
        budget.IsWithdrawn = outcome.IsDone;
    }

    private async Task CloseAsync(DateOnly month)
    {
        var outcome = await AsAsync(services => services.GetRequiredService<CloseMonth>()
            .HandleAsync(_floor, month, CancellationToken.None));
        var inOrder = _closed.ContainsKey(month)
            || !Enumerable.Range(0, 3).Any(at => First.AddMonths(at) < month && IsOpenWithBills(First.AddMonths(at)));
        Assert.Equal(month.AddMonths(1) <= TestClock.Today && inOrder, outcome.IsDone);
        if (!outcome.IsDone)
            return;
        _closed[month] = outcome.Value.Closing.Id;
        _kept[month] = await EndedByAsync(month);
    }

    /// <summary>The figures of all budgets that ended by the end of a month.</summary>
    private async Task<List<string>> EndedByAsync(DateOnly month) =>
        [.. (await app.LedgerAsync(_floor)).Periods.Where(period => period.Budget.Until < month.AddMonths(1))
            .Select(period =>
                $"{period.Budget.From}: {period.Opening} + {period.Budget.Allocated} - {period.Budget.Spent} = {period.Closing}")];

    private async Task ReopenAsync(DateOnly month)
    {
        if (!_closed.TryGetValue(month, out var closing))
            return;
        List<DateOnly> opened = [.. _closed.Keys.Where(other => other >= month)];
        await app.ReopenAsync(_floor, closing, opened.Count);
        opened.ForEach(other => _closed.Remove(other));
    }

    private async Task CompareAsync(string after)
    {
        var ledger = await app.LedgerAsync(_floor);
        var without = await app.OutsideAsync(_floor);
        var counted = _bills.Where(bill => !bill.IsVoided).ToList();
        var opening = 0m;
        var periods = _budgets.Where(budget => !budget.IsWithdrawn).OrderBy(budget => budget.Days.From).Select(budget =>
        {
            var spent = counted.Where(bill => budget.Holds(bill.Date)).Sum(bill => bill.Total);
            var row = (budget.Id, Opening: opening, budget.Days.Allocated, Spent: spent,
                Closing: opening + budget.Days.Allocated - spent);
            opening = row.Closing;
            return row;
        }).ToList();
        Assert.True(
            periods.SequenceEqual(ledger.Periods
                .Select(period => (period.Budget.Id, period.Opening, period.Budget.Allocated, period.Budget.Spent, period.Closing))),
                after);
        Assert.Equal((counted.Sum(bill => bill.Total), await app.SpentAsync(_floor)),
            (ledger.Spent + without.Spent, ledger.Spent + without.Spent));
        var outside = counted.Where(bill => !_budgets.Exists(budget => !budget.IsWithdrawn && budget.Holds(bill.Date))).ToList();
        Assert.Equal((outside.Sum(bill => bill.Total), outside.Count), (without.Spent, without.Bills));
        Assert.Equal(_budgets.Find(budget => !budget.IsWithdrawn && budget.Holds(TestClock.Today))?.Id, ledger.Current?.Budget.Id);
        foreach (var month in _closed.Keys)
            Assert.Equal(_kept[month], await EndedByAsync(month));
    }

    private sealed class ModelBill(Guid id, DateOnly date, decimal total)
    {
        public Guid Id => id;

        public DateOnly Date { get; set; } = date;

        public decimal Total { get; set; } = total;

        public bool IsVoided { get; set; }

        public ModelBill? Reverses { get; init; }
    }

    private sealed class ModelBudget(Guid id, BudgetDays days)
    {
        public Guid Id => id;

        public BudgetDays Days { get; set; } = days;

        public bool IsWithdrawn { get; set; }

        public bool Holds(DateOnly day) => Days.From <= day && day <= Days.Until;
    }
}
