using AjsPantry.Features.Shared.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Administration.Floors;

public sealed class FloorsModel(FloorsQuery query, ArchiveFloor archive) : PersonPage
{
    public IReadOnlyList<FloorRow> InUse { get; private set; } = [];

    public IReadOnlyList<FloorRow> Archived { get; private set; } = [];

    /// <summary>What people here call a floor, in the middle of a sentence.</summary>
    public string Word => Tenant.FloorWord.ToLowerInvariant();

    public string Answer =>
        InUse.Count == 1 ? $"One {Word} in use" : $"{InUse.Count} in use, {InUse.Sum(floor => floor.People)} people on them";

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var floors = await query.ListAsync(cancellationToken);
        InUse = [.. floors.Where(floor => !floor.IsArchived)];
        Archived = [.. floors.Where(floor => floor.IsArchived)];
    }

    public async Task<IActionResult> OnPostBringBackAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await archive.BringBackAsync(id, cancellationToken) is not { } outcome)
            return NotFound();
        Toast = outcome.IsDone ? $"{outcome.Value.Name} is in use again." : outcome.Messages[0].Text;
        return RedirectToPage();
    }
}
