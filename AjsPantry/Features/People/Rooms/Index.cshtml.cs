using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Rights;

namespace AjsPantry.Features.People.Rooms;

public sealed class RoomsModel(RoomsQuery query) : FloorPage
{
    public IReadOnlyList<RoomView> InUse { get; private set; } = [];

    public IReadOnlyList<RoomView> Archived { get; private set; } = [];

    /// <summary>Active people of the floor who live in no room.</summary>
    public int Roomless { get; private set; }

    public bool Manages => Person.May(Permission.ManageRooms);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var all = await query.OfFloorAsync(Floor.Id, cancellationToken);
        InUse = [.. all.Where(room => room.ArchivedAt is null)];
        Archived = [.. all.Where(room => room.ArchivedAt is not null)];
        Roomless = await query.RoomlessAsync(Floor.Id, cancellationToken);
    }
}
