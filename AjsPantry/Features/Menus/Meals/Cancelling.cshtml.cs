using AjsPantry.Features.Menus.Board;
using AjsPantry.Features.Shared.Forms;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Menus.Meals;

public sealed class CancelMenuModel(WeekQuery query, CancelMenu.Handler handler) : MealPage(query), IReasonForm
{
    [BindProperty]
    public CancelMenu.Input Input { get; set; } = new();

    ReasonInput IReasonForm.Input => Input;

    int IReasonForm.LongestReason => Menus.Menu.LongestReason;

    public IActionResult OnGet() => Menu.CancelledAt is null ? Page() : ToMeal();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return Page();
        if (await handler.HandleAsync(Floor.Id, Id, Input, cancellationToken) is not { } outcome)
            return NotFound();
        outcome.ShowIn(ModelState, nameof(Input));
        if (!outcome.IsDone)
            return Page();
        Toast = "The meal is cancelled. Its day is open again.";
        return ToMeal();
    }
}
