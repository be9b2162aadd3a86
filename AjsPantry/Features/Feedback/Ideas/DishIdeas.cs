using AjsPantry.Features.Menus.Dishes;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Feedback.Ideas;

/// <summary>Ideas about dishes, for those who plan and cook them.</summary>
public sealed class DishIdeas(PantryDb db) : IDishIdeas
{
    /// <summary>Who plans wants the best few, not all.</summary>
    private const int Most = 3;

    public Task<List<DishIdea>> TopAsync(Guid floorId, string normalName, CancellationToken cancellationToken) =>
        Top(db.Ideas
            .Where(idea => idea.FloorId == floorId && idea.DishId != null
                && (normalName == "" ? idea.Dish!.ArchivedAt == null : idea.Dish!.NormalName == normalName)))
            .ToListAsync(cancellationToken);

    public Task<List<DishIdea>> TopOfAsync(Guid dishId, Guid? floorId, CancellationToken cancellationToken) =>
        Top(db.Ideas.Where(idea => idea.DishId == dishId && (floorId == null || idea.FloorId == floorId))).ToListAsync(cancellationToken);

    public async Task<IReadOnlyDictionary<Guid, string>> BestAsync(
        Guid floorId, IReadOnlyCollection<Guid>? dishIds, CancellationToken cancellationToken)
    {
        var open = await InOrder(db.Ideas.AsNoTracking()
            .Where(idea => idea.FloorId == floorId && idea.DishId != null
                && (dishIds == null || dishIds.Contains(idea.DishId!.Value))))
            .Select(idea => new { DishId = idea.DishId!.Value, idea.Title }).ToListAsync(cancellationToken);
        return open.DistinctBy(idea => idea.DishId).ToDictionary(idea => idea.DishId, idea => idea.Title);
    }

    public Task<DishIdea?> FindAsync(Guid floorId, Guid id, CancellationToken cancellationToken) =>
        Of(db.Ideas.Where(idea => idea.FloorId == floorId && idea.Id == id && idea.DishId != null))
            .SingleOrDefaultAsync(cancellationToken);

    public async Task MoveAsync(Guid goes, Guid stays, CancellationToken cancellationToken)
    {
        await db.HoldIdeasAboutAsync(goes, cancellationToken);
        foreach (var idea in await db.Ideas.Where(idea => idea.DishId == goes).ToListAsync(cancellationToken))
            idea.DishId = stays;
    }

    private IQueryable<DishIdea> Top(IQueryable<Idea> ideas) => Of(InOrder(ideas).Take(Most));

    /// <summary>The open ones, those with the most votes first.</summary>
    private static IQueryable<Idea> InOrder(IQueryable<Idea> ideas) =>
        ideas.Where(idea => idea.State == IdeaState.Open).OrderByDescending(idea => idea.Votes.Count)
            .ThenByDescending(idea => idea.CreatedAt).ThenByDescending(idea => idea.Id);

    private IQueryable<DishIdea> Of(IQueryable<Idea> ideas)
    {
        var floors = db.Floors;
        return ideas.AsNoTracking().Select(idea =>
            new DishIdea(idea.Id, floors.Where(floor => floor.Id == idea.FloorId).Select(floor => floor.Number).First(), idea.Title,
                idea.Text, idea.Dish!.Name, IdeaWords.Votes(idea.Votes.Count)));
    }
}
