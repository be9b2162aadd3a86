using AjsPantry.Features.Expenses.Budgets.Ledgers;
using AjsPantry.Features.Feedback.Ratings;
using AjsPantry.Features.Menus;
using AjsPantry.Features.Procurement;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Dashboard;

/// <summary>
/// What the home page of somebody who lives on a floor tells. Two commands, whatever the floor's history: its meals, and everything
/// else in one list; for those who keep the books as many as <see cref="FloorAccountsQuery"/> takes, and one for the ledger; one for what a
/// shopping list will cost.
/// </summary>
public sealed class FloorHomeQuery(PantryDb db, FloorAccountsQuery floors, LedgerQuery ledgers, ItemHistory history)
{
    /// <param name="now">The time on the tenant's clock.</param>
    public async Task<FloorHome> ReadAsync(
        SignedIn person, FloorView floor, DateOnly today, TimeOnly now, CancellationToken cancellationToken)
    {
        var meals = await HomeMeal.BetweenAsync(
            db, floor.Id, person.Id, today.AddDays(-RateMeal.DaysOpen), today.AddDays(6), cancellationToken);
        var entries = await Sources(person, floor.Id, today, MealHours.FirstToCome(person.Tenant, today, now))
            .Aggregate((all, more) => all.Concat(more)).ToListAsync(cancellationToken);
        var came = Arrival.Day(meals.Count == 0 ? null : meals[0].Came, person.Tenant);
        return new FloorHome(
            today, now, person.Tenant.MealsOfTheDay, [.. meals.OrderBy(meal => meal.Date).ThenBy(meal => meal.Position)], entries)
        {
            Came = came,
            Shopping = await ShoppingAsync(floor.Id, entries, cancellationToken),
            Books = person.May(Permission.CloseMonths) ? await BooksAsync(floor, today, cancellationToken) : null,
        };
    }

    private async Task<Estimate?> ShoppingAsync(Guid floorId, List<HomeEntry> entries, CancellationToken cancellationToken)
    {
        var items = entries.Where(entry => entry.Kind == HomeKind.Item).Select(entry => (entry.Title, entry.More, entry.Number)).ToList();
        return items.Count == 0 ? null : Estimate.For(items, await history.ReadAsync(floorId, cancellationToken));
    }

    private IEnumerable<IQueryable<HomeEntry>> Sources(SignedIn person, Guid floorId, DateOnly today, DateOnly firstToCook)
    {
        var shared = new FloorEntries(db, floorId, person.Id, today);
        return
        [
            .. new OwnEntries(db, floorId, person.Id, today, firstToCook).All, .. shared.All,
            .. person.May(Permission.ManageTea) ? shared.Tea : [],
            .. person.May(Permission.DecideRequests) ? new HeadEntries(db, floorId, person.Id, today).All : [],
        ];
    }

    private async Task<HeadAccounts> BooksAsync(FloorView floor, DateOnly today, CancellationToken cancellationToken)
    {
        var month = today.AddDays(1 - today.Day);
        var glance = (await floors.ReadAsync([floor], month, cancellationToken))[0];
        return new HeadAccounts(glance, await ledgers.WithBooksAsync(floor.Id, month.AddMonths(-1), today, cancellationToken));
    }
}

/// <param name="Glance">What was spent, and how it stands with last month's report.</param>
/// <param name="Books">The ledger, and whether last month is closed.</param>
public sealed record HeadAccounts(FloorAccountsSummary Glance, FloorAccounts Books)
{
    /// <summary>The budget of today; null when none covers it.</summary>
    public LedgerPeriod? Budget => Books.Ledger.Current;
}
