using System.Globalization;
using AjsPantry.Features.Menus.Dishes.Editing;
using AjsPantry.Features.Menus.Dishes.Library;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Web.Input;
using Microsoft.AspNetCore.Mvc;

namespace AjsPantry.Features.Menus.Dishes.Recipe;

public sealed class DishModel(DishQuery query, IDishRatings ratings, IDishIdeas ideas) : DishPage(query)
{
    /// <summary>
    /// For how many people the recipe is to be reckoned, as the address says it; empty for as many as it was written for.
    /// </summary>
    [BindProperty(SupportsGet = true)]
    public string? For { get; set; }

    /// <summary>For how many people the recipe is shown.</summary>
    public int People { get; private set; }

    /// <summary>The number in the address is none that a recipe can be reckoned for.</summary>
    public bool IsOdd { get; private set; }

    public IReadOnlyList<DishUse> Uses { get; private set; } = [];

    /// <summary>The rating with the latest photo of it on the own floor.</summary>
    public Guid? Photo { get; private set; }

    /// <summary>What people would do better about it: of the own floor, or of every floor for those who see them all.</summary>
    public IReadOnlyList<DishIdea> Ideas { get; private set; } = [];

    public bool Shares => Person.May(Permission.ShareIdeas);

    /// <summary>Who does it best: on the own floor, or on every floor for those who see them all.</summary>
    public IReadOnlyList<ChampionView> Champions =>
        [.. Dish.Champions.Where(champion => Person.Floor is null || champion.FloorId == Person.Floor.Id)];

    /// <summary>How it was liked as a main dish; null while nobody rated it.</summary>
    public DishInsight? Insight { get; private set; }

    public bool SeesHistory => Person.May(Permission.ViewAudit);

    /// <summary>What to buy, as one would read it out.</summary>
    public string Amount(IngredientDraft row)
    {
        var portion = Portions.For(row.Quantity, row.Unit, Dish.Servings, People);
        return Formats.Quantity(portion.Quantity, portion.Unit);
    }

    /// <summary>Tue 17 Mar, breakfast.</summary>
    public string When(DishUse use) => $"{Day(use.Date)}, {use.Meal}";

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var asked = InputParser.Number(For, 0, Tenant.Culture);
        IsOdd = !string.IsNullOrWhiteSpace(For) && asked is not (>= 1 and <= Portions.MostPeople);
        People = asked is { } people && !IsOdd ? (int)people : Dish.Servings;
        For = IsOdd ? For : People.ToString(CultureInfo.InvariantCulture);
        var floorId = Person.Floor?.Id;
        Uses = await Query.UsesAsync(Id, floorId, cancellationToken);
        Ideas = await ideas.TopOfAsync(Id, floorId, cancellationToken);
        if (floorId is { } own && (await ratings.PhotosAsync(own, [Id], cancellationToken)).TryGetValue(Id, out var photo))
            Photo = photo;
        Insight = (await ratings.OfDishesAsync(floorId, [Id], cancellationToken)).GetValueOrDefault(Id);
    }
}
