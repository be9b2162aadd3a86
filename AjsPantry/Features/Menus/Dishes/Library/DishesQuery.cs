using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.Dishes.Library;

/// <summary>The dishes of the tenant, a page at a time, by name.</summary>
public sealed class DishesQuery(PantryDb db, IDishRatings ratings)
{
    public const int PageSize = 20;

    /// <param name="floorId">The floor whose photos show; null for none.</param>
    public async Task<DishList> ReadAsync(DishFilter filter, Guid? floorId, CancellationToken cancellationToken)
    {
        var dishes = Narrow(db.Dishes, filter);
        var total = await dishes.CountAsync(cancellationToken);
        var page = Math.Clamp(filter.Page, 1, Math.Max(1, (total + PageSize - 1) / PageSize));
        var list = await dishes.AsNoTracking().OrderBy(dish => dish.NormalName).ThenBy(dish => dish.Id).Skip((page - 1) * PageSize)
            .Take(PageSize)
            .Select(dish => new ListedDish(
                dish.Id, dish.Name, dish.Category, dish.Servings, dish.Ingredients.Count, dish.Summary != null, dish.ArchivedAt != null,
                dish.MergedIntoId != null))
            .ToListAsync(cancellationToken);
        if (floorId is not { } own)
            return new(list, page, total);
        var photos = await ratings.PhotosAsync(own, [.. list.Select(dish => dish.Id)], cancellationToken);
        return new([.. list.Select(dish => photos.TryGetValue(dish.Id, out var photo) ? dish with { Photo = photo } : dish)], page, total);
    }

    /// <summary>Every word of the search must stand in the name; what can be a side is a side, whatever else it can be.</summary>
    private static IQueryable<Dish> Narrow(IQueryable<Dish> dishes, DishFilter filter)
    {
        dishes = filter.ShowsArchived ? dishes.Where(dish => dish.ArchivedAt != null) : dishes.Where(dish => dish.ArchivedAt == null);
        if (filter.OfCategory is { } category)
            dishes = dishes.Where(dish => dish.Category == category || dish.Category == DishCategory.Both);
        foreach (var word in filter.Words)
        {
            var pattern = LikePattern.Containing(word);
            dishes = dishes.Where(dish => EF.Functions.Like(dish.NormalName, pattern, LikePattern.Escape));
        }

        return dishes;
    }
}

/// <summary>What the list of dishes is narrowed to, as the address says it. What cannot be read narrows nothing.</summary>
public sealed record DishFilter
{
    private const int LongestSearch = 100;
    private const int MostWords = 8;

    public string? Q { get; set; }

    public string? Category { get; set; }

    /// <summary>"archived" for those no longer in use.</summary>
    public string? State { get; set; }

    /// <summary>From 1.</summary>
    public string? P { get; set; }

    public string Search => InputParser.Text(InputParser.Cut(InputParser.Text(Q), LongestSearch));

    /// <summary>The words to look for, as names are compared.</summary>
    public IEnumerable<string> Words => DishName.Normal(Search).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords);

    public DishCategory? OfCategory =>
        Enum.TryParse<DishCategory>(Category, ignoreCase: true, out var category) && Enum.IsDefined(category) ? category : null;

    public bool ShowsArchived => State == "archived";

    public int Page => int.TryParse(P, out var page) && page > 0 ? page : 1;

    public bool IsNarrow => Search != "" || OfCategory is not null || ShowsArchived;
}

/// <param name="Page">The page shown, from 1; the last one when the address asked for more.</param>
/// <param name="Total">All that match.</param>
public sealed record DishList(IReadOnlyList<ListedDish> Dishes, int Page, int Total)
{
    public int First => ((Page - 1) * DishesQuery.PageSize) + 1;

    public int Last => First + Dishes.Count - 1;
}

public sealed record ListedDish(Guid Id, string Name, DishCategory Category, int Servings, int Ingredients, bool HasSummary,
    bool IsArchived, bool IsMerged)
{
    /// <summary>The rating with its latest photo on the floor whose photos show.</summary>
    public Guid? Photo { get; init; }
}
