using AjsPantry.Features.Menus.Board;
using AjsPantry.Features.Shared.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Menus.Planner;

/// <summary>Past weeks to choose one from; the planner then shows it filled in, and saves nothing by itself.</summary>
public sealed class CopyModel(PastWeeksQuery query) : FloorPage
{
    /// <summary>The first day to plan; today when there is none.</summary>
    [BindProperty(SupportsGet = true, Name = "week")]
    public string? TypedWeek { get; set; }

    /// <summary>The first of the days to fill.</summary>
    public DateOnly First { get; private set; }

    public IReadOnlyList<PastWeek> Weeks { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (WeekAddress.First(TypedWeek, Today) is not { } first)
            return NotFound();
        First = first;
        Weeks = await query.ReadAsync(Floor.Id, first, cancellationToken);
        return Page();
    }

    public string Words(DateOnly first) => WeekAddress.Words(first, Today);
}
