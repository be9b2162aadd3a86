using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Feedback.Ideas;

/// <summary>What people would do better about dishes, for those who plan and cook them.</summary>
public sealed class DishIdeas(PantryDb db)
{
    /// <summary>Who plans wants the best few, not all.</summary>
    public const int Most = 3;

    /// <summary>
    /// The open ideas with the most votes about a dish of the given name, in its compared form; about any dish when the name is empty.
    /// </summary>
    public Task<List<DishIdea>> TopAsync(Guid floorId, string normalName, CancellationToken cancellationToken) =>
        Top(db.Ideas
            .Where(idea => idea.FloorId == floorId && idea.DishId != null
                && (normalName == "" ? idea.Dish!.ArchivedAt == null : idea.Dish!.NormalName == normalName))).AsNoTracking()
                    .ToListAsync(cancellationToken);

    /// <returns>Null when the floor has no such idea about a dish.</returns>
    public Task<DishIdea?> FindAsync(Guid floorId, Guid id, CancellationToken cancellationToken) =>
        Of(db.Ideas.AsNoTracking().Where(idea => idea.FloorId == floorId && idea.Id == id && idea.DishId != null))
            .SingleOrDefaultAsync(cancellationToken);

    /// <summary>The open ones with the most votes; a part of queries.</summary>
    public IQueryable<DishIdea> Top(IQueryable<Idea> ideas) =>
        Of(ideas.Where(idea => idea.State == IdeaState.Open).OrderByDescending(idea => idea.Votes.Count)
            .ThenByDescending(idea => idea.CreatedAt).ThenByDescending(idea => idea.Id).Take(Most));

    private IQueryable<DishIdea> Of(IQueryable<Idea> ideas)
    {
        var floors = db.Floors;
        return ideas.Select(idea =>
            new DishIdea(idea.Id, floors.Where(floor => floor.Id == idea.FloorId).Select(floor => floor.Number).First(), idea.Title,
                idea.Text, idea.Dish!.Name, idea.Votes.Count));
    }

    /// <summary>The notes of a meal with the idea below them. Notes that have it already stay as they are.</summary>
    /// <param name="most">How many characters notes may have.</param>
    /// <returns>Null when there is no room for it.</returns>
    public static string? Noted(string? notes, string text, int most)
    {
        var present = (notes ?? "").ReplaceLineEndings("\n");
        var line = text.ReplaceLineEndings("\n");
        if (present.Contains(line, StringComparison.Ordinal))
            return notes;
        var noted = string.IsNullOrWhiteSpace(present) ? line : $"{present.TrimEnd()}\n{line}";
        return noted.Length <= most ? noted : null;
    }
}

/// <summary>An idea about a dish.</summary>
/// <param name="Floor">The number of the floor that has it.</param>
public sealed record DishIdea(Guid Id, int Floor, string Title, string Text, string Dish, int Votes)
{
    /// <summary>As it stands in the notes of a meal.</summary>
    public string Words => $"{Title}: {Text}";
}
