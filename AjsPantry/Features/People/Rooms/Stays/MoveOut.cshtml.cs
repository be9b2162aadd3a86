using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.People.Rooms.Stays;

/// <summary>Takes the button of the room's page; there is nothing to fill in, and moving in again undoes it.</summary>
public sealed class MoveOutModel(RoomsQuery query, MoveOut handler) : RoomPage(query)
{
    public IActionResult OnGet() => ToRoom();

    public async Task<IActionResult> OnPostAsync(Guid memberId, CancellationToken cancellationToken)
    {
        if (await handler.HandleAsync(Floor.Id, Id, memberId, cancellationToken) is not { } done)
            return NotFound();
        Toast = $"{done.Name} moved out of {Room.Name}."
            + (done.Left is { } left ? $" Nobody lives there now, but it {left}" : "");
        return ToRoom();
    }
}
