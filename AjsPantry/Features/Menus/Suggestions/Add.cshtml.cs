using System.Globalization;
using AjsPantry.Features.Menus.Dishes;
using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Menus.Suggestions;

public sealed class AddSuggestionModel(OpenDays open, DishChoices dishes, SuggestMeal.Handler handler) : FloorPage
{
    [BindProperty]
    public SuggestMeal.Input Input { get; set; } = new();

    /// <summary>The library's dishes in use by name.</summary>
    public IReadOnlyList<DishChoice> Dishes { get; private set; } = [];

    public async Task OnGetAsync(string? day, CancellationToken cancellationToken)
    {
        var chosen = InputParser.Day(day) is { } asked && asked >= Today ? asked
            : await open.FirstAsync(Floor.Id, Today.AddDays(1), cancellationToken);
        Input = new() { SubmissionId = Guid.NewGuid().ToString(), Date = chosen.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };
        await OfferAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
        {
            var outcome = await handler.HandleAsync(Floor, Input, cancellationToken);
            outcome.ShowIn(ModelState, nameof(Input));
            if (outcome.IsDone)
            {
                Toast = $"{outcome.Value.Dish} is suggested for {Day(outcome.Value.Date)}.";
                return ToPage("Index");
            }
        }

        await OfferAsync(cancellationToken);
        return Page();
    }

    private async Task OfferAsync(CancellationToken cancellationToken) => Dishes = await dishes.ReadAsync(cancellationToken);
}
