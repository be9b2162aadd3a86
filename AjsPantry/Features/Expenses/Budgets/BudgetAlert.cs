using AjsPantry.Features.Expenses.Closing;
using AjsPantry.Features.Notices;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Expenses.Budgets;

/// <summary>Tells the floor's heads and the admins, once for each budget, that as much of it is spent as they want to be told of.</summary>
public sealed class BudgetAlert(PantryDb db, LedgerQuery ledgers, Notify notify, TimeProvider clock)
{
    /// <summary>Looks at the budget of today as this transaction has it, and saves the news. Of two at once the second looks after the first has ended.</summary>
    public async Task TellAsync(Guid floorId, CancellationToken cancellationToken)
    {
        await db.HoldSpendingAsync(floorId, cancellationToken);
        var tenant = await db.Tenants.Select(TenantView.Of).SingleAsync(cancellationToken);
        var today = tenant.Today(clock);
        if ((await ledgers.ReadAsync(floorId, today, cancellationToken)).Current is not { IsAtAlert: true } period)
            return;
        var cause = Cause(period.Budget.Id);
        if (await db.Notices.AnyAsync(notice => notice.Cause == cause, cancellationToken))
            return;
        if (await notify.TellAsync(await NewsAsync(floorId, period, tenant.Formats, today, cancellationToken), await WatchersAsync(floorId, cancellationToken), cancellationToken) > 0)
            await db.SaveChangesAsync(cancellationToken);
    }

    internal static string Cause(Guid budgetId) => $"budget:{budgetId}:alert";

    private async Task<NoticeDraft> NewsAsync(Guid floorId, LedgerPeriod period, Formats formats, DateOnly today, CancellationToken cancellationToken)
    {
        var floor = await db.Floors.Where(floor => floor.Id == floorId).Select(floor => new { floor.Name, floor.Number }).SingleAsync(cancellationToken);
        return new NoticeDraft(
            NoticeKind.Expenses, Cause(period.Budget.Id),
            period.Closing < 0 ? $"{floor.Name} is over its budget by {formats.Money(-period.Closing)}" : $"{floor.Name} has spent {period.Used}% of its budget",
            $"{formats.Money(period.Budget.Spent)} of {formats.Money(period.Available)} are spent; {BudgetWords.Left(period, formats, today.Year)}.", "/expenses", floor.Number);
    }

    private Task<List<Guid>> WatchersAsync(Guid floorId, CancellationToken cancellationToken) =>
        db.Members.Where(member => member.DeactivatedAt == null && (member.Role == Role.Admin || (member.Role == Role.PantryHead && member.FloorId == floorId)))
            .Select(member => member.Id).ToListAsync(cancellationToken);
}
