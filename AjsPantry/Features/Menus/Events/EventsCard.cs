using AjsPantry.Features.Shared.Homes;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.Events;

/// <summary>The events of the next two weeks.</summary>
public sealed class EventsCard(PantryDb db) : IHomeCard
{
    private const int Days = 14;
    private const int Most = 3;

    private static readonly HomeQuery<ComingEvent> Events = new((db, floorId, memberId, today) => db.Set<SpecialEvent>().AsNoTracking()
        .Where(special => (special.FloorId == null || special.FloorId == floorId) && special.CancelledAt == null
            && (special.Until ?? special.Date) >= today && special.Date <= today.AddDays(Days))
        .OrderBy(special => special.Date).ThenBy(special => special.CreatedAt).Take(Most)
        .Select(special => new ComingEvent(special.Id, special.Title, special.Date, special.Until ?? special.Date, special.At)));

    public async Task ReadAsync(Home home, CancellationToken cancellationToken)
    {
        var events = await Events.AskAsync(db, home, cancellationToken);
        if (events.Count > 0)
            home.Cards.Add(new ComingEvents(home, events));
    }
}

public sealed record ComingEvents(Home Home, IReadOnlyList<ComingEvent> Events)
    : HomeCard(HomePlace.Events, "/Features/Menus/Events/_Coming.cshtml")
{
    /// <summary>Tomorrow, 19:30; Fri 3 Apr – Sun 5 Apr; Until tomorrow, where an event has begun.</summary>
    public string When(ComingEvent special)
    {
        var time = special.At is { } at ? $", {at.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture)}" : "";
        var days = special.Until == special.Date ? Home.Near(special.Date)
            : special.Date < Home.Today ? $"until {Home.Near(special.Until)}" : $"{Home.Near(special.Date)} – {Home.Near(special.Until)}";
        return $"{char.ToUpperInvariant(days[0])}{days[1..]}{(special.Date < Home.Today ? "" : time)}";
    }
}

/// <param name="Until">The last day, included.</param>
public sealed record ComingEvent(Guid Id, string Title, DateOnly Date, DateOnly Until, TimeOnly? At);
