using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Feedback.Ratings;

/// <summary>The meals to rate, and the comments of the floor.</summary>
public sealed class RatingsModel(RatingsQuery query) : FloorPage
{
    [BindProperty(SupportsGet = true)]
    public string? P { get; set; }

    public IReadOnlyList<RateableMeal> Waiting { get; private set; } = [];

    public PageOf<MealComment> List { get; private set; } = null!;

    /// <summary>Whoever rates now shows with their name.</summary>
    public bool ShowsNames { get; private set; }

    public bool Answers => Person.May(Permission.AnswerIdeas);

    public bool Rates => Person.May(Permission.RateMeals);

    public string Answer => (Rates, Waiting.Count) switch
    {
        (false, _) => $"How people on {Floor.Name} like the meals",
        (_, 0) => "You have rated all your meals",
        (_, 1) => $"How was the {Waiting[0].Dish}?",
        // No count: a tap rates without a new page.
        _ => "How were your last meals?",
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Paging.Number(P) is not { } page)
            return NotFound();
        if (Rates)
        {
            var now = TimeOnly.FromDateTime(Tenant.Now(Clock).DateTime);
            Waiting = await query.WaitingAsync(Floor.Id, Person.Id, Tenant, Today, now, cancellationToken);
        }

        ShowsNames = await query.ShowsNamesAsync(Floor.Id, cancellationToken);
        List = await query.ListAsync(Floor.Id, Person.Id, page, Answers, cancellationToken);
        return Page();
    }
}
