using AjsPantry.Features.Shared.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Administration.Floors;

/// <summary>Asks before a floor is archived, or says who must move first.</summary>
public sealed class FloorArchiveModel(FloorsQuery query, ArchiveFloor handler) : PersonPage
{
    /// <summary>As many people as are named; of more, the number is told.</summary>
    private const int Named = 20;

    public FloorRow Floor { get; private set; } = null!;

    /// <summary>The people who live on the floor, name and number; the first ones.</summary>
    public IReadOnlyList<string> People { get; private set; } = [];

    public string Word => Tenant.FloorWord.ToLowerInvariant();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await query.FindAsync(id, cancellationToken) is not { } floor)
            return NotFound();
        Floor = floor;
        if (floor.IsArchived)
            return RedirectToPage("Index");
        People = floor.People == 0 ? [] : await query.PeopleAsync(id, Named, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await handler.HandleAsync(id, cancellationToken) is not { } outcome)
            return NotFound();
        if (!outcome.IsDone)
        {
            outcome.ShowIn(ModelState, "");
            return await OnGetAsync(id, cancellationToken);
        }

        Toast = $"{outcome.Value.Name} is archived. You can restore it.";
        return RedirectToPage("Index");
    }
}
