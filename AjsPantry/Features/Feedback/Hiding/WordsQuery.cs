using AjsPantry.Features.Feedback.Ideas;
using AjsPantry.Features.Feedback.Ratings;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Scopes;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Feedback.Hiding;

/// <summary>Words of somebody else that can be hidden.</summary>
public sealed class WordsQuery(PantryDb db, Scope scope)
{
    /// <returns>Null when the floor has no such words of somebody else.</returns>
    public async Task<WordsView?> FindAsync(Guid floorId, Guid id, CancellationToken cancellationToken)
    {
        var me = scope.Actor.Id;
        // Who rated is nobody's to see where names do not show.
        return await Rated(db, floorId, id, me).AsNoTracking()
            .Select(row => new WordsView(
                null, row.Menu!.Dish!.Name, row.ShowsName ? row.Member!.Name : null, row.Comment, row.PhotoAt != null,
                row.HiddenAt, row.HiddenBy!.Name, row.HiddenReason))
            .SingleOrDefaultAsync(cancellationToken)
            ?? await CommentAsync(floorId, id, me, cancellationToken);
    }

    /// <summary>A rating of the floor with somebody else's words or photo.</summary>
    internal static IQueryable<Rating> Rated(PantryDb db, Guid floorId, Guid id, Guid me) => db.Ratings
        .Where(row => row.Id == id && row.Menu!.FloorId == floorId && row.MemberId != me && row.WithdrawnAt == null)
        .Where(row => row.Comment != null || row.PhotoAt != null);

    /// <summary>Somebody else's comment on an idea of the floor.</summary>
    internal static IQueryable<IdeaComment> Commented(PantryDb db, Guid floorId, Guid id, Guid me)
    {
        var ideas = db.Ideas.Where(idea => idea.FloorId == floorId);
        return db.IdeaComments
            .Where(row => row.Id == id && row.AuthorId != me && row.WithdrawnAt == null && ideas.Any(idea => idea.Id == row.IdeaId));
    }

    private Task<WordsView?> CommentAsync(Guid floorId, Guid id, Guid me, CancellationToken cancellationToken)
    {
        var ideas = db.Ideas.Where(idea => idea.FloorId == floorId);
        return Commented(db, floorId, id, me).AsNoTracking()
            .Select(row => new WordsView(
                row.IdeaId, ideas.Where(idea => idea.Id == row.IdeaId).Select(idea => idea.Title).First(),
                row.Author!.Name, row.Text, false,
                row.HiddenAt, row.HiddenBy!.Name, row.HiddenReason))
            .SingleOrDefaultAsync(cancellationToken);
    }
}

/// <param name="IdeaId">The idea of a comment; null for a rating.</param>
/// <param name="About">The dish, or the title of the idea.</param>
/// <param name="Author">Null where names do not show.</param>
public sealed record WordsView(
    Guid? IdeaId, string About, string? Author, string? Text, bool HasPhoto,
    DateTimeOffset? HiddenAt, string? HiddenBy, string? HiddenReason);
