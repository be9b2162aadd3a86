using AjsPantry.Features.Expenses.Reports.Monthly;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Expenses.MonthEnd;

/// <summary>
/// Closes a floor's month: keeps its report and lets nobody change its bills, or those before, from then on. Whoever writes one in this
/// moment is waited for, so that a bill is either in the report or refused. Months are closed in order, so that what a month began with
/// is settled when it is closed.
/// </summary>
public sealed class CloseMonth(PantryDb db, ClosingQuery closings, MakeReport make, ClosingNotice news, Scope scope)
{
    /// <summary>Closes the month, or answers with the closing that stands.</summary>
    /// <param name="month">The first day of the month.</param>
    public async Task<Outcome<ClosedNow>> HandleAsync(FloorView floor, DateOnly month, CancellationToken cancellationToken)
    {
        scope.Demand(Permission.CloseMonths);
        var next = month.AddMonths(1);
        if (next > scope.Today)
            return new FieldMessage("", $"{Formats.Month(month)} is not over. It can be closed from {Formats.FullDay(next)}.");
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // A statement of its own: what comes after it sees everything that was saved while it waited.
        await db.HoldBooksAsync(floor.Id, cancellationToken);
        await db.HoldSpendingAsync(floor.Id, cancellationToken);
        if (await StandingAsync(floor.Id, month, cancellationToken) is { } standing)
            return new ClosedNow(standing, 0);
        if (await closings.FirstOpenAsync(floor.Id, month, cancellationToken) is { } earlier)
            return new FieldMessage(
                "", $"{Formats.Month(earlier)} has bills and is still open. Close it first, then {Formats.Month(month)}.");
        var report = await make.HandleAsync(floor, month, cancellationToken);
        if (!report.IsDone)
            return report.Messages[0];
        var closed = await AddAsync(floor.Id, month, report.Value.Id, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return closed;
    }

    private async Task<ClosedNow> AddAsync(Guid floorId, DateOnly month, Guid reportId, CancellationToken cancellationToken)
    {
        var closing =
            new MonthClosing
            {
                FloorId = floorId,
                Month = month,
                ReportId = reportId,
                ClosedById = scope.Actor.Id,
                ClosedAt = scope.Now
            };
        db.MonthClosings.Add(closing);
        var told = await news.ClosedAsync(closing, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return new ClosedNow(closing, told);
    }

    private Task<MonthClosing?> StandingAsync(Guid floorId, DateOnly month, CancellationToken cancellationToken) =>
        db.MonthClosings.AsNoTracking()
            .SingleOrDefaultAsync(closing => closing.FloorId == floorId && closing.Month == month && closing.State != ClosingState.Reopened,
                cancellationToken);
}

/// <param name="Told">How many people were told that they can confirm it; 0 when the month was closed before.</param>
public sealed record ClosedNow(MonthClosing Closing, int Told);
