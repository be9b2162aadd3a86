using AjsPantry.Features.Feedback.Ratings;
using AjsPantry.Features.Menus.CookNotices;
using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Rights;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Menus.Board;

/// <summary>A page about one meal of the floor.</summary>
public abstract class MealPage(WeekQuery query) : FloorPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public MenuView Menu { get; private set; } = null!;

    public bool Plans => Person.May(Permission.PlanMenus);

    protected override async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        var found = await query.FindAsync(Floor.Id, Id, Person.Id, cancellationToken);
        Menu = found!;
        return found is not null;
    }

    protected RedirectToPageResult ToMeal() => ToPage("/Menus/Board/Meal", new { Id });
}

public sealed class MealModel(WeekQuery query, CooksQuery cooks, RatingsQuery ratings, MealsQuery meals) : MealPage(query)
{
    /// <summary>Those who cook it and how far the news has come, for whoever plans; empty for everybody else and once it is past.</summary>
    public IReadOnlyList<Cook> Cooks { get; private set; } = [];

    /// <summary>It was eaten lately, by somebody who did not cook it.</summary>
    public bool MayRate => IsRated && !Menu.Mine;

    /// <summary>The person would rate it, had they not cooked it.</summary>
    public bool CookedIt => IsRated && Menu.Mine;

    private bool IsRated => Person.May(Permission.RateMeals) && Menu.Date <= Today && Menu.Date >= Today.AddDays(-RateMeal.DaysOpen);

    /// <summary>The person's own stars; null for none yet.</summary>
    public int? Stars { get; private set; }

    /// <summary>The comments of those who ate it.</summary>
    public IReadOnlyList<MealComment> Said { get; private set; } = [];

    /// <summary>When the floor had the same dish before.</summary>
    public IReadOnlyList<MenuView> Before { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Cooks = Plans && Menu.CancelledAt is null && Menu.Date >= Today ? await cooks.ReadAsync(Floor.Id, Menu, cancellationToken) : [];
        Stars = MayRate ? (await ratings.FindAsync(Floor.Id, Id, Person.Id, cancellationToken))?.Stars : null;
        Before = await meals.BeforeAsync(Floor.Id, Menu, Person.Id, cancellationToken);
        Said = Menu.Score.Count > 0 ? await ratings.OfMealAsync(Id, Person.Id, Person.May(Permission.AnswerIdeas), cancellationToken) : [];
    }
}
