using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.People.Rooms;

public sealed class ArchiveRoomModel(RoomsQuery query, ArchiveRoom.Handler handler) : RoomPage(query)
{
    [BindProperty]
    public ArchiveRoom.Input Input { get; set; } = new();

    /// <summary>Where those who live there could go.</summary>
    public IReadOnlyList<RoomView> Others { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Room.ArchivedAt is not null)
            return ToRoom();
        if (Room.People.Count > 0)
            Others = [.. (await Query.OfFloorAsync(Floor.Id, cancellationToken)).Where(room => room.Id != Id && room.ArchivedAt is null)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await handler.HandleAsync(Floor.Id, Id, Input, cancellationToken) is not { } outcome)
            return NotFound();
        outcome.ShowIn(ModelState, nameof(Input));
        if (!outcome.IsDone)
            return await OnGetAsync(cancellationToken);
        Toast = $"{outcome.Value.Name} is archived.";
        return ToPage("/People/Rooms/Index");
    }
}
