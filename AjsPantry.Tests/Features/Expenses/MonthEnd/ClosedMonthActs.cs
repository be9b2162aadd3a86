using AjsPantry.Features.Expenses.Bills;
using AjsPantry.Features.Expenses.Bills.Recording;
using AjsPantry.Features.Expenses.Budgets.Changing;
using AjsPantry.Features.Expenses.Budgets.Ledgers;
using AjsPantry.Features.Expenses.MonthEnd;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Tests.Features.Notices;
using AjsPantry.Tests.Features.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Expenses.MonthEnd;

/// <summary>Budgets and closed months for tests, through the handlers that pages use.</summary>
internal static class ClosedMonthActs
{
    private static int _floors = 100;
    private static int _months;

    public static readonly DateOnly January = new(2026, 1, 1);

    public static readonly DateOnly February = new(2026, 2, 1);

    public static readonly DateOnly March = new(2026, 3, 1);

    /// <summary>Another floor of North, with nothing in its books and nobody but the admin to look at them.</summary>
    public static async Task<FloorView> NewFloorAsync(this PantryApp app)
    {
        var number = Interlocked.Increment(ref _floors);
        await app.InTenantAsync("North", async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            db.Floors.Add(new Floor { Number = number, Name = $"Floor {number}", CreatedAt = TestClock.Beginning.AddYears(-1) });
            await db.SaveChangesAsync();
        });
        return await app.FloorAsync("North", number);
    }

    /// <summary>A month of floor 1 that no other test has.</summary>
    public static DateOnly FreeMonth() => new DateOnly(2010, 1, 1).AddMonths(Interlocked.Increment(ref _months));

    /// <summary>Does something as the person would, without a page.</summary>
    public static async Task<T> ActingAsync<T>(this PantryApp app, Person person, Func<IServiceProvider, Task<T>> work)
    {
        var id = await app.IdAsync(person);
        return await app.InTenantAsync(person.Tenant, async services =>
        {
            services.GetRequiredService<Caller>()
                .ActAs(new SignedIn(id, Guid.NewGuid(), person.Name, person.Number, person.Role, Theme.Device, null,
                    await NoticeActs.TenantAsync(services)), null);
            return await work(services);
        });
    }

    public static BudgetInput Budget(decimal amount, DateOnly from, DateOnly until, int? alertAt = null, uint version = 0) => new()
    {
        Kind = "Other",
        From = BudgetInput.Iso(from),
        Until = BudgetInput.Iso(until),
        Amount = amount.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture),
        AlertAt = $"{alertAt}",
        Version = version,
    };

    public static async Task<Guid> AllocateAsync(
        this PantryApp app, FloorView floor, decimal amount, DateOnly from, DateOnly until, int? alertAt = null, Person? by = null)
    {
        var outcome = await app.ActingAsync(by ?? Cast.Admin,
            services => services.GetRequiredService<SaveBudget>()
                .AddAsync(floor.Id, Budget(amount, from, until, alertAt), CancellationToken.None));
        Assert.True(outcome.IsDone, string.Join(' ', outcome.Messages));
        return outcome.Value.Id;
    }

    public static Task<LedgerView> LedgerAsync(this PantryApp app, FloorView floor, DateOnly? today = null) =>
        app.InTenantAsync("North",
            services => services.GetRequiredService<LedgerQuery>().ReadAsync(floor.Id, today ?? TestClock.Today, CancellationToken.None));

    public static async Task<OutsideSpent> OutsideAsync(this PantryApp app, FloorView floor) =>
        (await app.InTenantAsync("North",
            services => services.GetRequiredService<LedgerQuery>()
                .WithOutsideAsync(floor.Id, TestClock.Today, CancellationToken.None))).Outside;

    /// <summary>Closes the month, as somebody who may, and returns the id of the closing.</summary>
    public static async Task<Guid> CloseAsync(this PantryApp app, FloorView floor, DateOnly month, Person? by = null)
    {
        var outcome = await app.ActingAsync(
            by ?? Cast.Head, services => services.GetRequiredService<CloseMonth>().HandleAsync(floor, month, CancellationToken.None));
        Assert.True(outcome.IsDone, string.Join(' ', outcome.Messages));
        return outcome.Value.Closing.Id;
    }

    /// <summary>Confirms a closed month, as somebody else than who closed it.</summary>
    public static async Task ConfirmAsync(this PantryApp app, FloorView floor, Guid closing, Person? by = null)
    {
        var outcome = await app.ActingAsync(by ?? Cast.Admin,
            services => services.GetRequiredService<ConfirmClosing>().HandleAsync(floor.Id, closing, CancellationToken.None));
        Assert.True(outcome!.IsDone, string.Join(' ', outcome.Messages));
    }

    /// <param name="months">How many months are opened with it, itself included.</param>
    public static async Task ReopenAsync(
        this PantryApp app, FloorView floor, Guid closing, int months = 1, string reason = "A bill was missing")
    {
        var input = new ReopenMonth.Input { Reason = reason, Months = months };
        var outcome = await app.ActingAsync(Cast.Admin,
            services => services.GetRequiredService<ReopenMonth.Handler>().HandleAsync(floor.Id, closing, input, CancellationToken.None));
        Assert.True(outcome!.IsDone, string.Join(' ', outcome.Messages));
    }

    /// <summary>Takes back a bill of a closed month.</summary>
    public static async Task<Guid> ReverseAsync(this PantryApp app, FloorView floor, Guid bill, DateOnly? date = null)
    {
        var outcome = await app.ActingAsync(Cast.Head,
            services => services.GetRequiredService<ReverseBill.Handler>()
                .HandleAsync(floor.Id, bill, new() { Date = BudgetInput.Iso(date ?? TestClock.Today), Reason = "Paid by another floor" },
                    CancellationToken.None));
        Assert.True(outcome!.IsDone, string.Join(' ', outcome.Messages));
        return outcome.Value.Id;
    }

    /// <summary>What the floor spent by its bills that count, added up by the database alone.</summary>
    public static Task<decimal> SpentAsync(this PantryApp app, FloorView floor) =>
        app.ReadAsync(
            "North", db => db.Bills.Where(bill => bill.FloorId == floor.Id && bill.VoidedAt == null).SumAsync(bill => bill.Total));
}
