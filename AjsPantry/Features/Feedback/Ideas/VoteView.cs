namespace AjsPantry.Features.Feedback.Ideas;

/// <summary>The button by which one votes for an idea.</summary>
/// <param name="From">The address to which a vote without JavaScript leads back.</param>
public sealed record VoteView(IdeaView Idea, string From)
{
    /// <summary>Fruit bowl on Fridays: 14 votes, yours included.</summary>
    public string Label => $"{Idea.Title}: {IdeaWords.Votes(Idea.Votes)}{(Idea.Voted ? ", yours included" : "")}";
}
