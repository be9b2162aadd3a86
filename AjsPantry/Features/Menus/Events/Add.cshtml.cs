using System.Globalization;
using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Menus.Events;

public sealed class AddEventModel(PlanEvent handler) : FloorPage
{
    [BindProperty]
    public EventInput Input { get; set; } = new();

    /// <summary>Heads make events of their floor, admins of a floor or of everybody.</summary>
    public bool MayTellEverybody => Person.May(Permission.ChooseFloor);

    public void OnGet(string? day) => Input.Date = (InputParser.Day(day) ?? Today).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var everybody = Input.For == EventInput.Everybody;
        if (everybody && !MayTellEverybody)
            return Forbid();
        if (!ModelState.IsValid)
            return Page();
        var outcome = await handler.AddAsync(everybody ? null : Floor.Id, Input, cancellationToken);
        outcome.ShowIn(ModelState, nameof(Input));
        if (!outcome.IsDone)
            return Page();
        Toast = $"{outcome.Value.Title} is on the calendar.";
        return ToPage("/Menus/Calendar/Index", new { day = outcome.Value.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) });
    }
}
