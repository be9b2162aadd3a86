using AjsPantry.Features.Menus.Dishes.Missed;
using AjsPantry.Infrastructure.Web;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Menus.Dishes.Library;

public sealed class DishesModel(DishesQuery query, MissedDishesQuery missed) : DishesPage
{
    [BindProperty(SupportsGet = true)]
    public DishFilter Filter { get; set; } = new();

    public DishList List { get; private set; } = null!;

    /// <summary>What the own floor liked and has not had for a while; nothing where the list is narrowed or leafed in.</summary>
    public IReadOnlyList<LikedDish> Missed { get; private set; } = [];

    public PageLinks Pages => new("/Menus/Dishes/Library/Index", List.Numbers.Number, List.Numbers.HasMore, Filter.Values)
    { Names = PageLinks.ByPlace, Words = List.Numbers.Words };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Paging.Number(Filter.P) is not { } page || !Filter.CanBeMeant)
            return NotFound();
        List = await query.ReadAsync(Filter, page, Person.Floor?.Id, cancellationToken);
        if (Person.Floor is { } floor && !Filter.IsNarrow && List.Numbers.Number == 1)
            Missed = await missed.ReadAsync(floor.Id, Today, cancellationToken);
        return Page();
    }

    /// <summary>Main dish · 8 ingredients for 30.</summary>
    public static string Line(ListedDish dish) => $"{dish.Category.Words()} · " + dish.Ingredients switch
    {
        0 => dish.HasSummary ? "no ingredients yet" : "no recipe yet",
        1 => $"1 ingredient for {dish.Servings}",
        var count => $"{count} ingredients for {dish.Servings}",
    };
}
