using AjsPantry.Features.Menus.Dishes;
using AjsPantry.Features.Shared.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Menus.Meals;

/// <summary>A part of a meal's form that it asks for when another dish is written: what people would like better about that.</summary>
public sealed class IdeasModel(IDishIdeas ideas) : FloorPage
{
    [BindProperty(SupportsGet = true, Name = "Input.Dish")]
    public string? Dish { get; set; }

    /// <summary>The meal that the form changes; empty for a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Meal { get; set; }

    public DishIdeasView Found { get; private set; } = DishIdeasView.None;

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Found = await DishIdeasView.OfAsync(ideas, Floor, Dish, Meal, cancellationToken);
}
