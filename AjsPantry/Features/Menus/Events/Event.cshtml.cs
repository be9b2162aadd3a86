using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Rights;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Menus.Events;

/// <summary>A page about one event of the floor, or of everybody.</summary>
public abstract class EventPage(EventQuery query) : FloorPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public EventView Event { get; private set; } = null!;

    /// <summary>Thu 2 Apr, 20:00.</summary>
    public string When => EventTime.Of(Event).Words(Today.Year);

    /// <summary>Heads manage their floor's events; what is everybody's is for admins.</summary>
    public bool MayManage => Person.May(Permission.ManageEvents) && (!Event.IsForEverybody || Person.May(Permission.ChooseFloor));

    protected override async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        var found = await query.FindAsync(Floor.Id, Id, cancellationToken);
        Event = found!;
        return found is not null;
    }

    protected RedirectToPageResult ToEvent() => ToPage("/Menus/Events/Event", new { Id });
}

public sealed class EventModel(EventQuery query) : EventPage(query)
{
    public void OnGet()
    {
    }
}
