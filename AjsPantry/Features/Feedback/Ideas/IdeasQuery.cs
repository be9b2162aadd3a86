using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using AjsPantry.Infrastructure.Scopes;
using AjsPantry.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Feedback.Ideas;

/// <summary>The ideas of a floor, as the signed-in person sees them.</summary>
public sealed class IdeasQuery(PantryDb db, Scope scope)
{
    /// <summary>How many ideas the floor has in each state that has any.</summary>
    public Task<Dictionary<IdeaState, int>> CountsAsync(Guid floorId, CancellationToken cancellationToken) =>
        Seen(floorId).GroupBy(idea => idea.State).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(row => row.Key, row => row.Count, cancellationToken);

    /// <summary>By votes, then the newest.</summary>
    /// <param name="state">Null for the person's own ideas, whatever became of them.</param>
    /// <param name="page">From 1.</param>
    public Task<PageOf<IdeaView>> PageAsync(Guid floorId, IdeaState? state, int page, CancellationToken cancellationToken)
    {
        var me = scope.Actor.Id;
        return Views(Seen(floorId).Where(idea => state == null ? idea.AuthorId == me : idea.State == state)
            .OrderByDescending(idea => idea.Votes.Count).ThenByDescending(idea => idea.CreatedAt).ThenByDescending(idea => idea.Id))
                .PageAsync(page, cancellationToken);
    }

    /// <returns>Null when the floor has no such idea.</returns>
    public Task<IdeaView?> FindAsync(Guid floorId, Guid id, CancellationToken cancellationToken) =>
        Views(Seen(floorId).Where(idea => idea.Id == id)).SingleOrDefaultAsync(cancellationToken);

    /// <summary>What people say to an idea, the latest first.</summary>
    /// <param name="page">From 1.</param>
    public Task<PageOf<CommentView>> CommentsAsync(Guid ideaId, int page, CancellationToken cancellationToken)
    {
        var me = scope.Actor.Id;
        var seesHidden = SeesHidden;
        return db.IdeaComments.AsNoTracking()
            .Where(comment => comment.IdeaId == ideaId && comment.WithdrawnAt == null
                && (comment.HiddenAt == null || comment.AuthorId == me || seesHidden)).OrderByDescending(comment => comment.CreatedAt)
                    .ThenByDescending(comment => comment.Id)
            .Select(comment =>
                new CommentView(comment.Id, comment.Author!.Name == "" ? comment.Author.Number : comment.Author.Name, comment.Text,
                    comment.CreatedAt, comment.AuthorId == me, comment.HiddenReason, comment.HiddenBy!.Name))
                        .PageAsync(page, cancellationToken);
    }

    /// <summary>Those who answer ideas also see what is hidden, and authors see their own whatever became of it.</summary>
    private bool SeesHidden => scope.Actor.May(Permission.AnswerIdeas);

    private IQueryable<Idea> Seen(Guid floorId)
    {
        var me = scope.Actor.Id;
        var seesHidden = SeesHidden;
        return db.Ideas.Where(idea => idea.FloorId == floorId
            && (idea.AuthorId == me || (idea.State != IdeaState.Withdrawn && (idea.State != IdeaState.Hidden || seesHidden))));
    }

    private IQueryable<IdeaView> Views(IQueryable<Idea> ideas)
    {
        var me = scope.Actor.Id;
        return ideas.AsNoTracking().Select(idea => new IdeaView(
            idea.Id, idea.Title, idea.Text, idea.AuthorId == me, idea.Author!.Name == "" ? idea.Author.Number : idea.Author.Name,
            idea.DishId, idea.Dish!.Name, idea.State,
            idea.Answer, idea.AnsweredBy!.Name, idea.AnsweredAt, idea.CreatedAt, idea.Votes.Count,
            idea.Votes.Count(vote => vote.MemberId != idea.AuthorId),
            idea.Votes.Any(vote => vote.MemberId == me),
            idea.Comments.Count(comment => comment.WithdrawnAt == null && comment.HiddenAt == null), idea.Version));
    }
}

/// <param name="Mine">The person who looks had it.</param>
/// <param name="Dish">The name of the dish it is about; null when it is about none.</param>
/// <param name="OthersVotes">Votes but its author's.</param>
/// <param name="Voted">The person who looks voted for it.</param>
public sealed record IdeaView(
    Guid Id, string Title, string Text, bool Mine, string Author, Guid? DishId, string? Dish, IdeaState State,
    string? Answer, string? AnsweredBy, DateTimeOffset? AnsweredAt, DateTimeOffset CreatedAt, int Votes, int OthersVotes, bool Voted,
    int Comments, uint Version)
{
    /// <summary>Others voted for what they read, so it stays as it is from then on.</summary>
    public bool MayBeChanged => Mine && State == IdeaState.Open && OthersVotes == 0;

    public bool MayBeWithdrawn => Mine && State.TakesVotes();

    /// <summary>Everybody of the floor reads it.</summary>
    public bool IsShown => State is not (IdeaState.Hidden or IdeaState.Withdrawn);
}

/// <param name="HiddenReason">Why everybody else does not read it; null while they do.</param>
public sealed record CommentView(Guid Id, string Author, string Text, DateTimeOffset At, bool Mine, string? HiddenReason, string? HiddenBy);
