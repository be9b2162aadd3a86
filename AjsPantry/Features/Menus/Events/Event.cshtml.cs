using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Rights;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Menus.Events;

/// <summary>A page about one event of the floor, or of everybody.</summary>
public abstract class EventPage(EventQuery query) : ThingPage<EventView>
{
    public EventView Event => Thing;

    /// <summary>Thu 2 Apr, 20:00.</summary>
    public string When => EventTime.Of(Event).Words(Today.Year);

    /// <summary>Heads manage their floor's events; what is everybody's is for admins.</summary>
    public bool MayManage => Person.May(Permission.ManageEvents) && (!Event.IsForEverybody || Person.May(Permission.ChooseFloor));

    protected override Task<EventView?> ReadAsync(CancellationToken cancellationToken) => query.FindAsync(Floor.Id, Id, cancellationToken);

    protected RedirectToPageResult ToEvent() => ToPage("/Menus/Events/Event", new { Id });
}

public sealed class EventModel(EventQuery query) : EventPage(query)
{
    public void OnGet()
    {
    }
}
