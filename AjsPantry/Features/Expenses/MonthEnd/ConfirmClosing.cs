using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Expenses.MonthEnd;

/// <summary>
/// Says that a closed month is right. Somebody else than who closed it does, since two pairs of eyes see more: an admin, or the floor's
/// pantry head when an admin closed it, so that a residence with one admin can finish its months too.
/// </summary>
public sealed class ConfirmClosing(PantryDb db, ClosingNotice news, Scope scope)
{
    /// <returns>Null when the floor has no such closing. One that is confirmed stays as it is.</returns>
    public async Task<Outcome<MonthClosing>?> HandleAsync(Guid floorId, Guid id, CancellationToken cancellationToken)
    {
        scope.Demand(Permission.CloseMonths);
        // One decision at a time, so that the second sees what the first decided.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.HoldSpendingAsync(floorId, cancellationToken);
        var closing = await db.MonthClosings.Include(closing => closing.ClosedBy)
            .SingleOrDefaultAsync(closing => closing.FloorId == floorId && closing.Id == id, cancellationToken);
        if (closing is null)
            return null;
        if (closing.State == ClosingState.Confirmed)
            return closing;
        if (closing.State == ClosingState.Reopened)
            return new FieldMessage("", $"{Formats.Month(closing.Month)} was reopened in the meantime.");
        if (scope.Refusal(OwnThing.MonthClosing, closing.ClosedById) is { } own)
            return own;
        if (!scope.Actor.May(Permission.ConfirmClosings) && closing.ClosedBy!.Role != Role.Admin)
            return new FieldMessage("", "A pantry head closed this month, so an admin must confirm it.");
        closing.State = ClosingState.Confirmed;
        closing.ConfirmedById = scope.Actor.Id;
        closing.ConfirmedAt = scope.Now;
        await news.ConfirmedAsync(closing, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return closing;
    }
}
