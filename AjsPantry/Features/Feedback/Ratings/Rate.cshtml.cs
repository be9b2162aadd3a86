using System.Globalization;
using AjsPantry.Features.Feedback.Ratings.Photos;
using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Feedback.Ratings;

/// <summary>One's own stars, words and photo for a meal.</summary>
[TooLargeUpload(MealPhotos.MostOfForm)]
public sealed class RateModel(RatingsQuery query, RateMeal.Handler handler) : FloorPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public RateMeal.Input Input { get; set; } = new();

    /// <summary>The page of this site on which the tap was; empty for the ratings.</summary>
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    /// <summary>Where the tap was, if that is a page of this site; null for the ratings.</summary>
    public string? Way => Url.IsLocalUrl(From) && From!.All(char.IsAscii) ? From : null;

    public RateableMeal Meal { get; private set; } = null!;

    public int? Chosen => RateMeal.StarsOf(Input.Stars);

    /// <summary>Whoever rates now shows with their name.</summary>
    public bool ShowsNames { get; private set; }

    public bool IsTooLarge => Request.Query.ContainsKey("toolarge");

    protected override async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        ShowsNames = await query.ShowsNamesAsync(Floor.Id, cancellationToken);
        return (Meal = (await query.FindAsync(Floor.Id, Id, Person.Id, cancellationToken))!) is not null;
    }

    public void OnGet() => Input = new() { Stars = Meal.Stars?.ToString(CultureInfo.InvariantCulture), Comment = Meal.Comment };

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => SaveAsync(keepsComment: false, cancellationToken);

    /// <summary>A tap on the stars of the list; words that are there stay.</summary>
    public Task<IActionResult> OnPostStarsAsync(CancellationToken cancellationToken) => SaveAsync(keepsComment: true, cancellationToken);

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancellationToken)
    {
        Toast = await handler.WithdrawAsync(Floor.Id, Id, cancellationToken) ? "Your rating is withdrawn."
            : "There was no rating to withdraw.";
        return Back();
    }

    private IActionResult Back() => Way is { } way ? LocalRedirect(way) : ToPage("Index");

    private async Task<IActionResult> SaveAsync(bool keepsComment, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return Page();
        if (await handler.HandleAsync(Floor.Id, Id, Input, cancellationToken, keepsComment) is not { } outcome)
            return NotFound();
        outcome.ShowIn(ModelState, nameof(Input));
        if (!outcome.IsDone)
            return Page();
        if (keepsComment && Request.Headers.ContainsKey("HX-Request"))
            return Partial(
                "_RateCard", new RateCard(Id, Meal.Dish, outcome.Value.Stars, From ?? "", await query.ScoreAsync(Id, cancellationToken)));
        Toast = $"{(outcome.Value.Stars == 1 ? "1 star" : $"{outcome.Value.Stars} stars")} for {Meal.Dish}. Thank you.";
        return Back();
    }
}
