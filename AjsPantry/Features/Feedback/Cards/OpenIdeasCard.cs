using AjsPantry.Features.Feedback.Ideas;
using AjsPantry.Features.Shared.Homes;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.Rights;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Feedback.Cards;

/// <summary>The ideas with the most votes, to vote on.</summary>
public sealed class OpenIdeasCard(PantryDb db) : IHomeCard
{
    private const int Most = 2;

    private static readonly HomeQuery<OpenIdea> Ideas = new((db, floorId, memberId, today) => db.Set<Idea>().AsNoTracking()
        .Where(idea => idea.FloorId == floorId && idea.State == IdeaState.Open)
        .OrderByDescending(idea => idea.Votes.Count).ThenByDescending(idea => idea.CreatedAt).Take(Most)
        .Select(idea => new OpenIdea(
            idea.Id, idea.Title, idea.Author!.Name == "" ? idea.Author.Number : idea.Author.Name, idea.Votes.Count,
            idea.Votes.Any(vote => vote.MemberId == memberId))));

    public async Task ReadAsync(Home home, CancellationToken cancellationToken)
    {
        if (!home.Person.May(Permission.ShareIdeas))
            return;
        var ideas = await Ideas.AskAsync(db, home, cancellationToken);
        if (ideas.Count > 0)
            home.Cards.Add(new OpenIdeas(ideas));
    }
}

public sealed record OpenIdeas(IReadOnlyList<OpenIdea> Ideas) : HomeCard(HomePlace.Ideas, "/Features/Feedback/Cards/_OpenIdeas.cshtml");

/// <param name="IsMine">The person who looks voted for it.</param>
public sealed record OpenIdea(Guid Id, string Title, string Author, int Votes, bool IsMine);
