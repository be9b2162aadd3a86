using AjsPantry.Features.Feedback.Ideas;
using AjsPantry.Features.Feedback.Ideas.Comments;
using AjsPantry.Features.Feedback.Ideas.Votes;

namespace AjsPantry.Features.Platform.Demo;

/// <summary>On a floor: ideas in every state, voted for and talked about; one of them about a dish of its menus.</summary>
internal sealed class DemoIdeas(DemoStage stage, DemoFloor floor)
{
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        DemoMember[] others = [floor.TeaManager, floor.Member];
        var takeaway = await PostAsync(floor.TeaManager, -50, "Order dinner in on Saturdays", "Nobody wants to cook on Saturday evening.",
            [], cancellationToken);
        await AnswerAsync(takeaway, -49, IdeaState.Declined, "It costs as much as three days of shopping.", cancellationToken);
        var labels = await PostAsync(floor.Member, -40, "Labels on the spice tins", "Jeera and saunf look the same at six in the morning.",
            [floor.Head], cancellationToken);
        await AnswerAsync(labels, -39, IdeaState.Done, "Written on Sunday.", cancellationToken);
        var kettle = await PostAsync(floor.TeaManager, -20, "A second kettle for the morning",
            "At half past six three of us wait for one kettle.", others, cancellationToken);
        await AnswerAsync(kettle, -19, IdeaState.Planned, "With the next budget.", cancellationToken);
        var fruit = await PostAsync(floor.TeaManager, -9, "Fruit bowl on Fridays",
            "The market has cheap bananas and oranges every Friday morning. One bowl on the table would do.", floor.People,
            cancellationToken);
        await CommentAsync(fruit, floor.Member, -9, "I can bring them on my way from the bus.", cancellationToken);
        await PostAsync(floor.Member, -6, "Less oil, please", "It is good, but half the oil would do. Many leave some of it.", others,
            cancellationToken, DemoMenus.FirstDish);
    }

    private async Task<Idea> PostAsync(
        DemoMember author, int day, string title, string text, IEnumerable<DemoMember> voters, CancellationToken cancellationToken,
        string? dish = null)
    {
        var input = new IdeaInput { SubmissionId = Guid.CreateVersion7(), Title = title, Text = text, Dish = dish };
        var idea = await stage.DoAsync(author, stage.At(day, 10), input,
            (PostIdea ideas) => ideas.HandleAsync(floor.Id, input, cancellationToken));
        foreach (var voter in voters)
            await stage.ChangeAsync(voter, stage.At(day, 12), null,
                (VoteForIdea votes) => votes.HandleAsync(floor.Id, idea.Id, true, cancellationToken));
        return idea;
    }

    private Task<IdeaComment> CommentAsync(Idea idea, DemoMember author, int day, string text, CancellationToken cancellationToken)
    {
        var input = new CommentOnIdea.Input { SubmissionId = Guid.CreateVersion7(), Text = text };
        return stage.ChangeAsync(author, stage.At(day, 15), input,
            (CommentOnIdea.Handler comments) => comments.HandleAsync(floor.Id, idea.Id, input, cancellationToken));
    }

    private Task<Idea> AnswerAsync(Idea idea, int day, IdeaState state, string word, CancellationToken cancellationToken)
    {
        var input = new AnswerIdea.Input { State = state.ToString(), Word = word, Version = idea.Version };
        return stage.ChangeAsync(floor.Head, stage.At(day, 10), input,
            (AnswerIdea.Handler ideas) => ideas.HandleAsync(floor.Id, idea.Id, input, cancellationToken));
    }
}
