using AjsPantry.Features.Shared.Pages;
using AjsPantry.Features.Shared.Swaps;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Menus.CookingTurns.Swaps;

/// <summary>What one room asked another, and how it ended. Everybody of the floor may read it; only the two rooms act.</summary>
public sealed class CookingSwapModel(CookingSwapsQuery query, CookingSwapCourse course) : ThingPage<CookingSwapView>
{
    [BindProperty]
    public AnswerSwap.Input Input { get; set; } = new();

    public CookingSwapView Swap => Thing;

    public string Answer => Swap.State switch
    {
        SwapState.Accepted => "The days are swapped",
        SwapState.Declined => $"{Swap.TakesRoom} keeps its day",
        SwapState.Withdrawn => $"{Swap.GivesRoom} withdrew the swap",
        SwapState.Lapsed => "The swap has expired",
        _ when Swap.MayAnswer => $"{Swap.GivesRoom} asks to swap with you",
        _ when Swap.MayWithdraw => $"{Swap.TakesRoom} has not answered yet",
        _ => $"{Swap.GivesRoom} asks {Swap.TakesRoom} to swap",
    };

    /// <summary>The meals of one of the days are over.</summary>
    public bool IsLate =>
        (Swap.GivesDate < Swap.TakesDate ? Swap.GivesDate : Swap.TakesDate) < MealHours.FirstToCome(Tenant, Tenant.Now(Clock));

    protected override Task<CookingSwapView?> ReadAsync(CancellationToken cancellationToken) =>
        query.FindAsync(Floor.Id, Id, Person.Id, cancellationToken);

    public void OnGet()
    {
    }

    public Task<IActionResult> OnPostAcceptAsync(CancellationToken cancellationToken) =>
        EndAsync("The days are swapped. Both sides get a notification.", () => course.AcceptAsync(Floor.Id, Id, Input, cancellationToken),
            cancellationToken);

    public Task<IActionResult> OnPostDeclineAsync(CancellationToken cancellationToken) =>
        EndAsync("Declined. You keep your day.", () => course.DeclineAsync(Floor.Id, Id, Input, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancellationToken) =>
        EndAsync("The swap is withdrawn.", () => course.WithdrawAsync(Floor.Id, Id, cancellationToken), cancellationToken);

    /// <summary>
    /// A floor's people know of the swap, so whoever is not of the rooms is forbidden to answer, not told that it is missing.
    /// </summary>
    private async Task<IActionResult> EndAsync(string done, Func<Task<Outcome<TurnSwap>?>> act, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return Page();
        if (await act() is not { } outcome)
            return Forbid();
        outcome.ShowIn(ModelState, nameof(Input));
        if (!outcome.IsDone)
        {
            await FindAsync(cancellationToken);
            return Page();
        }

        Toast = done;
        return ToPage("/Menus/CookingTurns/Index");
    }
}
