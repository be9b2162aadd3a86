using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.People.Rooms.Stays;

public sealed class MoveInModel(RoomsQuery query, MoveIn.Handler handler) : RoomPage(query)
{
    [BindProperty]
    public MoveIn.Input Input { get; set; } = new();

    /// <summary>Those without a room come first: they are who is looked for.</summary>
    public IReadOnlyList<RoomCandidate> Candidates { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Room.ArchivedAt is not null)
            return ToRoom();
        Candidates = [.. (await Query.CandidatesAsync(Floor.Id, Id, cancellationToken)).OrderBy(person => person.Rooms.Count > 0)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || Room.ArchivedAt is not null)
            return await OnGetAsync(cancellationToken);
        if (await handler.HandleAsync(Floor.Id, Id, Input, cancellationToken) is not { } outcome)
            return NotFound();
        outcome.ShowIn(ModelState, nameof(Input));
        if (!outcome.IsDone)
            return await OnGetAsync(cancellationToken);
        Toast = outcome.Value.Count == 0 ? "They already live here." : $"{string.Join(", ", outcome.Value)} moved in.";
        return ToRoom();
    }
}
