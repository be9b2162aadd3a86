using AjsPantry.Features.Shared.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Feedback.Ratings;

/// <summary>The head's answer to what somebody wrote about a meal.</summary>
public sealed class AnsweringModel(RatingsQuery query, AnswerRating.Handler handler) : ThingPage<MealComment>
{
    [BindProperty]
    public AnswerRating.Input Input { get; set; } = new();

    public MealComment Said => Thing;

    protected override Task<MealComment?> ReadAsync(CancellationToken cancellationToken) =>
        query.SaidAsync(Floor.Id, Id, Person.Id, cancellationToken);

    public void OnGet() => Input = new() { Answer = Said.Answer };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return Page();
        if (!await handler.HandleAsync(Floor.Id, Id, Input, cancellationToken))
            return NotFound();
        Toast = "Your answer is saved.";
        return ToPage("Index");
    }
}
