using AjsPantry.Features.Menus.CookNotices;
using AjsPantry.Features.Shared.Pages;
using AjsPantry.Infrastructure.Rights;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Menus.Board;

/// <summary>A page about one meal of the floor.</summary>
public abstract class MealPage(WeekQuery query) : ThingPage<MenuView>
{
    public MenuView Menu => Thing;

    public bool Plans => Person.May(Permission.PlanMenus);

    protected override Task<MenuView?> ReadAsync(CancellationToken cancellationToken) =>
        query.FindAsync(Floor.Id, Id, Person.Id, cancellationToken);

    protected RedirectToPageResult ToMeal() => ToPage("/Menus/Board/Meal", new { Id });
}

public sealed class MealModel(WeekQuery query, CooksQuery cooks, IMealFeedback feedback, MealsQuery meals) : MealPage(query)
{
    /// <summary>Those who cook it and how far the news has come, for whoever plans; empty for everybody else and once it is past.</summary>
    public IReadOnlyList<Cook> Cooks { get; private set; } = [];

    /// <summary>It was eaten lately, by somebody who did not cook it.</summary>
    public bool MayRate => IsRated && !Menu.Mine;

    /// <summary>The person would rate it, had they not cooked it.</summary>
    public bool CookedIt => IsRated && Menu.Mine;

    private bool IsRated => Person.May(Permission.RateMeals) && feedback.IsOpen(Menu.Date, Today);

    /// <summary>Where the person rates it; null where they may not.</summary>
    public MealPart? Rating { get; private set; }

    /// <summary>What those who ate it said; null for nothing.</summary>
    public MealPart? Said { get; private set; }

    /// <summary>Who cooks it, in a sentence.</summary>
    public string CookWords => Menu switch
    {
        { Mine: true, CancelledAt: null } when IAmAway =>
            Menu.MemberId is null ? $"Your {Tenant.Room} cooks it, and you are away." : "You are to cook it, and you are away.",
        { Mine: true, CancelledAt: null } when Menu.Date >= Today => CookedIt ? "You cook it, so others rate it." : "You cook it.",
        { CancelledAt: null } when CookedIt => "You cooked it, so others rate it.",
        { Cook: null } => "Nobody cooks it yet.",
        _ => Menu.Date < Today ? $"{Menu.Cook} cooked it." : $"{Menu.Cook} cooks it.",
    };

    /// <summary>When the floor had the same dish before.</summary>
    public IReadOnlyList<MenuView> Before { get; private set; } = [];

    /// <summary>The person is to cook it, and is away that day.</summary>
    public bool IAmAway { get; private set; }

    /// <summary>It has a cook, and nobody of them is there that day.</summary>
    public bool NobodyIsThere { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        if (Menu.Cook is not null && Menu.CancelledAt is null && Menu.Date >= Today)
        {
            var asked = await meals.CooksAsync(Menu, cancellationToken);
            IAmAway = asked.Exists(cook => cook.MemberId == Person.Id && cook.IsAway);
            NobodyIsThere = asked.TrueForAll(cook => cook.IsAway);
        }

        Cooks = Plans && Menu.CancelledAt is null && Menu.Date >= Today ? await cooks.ReadAsync(Floor.Id, Menu, cancellationToken) : [];
        Rating = MayRate ? await feedback.AskAsync(Menu, Person, cancellationToken) : null;
        Before = await meals.BeforeAsync(Floor.Id, Menu, Today, Person.Id, cancellationToken);
        Said = await feedback.SaidAsync(Menu, Person, cancellationToken);
    }
}
