using AjsPantry.Features.Expenses.Bills;
using AjsPantry.Features.Expenses.Budgets;
using AjsPantry.Features.Expenses.MonthEnd;
using AjsPantry.Features.Expenses.Reports.Stored;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Platform.Demo;

/// <summary>
/// A budget for each month of the last year but the first, with what was spent in mind. All months but the last two are closed and
/// confirmed, one waits for that, and one is to be closed.
/// </summary>
internal sealed class DemoBudgets(PantryDb db, TimeProvider clock)
{
    private const int Months = 12;

    /// <summary>Budgets are round sums.</summary>
    private const decimal Step = 1000;

    public async Task LoadAsync(Floor floor, Member head, DateOnly today, CancellationToken cancellationToken)
    {
        var present = new DateOnly(today.Year, today.Month, 1);
        for (var month = present.AddMonths(1 - Months); month <= present; month = month.AddMonths(1))
            await AllocateAsync(floor, head, month, present, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    /// <summary>After the reports are made, and in order.</summary>
    public async Task CloseAsync(Floor floor, Member head, DateOnly today, CancellationToken cancellationToken)
    {
        var present = new DateOnly(today.Year, today.Month, 1);
        var admin = await db.Members.Where(member => member.Role == Role.Admin).OrderBy(member => member.Number).Select(member => member.Id)
            .FirstAsync(cancellationToken);
        for (var month = present.AddMonths(-Months); month < present.AddMonths(-2); month = month.AddMonths(1))
            await CloseAsync(floor, head, month, admin, cancellationToken);
        await CloseAsync(floor, head, present.AddMonths(-2), null, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    private async Task AllocateAsync(Floor floor, Member head, DateOnly month, DateOnly present, CancellationToken cancellationToken)
    {
        // A running month is given what the three before took; of the others some had a little too much and some too little.
        var (from, until, months) = month == present ? (month.AddMonths(-3), month, 3) : (month, month.AddMonths(1), 1);
        var spent = await db.Bills.Where(bill => bill.FloorId == floor.Id && bill.Date >= from && bill.Date < until)
            .SumAsync(bill => bill.Total, cancellationToken) / months;
        db.Budgets.Add(new Budget
        {
            FloorId = floor.Id,
            SubmissionId = Guid.CreateVersion7(),
            Kind = BudgetKind.Month,
            From = month,
            Until = month.AddMonths(1).AddDays(-1),
            Allocated = Math.Max(Step, Math.Ceiling(spent / Step) * Step - (month.Month % 4 == 0 ? Step : 0)),
            Notes = month == present ? "Demo data" : null,
            AllocatedById = head.Id,
            AllocatedAt = Earlier(new DateTimeOffset(month, new TimeOnly(5, 0), TimeSpan.Zero)),
        });
    }

    private async Task CloseAsync(Floor floor, Member head, DateOnly month, Guid? confirmedBy, CancellationToken cancellationToken)
    {
        var report = await db.Reports.Where(report => report.FloorId == floor.Id && report.Month == month && report.Title == "")
            .OrderByDescending(report => report.Revision).Select(report => report.Id).FirstAsync(cancellationToken);
        var closedAt = Earlier(new DateTimeOffset(month.AddMonths(1).AddDays(1), new TimeOnly(6, 0), TimeSpan.Zero));
        db.MonthClosings.Add(new MonthClosing
        {
            FloorId = floor.Id,
            Month = month,
            ReportId = report,
            ClosedById = head.Id,
            ClosedAt = closedAt,
            State = confirmedBy is null ? ClosingState.Closed : ClosingState.Confirmed,
            ConfirmedById = confirmedBy,
            ConfirmedAt = confirmedBy is null ? null : closedAt.AddHours(5),
        });
    }

    private DateTimeOffset Earlier(DateTimeOffset instant) => instant < clock.GetUtcNow() ? instant : clock.GetUtcNow();
}
