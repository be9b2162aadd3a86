using AjsPantry.Features.Feedback.Ideas;
using AjsPantry.Features.Feedback.Ratings;
using AjsPantry.Features.Feedback.Ratings.Photos;
using AjsPantry.Features.Shared;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Feedback;

/// <summary>What a person rated, proposed and said.</summary>
public sealed class FeedbackPersonalData(PantryDb db) : IPersonalData
{
    public int Place => 2;

    public async Task<IReadOnlyList<PersonalSection>> ReadAsync(Guid memberId, CancellationToken cancellationToken) =>
    [
        new("Ratings", await RatingsAsync(memberId, cancellationToken)),
        new("Ideas", await IdeasAsync(memberId, cancellationToken)),
        new("VotesForIdeas", await VotesForIdeasAsync(memberId, cancellationToken)),
        new("Comments", await CommentsAsync(memberId, cancellationToken)),
    ];

    private async Task<object?> RatingsAsync(Guid memberId, CancellationToken cancellationToken)
    {
        var photos = db.RatingPhotos;
        return await db.Ratings.Where(rating => rating.MemberId == memberId).OrderBy(rating => rating.Menu!.Date)
            .Select(rating => new
            {
                rating.Menu!.Date,
                rating.Menu.Dish!.Name,
                rating.Stars,
                rating.Comment,
                rating.Answer,
                rating.WithdrawnAt,
                rating.HiddenAt,
                rating.HiddenReason,
                Photo = photos.Where(photo => photo.RatingId == rating.Id).Select(photo => photo.Bytes).FirstOrDefault()
            }).ToListAsync(cancellationToken);
    }

    private async Task<object?> IdeasAsync(Guid memberId, CancellationToken cancellationToken) =>
        await db.Ideas.Where(idea => idea.AuthorId == memberId).OrderBy(idea => idea.CreatedAt)
            .Select(idea => new
            {
                idea.Title,
                idea.Text,
                About = idea.Dish!.Name,
                State = idea.State.ToString(),
                idea.Answer,
                idea.CreatedAt
            }).ToListAsync(cancellationToken);

    private async Task<object?> VotesForIdeasAsync(Guid memberId, CancellationToken cancellationToken) =>
        await db.Ideas.Where(idea => idea.Votes.Any(vote => vote.MemberId == memberId)).OrderBy(idea => idea.CreatedAt)
            .Select(idea => new
            {
                idea.Title,
                VotedAt = idea.Votes.Where(vote => vote.MemberId == memberId).Select(vote => vote.CreatedAt).First()
            }).ToListAsync(cancellationToken);

    private async Task<object?> CommentsAsync(Guid memberId, CancellationToken cancellationToken) =>
        await db.IdeaComments.Where(comment => comment.AuthorId == memberId).OrderBy(comment => comment.CreatedAt)
            .Select(comment => new { comment.Text, comment.CreatedAt, comment.WithdrawnAt, comment.HiddenAt, comment.HiddenReason })
                .ToListAsync(cancellationToken);
}
