using AjsPantry.Features.Feedback.Ideas;
using AjsPantry.Tests.Features.People;

namespace AjsPantry.Tests.Features.Feedback.Ideas;

/// <summary>What comes too late for an idea, and forms that were used before.</summary>
public sealed class IdeaRefusalTests(PeopleApp app) : IClassFixture<PeopleApp>
{
    private const string Address = "/feedback/ideas";

    private const string Used = "This form was already used. Your comment is still below. Send it again.";

    [Theory]
    [InlineData(IdeaState.Planned, "It is planned, so you can no longer edit it. Add a comment instead.")]
    [InlineData(IdeaState.Done, "It is done, so you can no longer edit it. Add a comment instead.")]
    [InlineData(IdeaState.Declined, "It is declined, so you can no longer edit it. Add a comment instead.")]
    public async Task An_idea_that_was_answered_since_the_form_was_opened_is_not_changed(IdeaState state, string sentence)
    {
        var id = await app.IdeaAsync("Answered meanwhile");
        var form = await (await app.SignInAsync(Cast.Member)).GetAsync($"{Address}/{id}/edit");
        Assert.Equal(302, (await app.AnswerAsync(id, state, "Because")).Status);
        var before = await Rows.ReadAsync(app.Database);
        var answer = await form.SubmitAsync(new() { ["Input.Title"] = "Other words" });
        Assert.Contains(sentence, answer.Text, StringComparison.Ordinal);
        Assert.Equal("Other words", answer.Value("Input.Title"));
        Assert.Empty(await before.ChangesAsync());
    }

    [Fact]
    public async Task A_form_of_a_comment_comments_on_one_idea_and_is_one_persons()
    {
        var one = await app.IdeaAsync("Commented on");
        var other = await app.IdeaAsync("Not commented on");
        var tea = await app.SignInAsync(Cast.TeaManager);
        var form = await tea.GetAsync($"{Address}/{one}");
        Assert.Equal(302, (await form.SubmitAsync(new() { ["Input.Text"] = "Yes" }, "form[action*='comment']")).Status);
        var sent = (await app.IdeaAsync(one)).Comments.Single();
        Dictionary<string, string> used = new() { ["Input.Text"] = "Again", ["Input.SubmissionId"] = $"{sent.SubmissionId}" };
        var head = await app.SignInAsync(Cast.Head);
        var before = await Rows.ReadAsync(app.Database);
        foreach (var (visitor, idea) in new[] { (tea, other), (head, one), (head, other) })
        {
            var answer = await visitor.PostAsync($"{Address}/{idea}/comment", used);
            Assert.Contains(Used, answer.Text, StringComparison.Ordinal);
            Assert.Equal("Again", answer.Value("Input.Text"));
        }

        Assert.Empty(await before.ChangesAsync());
        var refused = await tea.PostAsync($"{Address}/{other}/comment", used);
        Assert.Equal(302, (await refused.SubmitAsync([])).Status);
        Assert.Equal("Again", (await app.IdeaAsync(other)).Comments.Single().Text);
    }
}
