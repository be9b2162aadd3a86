using AjsPantry.Features.Shared.Calendar;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.Suggestions;

/// <summary>Suggestions that wait for an answer, on the calendar.</summary>
public sealed class SuggestionCalendar(PantryDb db) : ICalendarSource
{
    public async Task<IReadOnlyList<CalendarEntry>> ReadAsync(CalendarSpan span, CancellationToken cancellationToken) =>
        await db.MealSuggestions.AsNoTracking().Where(MealSuggestion.Waits(span.From))
            .Where(suggestion => suggestion.FloorId == span.FloorId && suggestion.Date <= span.To)
            .Select(suggestion => new CalendarEntry
            {
                Kind = EntryKind.Suggestion,
                Date = suggestion.Date,
                Id = suggestion.Id,
                Title = suggestion.Side == null ? suggestion.Dish : suggestion.Dish + " with " + suggestion.Side,
                Text = suggestion.Notes,
                Who = suggestion.Member!.Name,
                Mine = suggestion.MemberId == span.MemberId,
            }).ToListAsync(cancellationToken);
}
