using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Expenses.Closing;

/// <summary>Which months of a floor are closed, and what people are told who would change them.</summary>
public sealed class ClosedMonths(PantryDb db)
{
    /// <summary>The first days of all months of the floor that are closed, confirmed or not.</summary>
    public Task<List<DateOnly>> AllAsync(Guid floorId, CancellationToken cancellationToken) =>
        db.MonthClosings.Where(closing => closing.FloorId == floorId && closing.State != ClosingState.Reopened).Select(closing => closing.Month).ToListAsync(cancellationToken);

    /// <summary>Why a bill cannot be written.</summary>
    /// <param name="stands">The day on which it stands now; null for a new one.</param>
    /// <param name="goes">The day on which it is to stand.</param>
    /// <returns>Null when both days' months are open.</returns>
    public async Task<FieldMessage?> RefusalAsync(Guid floorId, DateOnly? stands, DateOnly goes, CancellationToken cancellationToken)
    {
        List<DateOnly> months = [.. new[] { stands ?? goes, goes }.Select(day => new DateOnly(day.Year, day.Month, 1)).Distinct()];
        var closed = await db.MonthClosings
            .Where(closing => closing.FloorId == floorId && closing.State != ClosingState.Reopened && months.Contains(closing.Month))
            .Select(closing => closing.Month)
            .ToListAsync(cancellationToken);
        return closed.Count == 0 ? null : new FieldMessage(nameof(BillInput.Date), stands is not null && closed.Contains(months[0]) ? Stands(months[0]) : Goes(closed[0]));
    }

    /// <summary>About a bill that is there already.</summary>
    public static string Stands(DateOnly month) => $"{Formats.Month(month)} is closed. Reverse the bill in an open month, or ask an admin to reopen it.";

    /// <summary>About a bill that would come in.</summary>
    private static string Goes(DateOnly month) => $"{Formats.Month(month)} is closed. Use a day of an open month, or ask an admin to reopen it.";
}
