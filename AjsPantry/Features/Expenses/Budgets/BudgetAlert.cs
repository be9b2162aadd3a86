using System.Globalization;
using AjsPantry.Features.Expenses.Budgets.Ledgers;
using AjsPantry.Features.Notices;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Expenses.Budgets;

/// <summary>
/// Tells the floor's heads and the admins how far a budget is spent: once when it reaches the mark they chose, once when all of it is
/// spent, and again for each amount and mark that the budget is changed to. What is reached in one step is told as one.
/// </summary>
public sealed class BudgetAlert(PantryDb db, LedgerQuery ledgers, Notify notify, Scope scope)
{
    /// <summary>
    /// Looks at the budget of today as this transaction has it, and saves the news. Of two at once the second looks after the first has
    /// ended.
    /// </summary>
    public async Task TellAsync(Guid floorId, CancellationToken cancellationToken)
    {
        await db.HoldSpendingAsync(floorId, cancellationToken);
        var today = scope.Today;
        if ((await ledgers.ReadAsync(floorId, today, cancellationToken)).Current is not { IsAtAlert: true } period)
            return;
        // Whoever heard that all of it is spent need not hear of the mark, should a bill be voided afterwards.
        string[] heard = period.IsSpent ? [Spent] : [Spent, Mark];
        var (budget, _, amount) = About(period, Spent);
        var told = db.Notices.Where(notice => notice.SubjectId == budget && heard.Contains(notice.Step) && notice.Occasion == amount);
        if (await told.AnyAsync(cancellationToken))
            return;
        if (await notify.TellAsync(await NewsAsync(floorId, period, scope.Tenant.Formats, today, cancellationToken),
            await WatchersAsync(floorId, cancellationToken), cancellationToken) > 0)
            await db.SaveChangesAsync(cancellationToken);
    }

    private const string Mark = "mark";
    private const string Spent = "spent";

    /// <summary>Of a budget with this amount and this mark: with others it is told anew.</summary>
    private static Subject About(LedgerPeriod period, string step) =>
        new(period.Budget.Id, step, string.Create(CultureInfo.InvariantCulture, $"{period.Budget.Allocated:0.00}:{period.Budget.AlertAt}"));

    private async Task<NoticeDraft> NewsAsync(
        Guid floorId, LedgerPeriod period, Formats formats, DateOnly today, CancellationToken cancellationToken)
    {
        var floor = await db.Floors.Where(floor => floor.Id == floorId).Select(floor => new { floor.Name, floor.Number })
            .SingleAsync(cancellationToken);
        return new NoticeDraft(
            NoticeKind.Expenses, About(period, period.IsSpent ? Spent : Mark),
            period.Closing < 0 ? $"{floor.Name} is over its budget by {formats.Money(-period.Closing)}" : period.IsSpent
                ? $"{floor.Name} has spent all of its budget" : $"{floor.Name} has spent {period.Used}% of its budget",
            $"{formats.Money(period.Budget.Spent)} of {formats.Money(period.Available)} spent. {BudgetWords.Left(period, formats, today.Year)}.", "/expenses", floor.Number);
    }

    private Task<List<Guid>> WatchersAsync(Guid floorId, CancellationToken cancellationToken) =>
        db.Members.WithAccount()
            .Where(member => member.Role == Role.Admin || (member.Role == Role.PantryHead && member.FloorId == floorId))
            .Select(member => member.Id).ToListAsync(cancellationToken);
}
