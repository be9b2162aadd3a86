using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Rights;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.People.Rooms;

/// <summary>A page about one room of the floor. A room of another floor answers 404.</summary>
public abstract class RoomPage(RoomsQuery query) : ThingPage<RoomView>
{
    public RoomView Room => Thing;

    public bool Manages => Person.May(Permission.ManageRooms);

    protected RoomsQuery Query => query;

    protected override Task<RoomView?> ReadAsync(CancellationToken cancellationToken) => query.ReadAsync(Floor.Id, Id, cancellationToken);

    protected RedirectToPageResult ToRoom() => ToPage("/People/Rooms/Room", new { Id });

    protected string Dated(DateTimeOffset at) => Day(DateOnly.FromDateTime(Tenant.Local(at).DateTime));
}
