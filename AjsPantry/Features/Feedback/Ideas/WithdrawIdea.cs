using AjsPantry.Features.Notices;
using AjsPantry.Infrastructure.Locks;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Feedback.Ideas;

/// <summary>An author withdraws an own idea or comment. The row stays, and only the author still sees the idea.</summary>
public sealed class WithdrawIdea(PantryDb db, Notify notify, Scope scope)
{
    /// <returns>Null when the floor has no such idea of the person's. One that is withdrawn already stays as it is.</returns>
    public async Task<Outcome<Idea>?> IdeaAsync(Guid floorId, Guid id, CancellationToken cancellationToken)
    {
        scope.Demand(Permission.ViewFeedback);
        var me = scope.Actor.Id;
        await using var held = await db.BeginWithIdeaAsync(id, cancellationToken);
        var own = db.Ideas.Where(idea => idea.FloorId == floorId && idea.Id == id && idea.AuthorId == me);
        if (await own.SingleOrDefaultAsync(cancellationToken) is not { } idea)
            return null;
        if (idea.State == IdeaState.Withdrawn)
            return idea;
        if (!idea.State.TakesVotes())
            return new FieldMessage("", $"It {idea.State.Is()}, so you can no longer withdraw it.");
        idea.State = IdeaState.Withdrawn;
        // Nobody opens a page that is no longer theirs to see.
        await notify.WithdrawAsync(id, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await held.CommitAsync(cancellationToken);
        return idea;
    }

    /// <returns>False when the idea has no such comment of the person's.</returns>
    public async Task<bool> CommentAsync(Guid floorId, Guid ideaId, Guid id, CancellationToken cancellationToken)
    {
        scope.Demand(Permission.ViewFeedback);
        var me = scope.Actor.Id;
        var ideas = db.Ideas.Where(idea => idea.FloorId == floorId && idea.Id == ideaId);
        var own = db.IdeaComments.Where(comment => comment.Id == id && comment.IdeaId == ideaId && comment.AuthorId == me && ideas.Any());
        if (await own.SingleOrDefaultAsync(cancellationToken) is not { } comment)
            return false;
        comment.WithdrawnAt ??= scope.Now;
        await notify.WithdrawAsync(IdeaNotice.About(ideaId, comment), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}
