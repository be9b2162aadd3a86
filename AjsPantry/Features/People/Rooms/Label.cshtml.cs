using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.People.Rooms;

public sealed class LabelModel(RoomsQuery query, LabelRoom.Handler handler) : RoomPage(query)
{
    [BindProperty]
    public LabelRoom.Input Input { get; set; } = new();

    public IActionResult OnGet()
    {
        Input.Label = Room.Label;
        return LabelRoom.Handler.May(Person, Room) ? Page() : Forbid();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!LabelRoom.Handler.May(Person, Room))
            return Forbid();
        if (!ModelState.IsValid)
            return Page();
        if (!await handler.HandleAsync(Floor.Id, Id, Input.Label, cancellationToken))
            return Forbid();
        Toast = "The label is changed.";
        return ToRoom();
    }
}
