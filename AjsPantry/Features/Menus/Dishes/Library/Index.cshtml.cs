using System.Globalization;
using AjsPantry.Features.Menus.Dishes.Missed;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Menus.Dishes.Library;

public sealed class DishesModel(DishesQuery query, MissedDishesQuery missed) : DishesPage
{
    [BindProperty(SupportsGet = true)]
    public DishFilter Filter { get; set; } = new();

    public DishList List { get; private set; } = null!;

    /// <summary>What the own floor liked and has not had for a while; nothing where the list is narrowed or leafed in.</summary>
    public IReadOnlyList<LikedDish> Missed { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        List = await query.ReadAsync(Filter, Person.Floor?.Id, cancellationToken);
        if (Person.Floor is { } floor && !Filter.IsNarrow && List.Page == 1)
            Missed = await missed.ReadAsync(floor.Id, Today, cancellationToken);
    }

    /// <summary>The same list, another page of it.</summary>
    public Dictionary<string, string> PageRoute(int page)
    {
        var route = new Dictionary<string, string> { ["p"] = page.ToString(CultureInfo.InvariantCulture) };
        foreach (var (name,
            value) in new[] { ("q", Filter.Search), ("category", Filter.OfCategory?.ToString()), ("state",
                Filter.ShowsArchived ? Filter.State : null) })
        {
            if (!string.IsNullOrEmpty(value))
                route[name] = value;
        }

        return route;
    }

    /// <summary>Main dish · 8 ingredients for 30.</summary>
    public static string Line(ListedDish dish) => $"{dish.Category.Words()} · " + dish.Ingredients switch
    {
        0 => dish.HasSummary ? "no ingredients yet" : "no recipe yet",
        1 => $"1 ingredient for {dish.Servings}",
        var count => $"{count} ingredients for {dish.Servings}",
    };
}
