using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Menus.Planning;

/// <summary>Past weeks to choose one from; the planner then shows it filled in, and saves nothing by itself.</summary>
public sealed class CopyModel(PastWeeksQuery query) : FloorPage
{
    /// <summary>Any day of the week to plan.</summary>
    [BindProperty(SupportsGet = true, Name = "week")]
    public string? TypedWeek { get; set; }

    public DateOnly Monday { get; private set; }

    public IReadOnlyList<PastWeek> Weeks { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (WeekAddress.Monday(TypedWeek, Today) is not { } monday)
            return NotFound();
        Monday = monday;
        Weeks = await query.ReadAsync(Floor.Id, monday, cancellationToken);
        return Page();
    }

    public string Words(DateOnly monday) => WeekAddress.Words(monday, Today);
}
