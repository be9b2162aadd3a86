using AjsPantry.Features.Notices;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Expenses.Closing;

/// <summary>
/// Closes a floor's month: keeps its report and lets nobody change its bills from then on. Whoever writes one in this moment is waited
/// for, so that a bill is either in the report or refused.
/// </summary>
public sealed class CloseMonth(PantryDb db, MakeReport make, ClosingNews news, Caller caller, TimeProvider clock)
{
    /// <summary>Closes the month, or answers with the closing that stands.</summary>
    /// <param name="month">The first day of the month.</param>
    public async Task<Outcome<MonthClosing>> HandleAsync(FloorView floor, DateOnly month, CancellationToken cancellationToken)
    {
        var (person, next) = (caller.Person!, month.AddMonths(1));
        if (next > person.Tenant.Today(clock))
            return new FieldMessage("", $"{Formats.Month(month)} is not over. It can be closed from {Formats.FullDay(next)}.");
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // A statement of its own: what comes after it sees everything that was saved while it waited.
        await db.HoldMonthAsync(floor.Id, month, cancellationToken);
        await db.HoldSpendingAsync(floor.Id, cancellationToken);
        if (await StandingAsync(floor.Id, month, cancellationToken) is { } standing)
            return standing;
        var report = await make.HandleAsync(person.Tenant, floor, month, cancellationToken);
        if (!report.IsDone)
            return report.Messages[0];
        var closing = new MonthClosing { FloorId = floor.Id, Month = month, ReportId = report.Value.Id, ClosedById = person.Id, ClosedAt = clock.GetUtcNow() };
        db.MonthClosings.Add(closing);
        await news.ClosedAsync(closing, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return closing;
    }

    private Task<MonthClosing?> StandingAsync(Guid floorId, DateOnly month, CancellationToken cancellationToken) =>
        db.MonthClosings.AsNoTracking().SingleOrDefaultAsync(closing => closing.FloorId == floorId && closing.Month == month && closing.State != ClosingState.Reopened, cancellationToken);
}
