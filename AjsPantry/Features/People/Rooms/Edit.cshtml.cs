using System.Globalization;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.People.Rooms;

public sealed class EditRoomModel(RoomsQuery query, EditRoom handler) : RoomPage(query)
{
    [BindProperty]
    public RoomInput Input { get; set; } = new();

    /// <summary>Somebody else was quicker; the page shows theirs beside what was typed.</summary>
    public bool IsOvertaken { get; private set; }

    public IActionResult OnGet()
    {
        Input = new() { Name = Room.Name, Label = Room.Label, Version = Room.Version };
        return Room.ArchivedAt is null ? Page() : ToRoom();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Room.ArchivedAt is not null)
            return ToRoom();
        if (!ModelState.IsValid)
            return Page();
        if (await handler.HandleAsync(Floor.Id, Id, Input, cancellationToken) is not { } outcome)
            return NotFound();
        outcome.ShowIn(ModelState, nameof(Input));
        if (outcome.Messages.Contains(RoomNames.Changed))
            await ShowTheirsAsync(cancellationToken);
        if (!outcome.IsDone)
            return Page();
        Toast = $"{outcome.Value.Name} is saved.";
        return ToRoom();
    }

    private async Task ShowTheirsAsync(CancellationToken cancellationToken)
    {
        IsOvertaken = await FindAsync(cancellationToken);
        Input.Version = Room.Version;
        ModelState.SetModelValue("Input.Version", Input.Version, Input.Version.ToString(CultureInfo.InvariantCulture));
    }
}
