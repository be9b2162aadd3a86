using AjsPantry.Features.Menus.Dishes.Editing;
using AjsPantry.Features.Menus.Dishes.Merging;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.Dishes.Starters;

/// <summary>Puts common dishes into a library. Those that are there stay as they are, so doing it twice adds nothing.</summary>
public sealed class StarterSet(PantryDb db, NamesakesQuery namesakes, TimeProvider clock, Scope scope)
{
    /// <summary>How often the set is looked through again when somebody adds one of its dishes in the same moment.</summary>
    private const int Tries = 5;

    /// <summary>The whole set, each dish with the one of the library that it is, or that it looks like by another spelling.</summary>
    public async Task<IReadOnlyList<StarterView>> CompareAsync(CancellationToken cancellationToken)
    {
        var taken = await db.Dishes.AsNoTracking().Select(dish => new { dish.NormalName, dish.ArchivedAt }).ToListAsync(cancellationToken);
        var archived = taken.GroupBy(dish => dish.NormalName)
            .ToDictionary(dishes => dishes.Key, dishes => dishes.All(dish => dish.ArchivedAt is not null));
        var known = await namesakes.AllAsync(null, cancellationToken);
        return [.. StarterDishes.All.Select(dish => Compare(dish, archived, known))];
    }

    /// <summary>Adds the chosen ones that are missing and look like none that is there.</summary>
    /// <param name="chosen">Their names.</param>
    public async Task<Outcome<StarterResult>> LoadAsync(IReadOnlyCollection<string> chosen, CancellationToken cancellationToken)
    {
        scope.Demand(Permission.PlanMenus);
        if (chosen.Count == 0)
            return new FieldMessage("", "Choose at least one dish.");
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            await using var turn = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.HoldStartersAsync(cancellationToken);
            var missing = (await CompareAsync(cancellationToken))
                .Where(view => view.State == StarterState.Missing && chosen.Contains(view.Dish.Name))
                    .Select(view => AddDish.Make(view.Dish, clock.GetUtcNow())).ToList();
            db.Dishes.AddRange(missing);
            if (!await db.TrySaveAsync(cancellationToken, Dish.NameIndex))
                continue;
            await turn.CommitAsync(cancellationToken);
            return new StarterResult(missing.Count);
        }

        return new FieldMessage("", "Someone else is adding dishes at the moment. Nothing was added. Try again.");
    }

    private static StarterView Compare(DishDraft dish, Dictionary<string, bool> archived, List<Namesake> known)
    {
        var normal = DishName.Normal(dish.Name);
        if (archived.TryGetValue(normal, out var isArchived))
            return new(dish, isArchived ? StarterState.Archived : StarterState.Present, null);
        var alike = known.Find(other => NearName.IsSpelling(other.NormalName, normal));
        return new(dish, alike is null ? StarterState.Missing : StarterState.Alike, alike?.Name);
    }
}

public enum StarterState
{
    Missing,

    /// <summary>The library has a dish of that name.</summary>
    Present,

    /// <summary>The library had one and archived or merged it; it is not put back behind anybody's back.</summary>
    Archived,

    /// <summary>The library has one that differs in spelling only.</summary>
    Alike,
}

/// <param name="Alike">The name of the dish that it looks like.</param>
public sealed record StarterView(DishDraft Dish, StarterState State, string? Alike);

public sealed record StarterResult(int Added);
