using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Web;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.Dishes.Library;

/// <summary>The dishes of the tenant, a page at a time, by name.</summary>
public sealed class DishesQuery(PantryDb db, IDishRatings ratings)
{
    /// <param name="floorId">The floor whose photos show; null for none.</param>
    public async Task<DishList> ReadAsync(DishFilter filter, int page, Guid? floorId, CancellationToken cancellationToken)
    {
        var dishes = Narrow(db.Dishes, filter);
        var numbers = PageNumbers.Of(page, await dishes.CountAsync(cancellationToken));
        var list = await numbers.Cut(dishes.AsNoTracking().OrderBy(dish => dish.NormalName).ThenBy(dish => dish.Id))
            .Select(dish => new ListedDish(
                dish.Id, dish.Name, dish.Category, dish.Servings, dish.Ingredients.Count, dish.Summary != null, dish.ArchivedAt != null,
                dish.MergedIntoId != null))
            .ToListAsync(cancellationToken);
        if (floorId is not { } own)
            return new(list, numbers);
        var photos = await ratings.PhotosAsync(own, [.. list.Select(dish => dish.Id)], cancellationToken);
        return new([.. list.Select(dish => photos.TryGetValue(dish.Id, out var photo) ? dish with { Photo = photo } : dish)], numbers);
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

/// <summary>What the list of dishes is narrowed to, as the address says it.</summary>
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

    /// <summary>The filter as it goes into an address, for links to other pages.</summary>
    public Dictionary<string, string?> Values => new()
    {
        ["q"] = Search == "" ? null : Search,
        ["category"] = OfCategory?.ToString(),
        ["state"] = ShowsArchived ? State : null,
    };

    public bool ShowsArchived => State == "archived";

    /// <summary>There are such dishes to choose.</summary>
    public bool CanBeMeant => (string.IsNullOrEmpty(Category) || OfCategory is not null) && (string.IsNullOrEmpty(State) || ShowsArchived);

    public bool IsNarrow => Search != "" || OfCategory is not null || ShowsArchived;
}

public sealed record DishList(IReadOnlyList<ListedDish> Dishes, PageNumbers Numbers);

public sealed record ListedDish(Guid Id, string Name, DishCategory Category, int Servings, int Ingredients, bool HasSummary,
    bool IsArchived, bool IsMerged)
{
    /// <summary>The rating with its latest photo on the floor whose photos show.</summary>
    public Guid? Photo { get; init; }
}
