using System.Globalization;
using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Administration.Floors;

/// <summary>A floor's name and number, and the way to archive it.</summary>
public sealed class FloorModel(FloorsQuery query, ChangeFloor.Handler handler) : PersonPage
{
    [BindProperty]
    public ChangeFloor.Input Input { get; set; } = new();

    public FloorRow Floor { get; private set; } = null!;

    /// <summary>Another admin saved something else meanwhile.</summary>
    public bool IsOutrun { get; private set; }

    public string Word => Tenant.FloorWord.ToLowerInvariant();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await query.FindAsync(id, cancellationToken) is not { } floor)
            return NotFound();
        Floor = floor;
        Input = new()
        {
            Name = floor.Name,
            Number = floor.Number.ToString(CultureInfo.InvariantCulture),
            Seen = ChangeFloor.Input.MarkOf(floor.Number, floor.Name)
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await query.FindAsync(id, cancellationToken) is not { } floor)
            return NotFound();
        Floor = floor;
        if (!ModelState.IsValid)
            return Page();
        if (await handler.HandleAsync(id, Input, cancellationToken) is not { } outcome)
            return NotFound();
        if (!outcome.IsDone)
            return Refuse(outcome);
        Toast = $"{outcome.Value.Name} is saved, with number {outcome.Value.Number}.";
        return RedirectToPage("Index");
    }

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Refuse(Outcome<Infrastructure.Tenancy.Floor> outcome)
    {
        outcome.ShowIn(ModelState, nameof(Input));
        if (outcome.Messages.Contains(ChangeFloor.Handler.Changed))
        {
            IsOutrun = true;
            Input.Seen = ChangeFloor.Input.MarkOf(Floor.Number, Floor.Name);
            ModelState.SetModelValue("Input.Seen", Input.Seen, Input.Seen);
        }

        return Page();
    }
}
