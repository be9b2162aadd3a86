using System.Globalization;
using AjsPantry.Features.Menus.Board;
using AjsPantry.Features.Menus.Dishes;
using AjsPantry.Features.Menus.Dishes.Missed;
using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Menus.Planner;

/// <summary>The planner: the open meals of one, two or four weeks in one form, perhaps filled from a past week.</summary>
public sealed class PlannerModel(WeekQuery weeks, PlanOfferQuery offers, PlanWeek.Handler handler) : FloorPage
{
    /// <summary>How many weeks can be planned at once.</summary>
    public static readonly IReadOnlyList<int> Spans = [1, 2, 4];

    /// <summary>The first day to plan; today when there is none.</summary>
    [BindProperty(SupportsGet = true, Name = "week")]
    public string? TypedWeek { get; set; }

    [BindProperty(SupportsGet = true, Name = "weeks")]
    public string? TypedSpan { get; set; }

    /// <summary>The first day of the past week to copy; empty when nothing is copied.</summary>
    [BindProperty(SupportsGet = true, Name = "from")]
    public string? TypedFrom { get; set; }

    [BindProperty]
    public PlanWeek.Input Input { get; set; } = new();

    public Week Week { get; private set; } = null!;

    public PlanOffer Offer { get; private set; } = null!;

    /// <summary>The hint at a name that no dish has.</summary>
    public const string NewDish = "A new dish. It is added to the dishes when you save.";

    /// <summary>How many dishes a hint names at which a room is best.</summary>
    private const int MostBest = 3;

    /// <summary>What the floor liked and has not had for a while.</summary>
    public IReadOnlyList<LikedDish> Missed =>
        MissedDishes.Of(Offer.Dishes.Select(dish => new LikedDish(null, dish.Name, dish.Last, dish.Next, dish.Score)), Today);

    /// <summary>The weeks that are planned; 0 when the address names a number of them that is not offered.</summary>
    public int Span => string.IsNullOrEmpty(TypedSpan) ? Spans[0]
        : Spans.FirstOrDefault(span => TypedSpan == span.ToString(CultureInfo.InvariantCulture));

    /// <summary>The first day of the week that is copied.</summary>
    public DateOnly? From => string.IsNullOrEmpty(TypedFrom) ? null : WeekAddress.First(TypedFrom, Today);

    /// <summary>The days to show: what is past is not planned any more.</summary>
    public IEnumerable<WeekDay> Days => Week.Days.Where(day => day.Date >= Today);

    public bool IsReturned => HttpMethods.IsPost(Request.Method);

    /// <summary>Where a slot stands in the form; -1 for one that is not planned here.</summary>
    public int RowOf(WeekDay day, MealSlot slot) =>
        Input.Rows.FindIndex(row => InputParser.Day(row.Date) == day.Date && row.Meal == slot.Meal);

    /// <summary>Its best: Veg frankie. Empty where nobody named anything.</summary>
    public string BestOf(Guid? roomId)
    {
        var best = Offer.Dishes.Where(dish => dish.Champions.Any(champion => champion.Id == roomId)).Take(MostBest)
            .Select(dish => dish.Name).ToList();
        return best.Count == 0 ? "" : $"Best at {string.Join(", ", best)}.";
    }

    /// <summary>What the floor remembers of a dish, by its name as typed.</summary>
    public string Past(string? dish) =>
        DishName.Normal(dish) is not { Length: > 0 } name ? ""
        : Offer.Dishes.FirstOrDefault(known => known.NormalName == name) is { } past ? past.Words(Day)
        : NewDish;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken))
            return NotFound();
        // Whoever names no days wants to plan: these are planned, so the next ones.
        if (string.IsNullOrEmpty(TypedWeek) && From is null && Week.OpenFrom(Today).Count == 0)
            return ToPage("Index",
                new { week = Week.First.AddDays(Week.Days.Count).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), weeks = TypedSpan });
        Input.Tell = true;
        PlanForm.Complete(Input.Rows, Days, Week.First, Offer.Copied);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
        {
            var outcome = await handler.HandleAsync(Floor, Input, cancellationToken);
            outcome.ShowIn(ModelState, nameof(Input));
            if (outcome.IsDone)
            {
                var meals = outcome.Value.Meals;
                var planned = meals.Count == 1 ? $"{MenuWords.Meal(meals[0].Meal)} of {Day(meals[0].Date)} is planned."
                    : $"{meals.Count} meals are planned.";
                Toast = planned + MenuWords.Added(outcome.Value.NewDishes);
                // The board as the planner showed it, or the later seven days in which the first of the meals lies.
                var shown = WeekAddress.Holding(meals.Min(meal => meal.Date), WeekAddress.First(TypedWeek, Today) ?? Today);
                return ToPage("/Menus/Board/Index", new { week = shown.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) });
            }
        }

        return await ShowAgainAsync(cancellationToken);
    }

    /// <summary>Only without JavaScript: a suggestion into its row, nothing saved.</summary>
    /// <param name="take">The row and the suggestion, such as 3:0190a000-….</param>
    public async Task<IActionResult> OnPostTakeAsync(string? take, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        if (!await ReadAsync(cancellationToken))
            return NotFound();
        if (take?.Split(':') is [var typed, var id] && int.TryParse(typed, CultureInfo.InvariantCulture, out var index) && index >= 0
            && index < Input.Rows.Count
            && Week.Days.SelectMany(day => day.Wishes).FirstOrDefault(wish => wish.Id.ToString() == id) is { } wish)
        {
            Input.Rows[index].Dish = wish.Dish;
            Input.Rows[index].Side = wish.Side;
        }
        PlanForm.Complete(Input.Rows, Days, Week.First, []);
        return Page();
    }

    /// <summary>Only without JavaScript: a dish that was missed into the first row that has none, nothing saved.</summary>
    public async Task<IActionResult> OnPostProposeAsync(string? propose, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        if (!await ReadAsync(cancellationToken))
            return NotFound();
        PlanForm.Complete(Input.Rows, Days, Week.First, []);
        if (Missed.FirstOrDefault(dish => dish.Name == propose) is { } missed
            && Input.Rows.Find(row => row.Replaces is null && string.IsNullOrWhiteSpace(row.Dish)) is { } free)
            free.Dish = missed.Name;
        return Page();
    }

    private async Task<IActionResult> ShowAgainAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken))
            return NotFound();
        PlanForm.Complete(Input.Rows, Days, Week.First, []);
        return Page();
    }

    private async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        if (WeekAddress.First(TypedWeek, Today) is not { } first || Span == 0 || (From is null && !string.IsNullOrEmpty(TypedFrom)))
            return false;
        Week = await weeks.ReadAsync(Floor, Tenant.MealsOfTheDay, first, Today, Person.Id, cancellationToken, Span);
        Offer = await offers.ReadAsync(Floor.Id, Today, From, cancellationToken);
        return true;
    }
}
