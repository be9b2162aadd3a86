using AjsPantry.Features.Shared.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.People.Rooms;

public sealed class AddRoomModel(MakeRoom handler) : FloorPage
{
    [BindProperty]
    public RoomInput Input { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return Page();
        var outcome = await handler.HandleAsync(Floor.Id, Input, cancellationToken);
        outcome.ShowIn(ModelState, nameof(Input));
        if (!outcome.IsDone)
            return Page();
        Toast = $"{outcome.Value.Name} is added. Now move people in.";
        ToastLink = ToastTo("/People/Rooms/Add", null, "Add another");
        return ToPage("/People/Rooms/Stays/MoveIn", new { outcome.Value.Id });
    }
}
