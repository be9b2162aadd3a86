using AjsPantry.Features.Notices;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Feedback.Ideas;

/// <summary>
/// Tells people of ideas, within the unit of work that makes the news. The callers save. Who has left the floor is not told: its ideas are
/// no longer theirs to see.
/// </summary>
public sealed class IdeaNotice(PantryDb db, Notify notify)
{
    /// <summary>
    /// To its author and to those who voted for it: what becomes of it. An earlier answer that nobody has read yet is taken back.
    /// </summary>
    public async Task AnsweredAsync(Idea idea, string by, CancellationToken cancellationToken)
    {
        await notify.WithdrawAsync(idea.Id, "answer", cancellationToken);
        var votes = db.IdeaVotes.Where(vote => vote.IdeaId == idea.Id);
        var people = await OfFloor(idea).Where(member => member.Id == idea.AuthorId || votes.Any(vote => vote.MemberId == member.Id))
            .Select(member => member.Id).ToListAsync(cancellationToken);
        var about = new Subject(idea.Id, "answer", $"{idea.AnsweredAt!.Value.Ticks}");
        var text = idea.Answer is { } word ? $"{by}: {word}" : $"Answered by {by}.";
        var path = Path(idea);
        await notify.TellAsync(new(NoticeKind.Idea, about, $"Your idea {idea.State.Is()}: {idea.Title}", text, path),
            [.. people.Where(id => id == idea.AuthorId)], cancellationToken);
        // What is hidden is no longer theirs to see.
        if (idea.State == IdeaState.Hidden)
            return;
        await notify.TellAsync(new(NoticeKind.Idea, about, $"An idea you voted for {idea.State.Is()}: {idea.Title}", text, path),
            [.. people.Where(id => id != idea.AuthorId)], cancellationToken);
    }

    /// <summary>To its author: somebody says something to it.</summary>
    public async Task CommentedAsync(Idea idea, IdeaComment comment, string by, CancellationToken cancellationToken)
    {
        var author = await OfFloor(idea).Where(member => member.Id == idea.AuthorId).Select(member => member.Id)
            .ToListAsync(cancellationToken);
        await notify.TellAsync(
            new(NoticeKind.Idea, About(idea.Id, comment), $"{by} commented on your idea: {idea.Title}", comment.Text, Path(idea)), author,
            cancellationToken);
    }

    /// <summary>News of a comment is news of its idea, and is taken back together with all other.</summary>
    internal static Subject About(Guid ideaId, IdeaComment comment) => new(ideaId, "comment", $"{comment.SubmissionId}");

    private IQueryable<Infrastructure.Identity.Member> OfFloor(Idea idea) => db.Members.Where(member => member.FloorId == idea.FloorId);

    private static string Path(Idea idea) => $"/feedback/ideas/{idea.Id}";
}
