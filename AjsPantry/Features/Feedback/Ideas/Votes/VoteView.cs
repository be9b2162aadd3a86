namespace AjsPantry.Features.Feedback.Ideas.Votes;

/// <summary>The button by which one votes for an idea.</summary>
/// <param name="From">The address to which a vote without JavaScript leads back.</param>
public sealed record VoteView(Guid Id, string Title, int Votes, bool Voted, string From)
{
    public VoteView(IdeaView idea, string from)
        : this(idea.Id, idea.Title, idea.Votes, idea.Voted, from)
    {
    }

    /// <summary>Fruit bowl on Fridays: 14 votes, yours included.</summary>
    public string Label => $"{Title}: {IdeaWords.Votes(Votes)}{(Voted ? ", yours included" : "")}";
}
