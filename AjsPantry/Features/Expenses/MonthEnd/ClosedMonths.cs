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
        if (closed.Count == 0)
            return null;
        var last = closed.Max();
        if (stands is { } there && IsKept(there, last))
            return new(nameof(BillInput.Date), Stands(FirstOf(there), closed.Contains(FirstOf(there)), last));
        return IsKept(goes, last) ? new(nameof(BillInput.Date), Goes(FirstOf(goes), closed.Contains(FirstOf(goes)), last)) : null;
    }

    /// <summary>Whether a day is in the last closed month or before it.</summary>
    public static bool IsKept(DateOnly day, DateOnly? last) => last is { } month && day < month.AddMonths(1);

    private IQueryable<MonthClosing> Standing(Guid floorId) =>
        db.MonthClosings.Where(closing => closing.FloorId == floorId && closing.State != ClosingState.Reopened);

    private static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);

    /// <summary>About a bill that is there already.</summary>
    private static string Stands(DateOnly month, bool isClosed, DateOnly last) => isClosed
        ? $"{Formats.Month(month)} is closed. Reverse the bill in an open month, or ask an admin to reopen it."
        : $"{Formats.Month(last)} is closed, so earlier months cannot change. Reverse the bill in an open month, or ask an admin to reopen {Formats.Month(last)}.";

    /// <summary>About a bill that would come in.</summary>
    private static string Goes(DateOnly month, bool isClosed, DateOnly last) => isClosed
        ? $"{Formats.Month(month)} is closed. Use a day of an open month, or ask an admin to reopen it."
        : $"{Formats.Month(last)} is closed, so earlier months cannot change. Use a later day, or ask an admin to reopen {Formats.Month(last)}.";
}
