using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Menus.CookingTurns.Swaps;

/// <summary>A room's day, and the days of others that it could have instead.</summary>
public sealed class AskCookingSwapModel(CookingSwapsQuery query, CookingSwapCourse course) : FloorPage
{
    [BindProperty]
    public AskCookingSwap.Input Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "day")]
    public string? Typed { get; set; }

    /// <summary>The person's own day; null when they have none to swap.</summary>
    public SwapDay? Gives { get; private set; }

    public IReadOnlyList<SwapDay> Offers { get; private set; } = [];

    /// <summary>A day that is named must be the person's own. Whoever names none looks at their next.</summary>
    protected override async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        var day = InputParser.Day(Typed);
        var first = MealHours.FirstToCome(Tenant, Tenant.Now(Clock));
        if (Typed is null)
            Gives = await query.NextOwnAsync(Floor.Id, Person.Id, first, cancellationToken);
        else if (day is { } named)
            Gives = await query.OwnAsync(Floor.Id, named, Person.Id, first, cancellationToken);
        if (Gives is not null)
            Offers = await query.OffersAsync(Floor.Id, Gives, first, cancellationToken);
        return Gives is not null || Typed is null;
    }

    /// <summary>A question that waits is shown, with the way to take it back.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        Gives is not null && await query.AskedAsync(Floor.Id, Gives, cancellationToken) is { } id ? ToPage("Swap", new { id }) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || Gives is null)
            return Page();
        if (await course.AskAsync(Floor.Id, Gives.Date, Input, cancellationToken) is not { } outcome)
            return NotFound();
        outcome.ShowIn(ModelState, nameof(Input));
        if (!outcome.IsDone)
            return Page();
        Toast =
            $"{Offers.First(offer => offer.RoomId == outcome.Value.TakesRoomId).Room} is asked. You get a notification with the answer.";
        return ToPage("/Menus/CookingTurns/Index");
    }
}
