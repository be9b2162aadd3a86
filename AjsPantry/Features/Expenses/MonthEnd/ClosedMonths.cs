using AjsPantry.Features.Expenses.Bills.Recording;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Expenses.MonthEnd;

/// <summary>
/// Which months of a floor are closed, and what people are told who would change them. A closed month's opening balance comes from the
/// months before it; so these stay as they are too, even one that was left open.
/// </summary>
public sealed class ClosedMonths(PantryDb db)
{
    /// <summary>The last month that is closed, confirmed or not, as its first day. It and all months before it stay as they are.</summary>
    public async Task<DateOnly?> LastAsync(Guid floorId, CancellationToken cancellationToken) =>
        await Standing(floorId).MaxAsync(closing => (DateOnly?)closing.Month, cancellationToken);

    /// <summary>Why a bill cannot be written.</summary>
    /// <param name="stands">The day on which it stands now; null for a new one.</param>
    /// <param name="goes">The day on which it is to stand.</param>
    /// <returns>Null when both days are after the last closed month.</returns>
    public async Task<FieldMessage?> RefusalAsync(Guid floorId, DateOnly? stands, DateOnly goes, CancellationToken cancellationToken)
    {
        var closed = await Standing(floorId).Select(closing => closing.Month).ToListAsync(cancellationToken);
        return ClosedMonthRules.WhyNot(closed, stands, goes) is { } why ? new(nameof(BillInput.Date), why) : null;
    }

    private IQueryable<MonthClosing> Standing(Guid floorId) =>
        db.MonthClosings.Where(closing => closing.FloorId == floorId && closing.State != ClosingState.Reopened);
}
