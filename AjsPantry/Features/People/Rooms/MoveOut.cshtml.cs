using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.People.Rooms;

/// <summary>Takes the button of the room's page; there is nothing to fill in, and moving in again undoes it.</summary>
public sealed class MoveOutModel(RoomsQuery query, MoveOut handler) : RoomPage(query)
{
    public IActionResult OnGet() => ToRoom();

    public async Task<IActionResult> OnPostAsync(Guid memberId, CancellationToken cancellationToken)
    {
        if (await handler.HandleAsync(Floor.Id, Id, memberId, cancellationToken) is not { } name)
            return NotFound();
        Toast = $"{name} moved out of {Room.Name}.";
        return ToRoom();
    }
}
