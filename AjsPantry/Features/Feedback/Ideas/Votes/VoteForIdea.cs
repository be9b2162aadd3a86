using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Feedback.Ideas.Votes;

/// <summary>
/// Votes for an idea, or takes the vote back. The form says which of the two is meant, so that a tap sent twice counts once.
/// </summary>
public sealed class VoteForIdea(PantryDb db, Scope scope)
{
    /// <returns>Null when the floor has no such idea.</returns>
    public async Task<Outcome<Idea>?> HandleAsync(Guid floorId, Guid id, bool wanted, CancellationToken cancellationToken)
    {
        scope.Demand(Permission.ShareIdeas);
        var me = scope.Actor.Id;
        await using var held = await db.BeginWithIdeaAsync(id, cancellationToken);
        if (await db.Ideas.AsNoTracking()
            .SingleOrDefaultAsync(idea => idea.FloorId == floorId && idea.Id == id, cancellationToken) is not { } idea)
            return null;
        if (!idea.State.TakesVotes())
            return new FieldMessage("", $"It {idea.State.Is()}. Its votes stay as they are.");
        var vote = await db.IdeaVotes.SingleOrDefaultAsync(vote => vote.IdeaId == id && vote.MemberId == me, cancellationToken);
        if (wanted && vote is null)
            db.IdeaVotes.Add(new IdeaVote { IdeaId = id, MemberId = me, CreatedAt = scope.Now });
        else if (!wanted && vote is not null)
            db.IdeaVotes.Remove(vote);
        await db.SaveChangesAsync(cancellationToken);
        await held.CommitAsync(cancellationToken);
        return idea;
    }
}
