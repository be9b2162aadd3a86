namespace AjsPantry.Features.Shared.Calendar;

/// <summary>
/// What a feature has to show on the days of the calendar and in the feed for other programs. The feature that owns it registers one of
/// these for each kind; the calendar asks all of them.
/// </summary>
public interface ICalendarSource
{
    Task<IReadOnlyList<CalendarEntry>> ReadAsync(CalendarSpan span, CancellationToken cancellationToken);
}

/// <summary>The days of a floor that are shown.</summary>
/// <param name="To">Included.</param>
/// <param name="MemberId">Whose days count as their own; see <see cref="CalendarEntry.Mine"/>.</param>
/// <param name="Shown">The day that is shown in full; null for none.</param>
public sealed record CalendarSpan(Guid FloorId, DateOnly From, DateOnly To, Guid MemberId, DateOnly? Shown = null);
