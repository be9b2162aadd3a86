using AjsPantry.Features.Menus.Turns;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Menus;

public sealed class AddModel(PantryDb db, TurnsQuery turns, PlanMenu handler) : MenuFormPage(db, turns)
{
    /// <summary>The form for a day, with the room whose turn it is.</summary>
    public async Task OnGetAsync(string? day, string? meal, CancellationToken cancellationToken)
    {
        Input = new() { Date = Iso(Typed.Day(day) ?? Today), Tell = true };
        await OfferAsync(cancellationToken);
        (Input.Meal, Input.Room) = (Meals.Contains(meal ?? "") ? meal : Meals[0], Turn?.RoomId?.ToString());
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
        {
            var outcome = await handler.AddAsync(Floor.Id, Input, cancellationToken);
            outcome.ShowIn(ModelState, nameof(Input));
            if (outcome.IsDone)
            {
                Toast = $"{MenuWords.Meal(outcome.Value.Meal)} of {Day(outcome.Value.Date)} is planned.";
                return ToPage("Index", new { week = Iso(outcome.Value.Date) });
            }
        }

        await OfferAsync(cancellationToken);
        return Page();
    }
}
