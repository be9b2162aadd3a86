using System.Globalization;
using AjsPantry.Features.People.Directory;
using AjsPantry.Features.People.Rooms;
using AjsPantry.Features.Shared.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Fines;

public sealed class AddFineModel(PersonChoices people, RoomChoices rooms, RecordFine.Handler handler) : FloorPage
{
    [BindProperty]
    public RecordFine.Input Input { get; set; } = new();

    /// <summary>The floor's active people.</summary>
    public IReadOnlyList<PersonChoice> People { get; private set; } = [];

    public IReadOnlyList<RoomChoice> Rooms { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Input = new() { SubmissionId = Guid.NewGuid(), Date = Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };
        await OfferAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
        {
            var outcome = await handler.HandleAsync(Floor.Id, Input, cancellationToken);
            outcome.ShowIn(ModelState, nameof(Input));
            if (outcome.IsDone)
            {
                Toast = $"The fine of {Formats.Money(outcome.Value.Amount)} is recorded. They get a notification.";
                return ToPage("Index");
            }
        }

        await OfferAsync(cancellationToken);
        return Page();
    }

    private async Task OfferAsync(CancellationToken cancellationToken)
    {
        Rooms = await rooms.OfFloorAsync(Floor.Id, cancellationToken);
        People = await people.OfFloorAsync(Floor.Id, cancellationToken);
    }
}
