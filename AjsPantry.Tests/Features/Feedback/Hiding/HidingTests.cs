using AjsPantry.Features.Feedback.Ideas;
using AjsPantry.Features.Feedback.Ratings;
using AjsPantry.Tests.Features.Feedback.Ideas;
using AjsPantry.Tests.Features.Feedback.Ratings;
using AjsPantry.Tests.Features.Notices;
using AjsPantry.Tests.Features.People;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Features.Feedback.Hiding;

/// <summary>Words that a head hides, and words that their author withdraws.</summary>
public sealed class HidingTests(PeopleApp app) : IClassFixture<PeopleApp>
{
    private Task<Visitor> Head => app.SignInAsync(Cast.Head);

    private Task<Visitor> Author => app.SignInAsync(Cast.Member);

    private Task<Visitor> Other => app.SignInAsync(Cast.TeaManager);

    [Fact]
    public async Task A_head_hides_the_words_and_photo_of_a_rating_and_shows_them_again()
    {
        var id = await app.WordsAsync("Rude words");
        await app.PhotoAsync(id);
        var page = await (await Head).GetAsync($"/feedback/words/{id}/hide");
        Assert.Contains("Rude words", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Cast.Member.Name, page.Text, StringComparison.Ordinal);
        Assert.Equal(["Input_Reason: Write the reason. The author can read it."], (await page.SubmitAsync([])).Errors);
        foreach (var _ in Enumerable.Range(0, 2))
            Assert.Equal("Hidden. The author gets a notification with your reason.",
                (await (await page.SubmitAsync(new() { ["Input.Reason"] = "Not kind" })).FollowAsync()).Toast);
        Assert.Equal([Cast.Member.Number], await app.ToldAsync(id, "hidden"));
        Assert.Equal("Not kind", (await app.TrailAsync(id))[^1].Reason);
        Assert.DoesNotContain("Rude words", (await (await Other).GetAsync("/feedback")).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await (await Other).GetAsync($"/feedback/photos/{id}")).Status);
        foreach (var visitor in new[] { await Author, await Head })
        {
            Assert.Contains($"Hidden by {Cast.Head.Name}: Not kind", (await visitor.GetAsync("/feedback")).Text, StringComparison.Ordinal);
            Assert.Equal(200, (await visitor.GetAsync($"/feedback/photos/{id}")).Status);
        }

        // The meal's page keeps the same promise.
        var meal = await app.ReadAsync(
            "North", db => db.Ratings.Where(rating => rating.Id == id).Select(rating => rating.MenuId).SingleAsync());
        Assert.Contains("Not kind", (await (await Author).GetAsync($"/menus/{meal}")).Text, StringComparison.Ordinal);
        Assert.Contains("Not kind", (await (await Head).GetAsync($"/menus/{meal}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Rude words", (await (await Other).GetAsync($"/menus/{meal}")).Text, StringComparison.Ordinal);
        var export = await (await (await Author).GetAsync("/account/export")).Content
            .ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Not kind", export, StringComparison.Ordinal);
        page = await (await Head).GetAsync($"/feedback/words/{id}/hide");
        Assert.Equal("This comment is hidden", page.Answer);
        Assert.Equal(302, (await page.SubmitAsync([], "form[action*=Show]")).Status);
        Assert.Contains("Rude words", (await (await Other).GetAsync("/feedback")).Text, StringComparison.Ordinal);
        // It is at hand on the meal's page too, for those who may.
        Assert.NotNull((await (await Head).GetAsync($"/menus/{meal}")).Document.QuerySelector($"a[href='/feedback/words/{id}/hide']"));
        Assert.Null((await (await Other).GetAsync($"/menus/{meal}")).Document.QuerySelector("a[href$='/hide']"));
    }

    [Fact]
    public async Task A_hidden_comment_on_an_idea_is_its_authors_and_the_heads_to_read()
    {
        var id = await app.IdeaAsync("Commented rudely", Cast.TeaManager);
        await CommentAsync(id, "Silly idea");
        var comment = await CommentOfAsync(id);
        var page = await (await Head).GetAsync($"/feedback/words/{comment.Id}/hide");
        Assert.Equal(302, (await page.SubmitAsync(new() { ["Input.Reason"] = "Not kind" })).Status);
        var read = await (await Other).GetAsync($"/feedback/ideas/{id}");
        Assert.DoesNotContain("Silly idea", read.Text, StringComparison.Ordinal);
        Assert.Contains("No comments yet", read.Text, StringComparison.Ordinal);
        Assert.Contains("Not kind", (await (await Author).GetAsync($"/feedback/ideas/{id}")).Text, StringComparison.Ordinal);
        Assert.Contains("Silly idea", (await (await Head).GetAsync($"/feedback/ideas/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_words_of_others_on_the_own_floor_are_hidden()
    {
        var own = await app.IdeaAsync("Own words", Cast.TeaManager);
        await (await Head).PostAsync(
            $"/feedback/ideas/{own}/comment", new() { ["Input.Text"] = "My own", ["Input.SubmissionId"] = $"{Guid.NewGuid()}" });
        Assert.Equal(404, (await (await Head).GetAsync($"/feedback/words/{(await CommentOfAsync(own)).Id}/hide")).Status);
        var id = await app.WordsAsync();
        Assert.Equal(403, (await (await Author).GetAsync($"/feedback/words/{id}/hide")).Status);
        Assert.Equal(404, (await (await app.SignInAsync(Cast.OtherFloorHead)).GetAsync($"/feedback/words/{id}/hide")).Status);
    }

    [Fact]
    public async Task A_hidden_idea_is_its_authors_and_the_heads_to_read()
    {
        var id = await app.IdeaAsync("Hidden idea", Cast.Member, null, Cast.TeaManager);
        Assert.Equal(
            ["Input_Word: Write the reason. Everybody who voted can read it."], (await app.AnswerAsync(id, IdeaState.Hidden)).Errors);
        Assert.Equal(302, (await app.AnswerAsync(id, IdeaState.Hidden, "About a person")).Status);
        Assert.Equal([Cast.Member.Number], await app.ToldAsync(id, "answer"));
        Assert.Equal(404, (await (await Other).GetAsync($"/feedback/ideas/{id}")).Status);
        Assert.DoesNotContain("Hidden idea", (await (await Other).GetAsync("/search?q=hidden")).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await (await Other).GetAsync("/feedback/ideas?show=hidden")).Status);
        Assert.Contains("Hidden idea", (await (await Head).GetAsync("/feedback/ideas?show=hidden")).Text, StringComparison.Ordinal);
        Assert.Contains("About a person", (await (await Author).GetAsync($"/feedback/ideas/{id}")).Text, StringComparison.Ordinal);
        Assert.Equal(302, (await app.AnswerAsync(id, IdeaState.Open)).Status);
        Assert.Equal(200, (await (await Other).GetAsync($"/feedback/ideas/{id}")).Status);
    }

    [Fact]
    public async Task An_author_withdraws_an_own_idea()
    {
        var id = await app.IdeaAsync("Withdrawn idea", Cast.Member, null, Cast.TeaManager);
        Assert.Equal(403, (await (await Other).PostAsync($"/feedback/ideas/{id}?handler=Withdraw", [])).Status);
        var page = await (await Author).GetAsync($"/feedback/ideas/{id}");
        var answer = await page.SubmitAsync([], "form[action$='handler=Withdraw']");
        Assert.Equal("Your idea is withdrawn.", (await answer.FollowAsync()).Toast);
        foreach (var visitor in new[] { await Other, await Head })
            Assert.Equal(404, (await visitor.GetAsync($"/feedback/ideas/{id}")).Status);
        Assert.Contains("Withdrawn idea", (await (await Author).GetAsync("/feedback/ideas?show=mine")).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await (await Head).PostAsync($"/feedback/ideas/{id}/answer", new() { ["Input.State"] = "Planned" })).Status);
    }

    [Fact]
    public async Task What_is_done_or_declined_is_not_withdrawn_any_more()
    {
        var id = await app.IdeaAsync("Done idea");
        var page = await (await Author).GetAsync($"/feedback/ideas/{id}");
        await app.AnswerAsync(id, IdeaState.Done);
        var answer = await page.SubmitAsync([], "form[action$='handler=Withdraw']");
        Assert.Equal("It is done, so you can no longer withdraw it.", (await answer.FollowAsync()).Toast);
        Assert.Equal(IdeaState.Done, (await app.IdeaAsync(id)).State);
    }

    [Fact]
    public async Task An_author_withdraws_an_own_comment()
    {
        var id = await app.IdeaAsync("Commented", Cast.TeaManager);
        await CommentAsync(id, "On second thought");
        var comment = await CommentOfAsync(id);
        Assert.Equal(403,
            (await (await Other).PostAsync(
                $"/feedback/ideas/{id}?handler=WithdrawComment", new() { ["comment"] = $"{comment.Id}" })).Status);
        var page = await (await Author).GetAsync($"/feedback/ideas/{id}");
        Assert.Equal(
            "Your comment is withdrawn.", (await (await page.SubmitAsync([], "form[action*=WithdrawComment]")).FollowAsync()).Toast);
        Assert.DoesNotContain("On second thought", (await (await Other).GetAsync($"/feedback/ideas/{id}")).Text, StringComparison.Ordinal);
        Assert.NotNull((await CommentOfAsync(id)).WithdrawnAt);
    }

    private async Task CommentAsync(Guid id, string words)
    {
        var page = await (await Author).GetAsync($"/feedback/ideas/{id}");
        Assert.Equal(302, (await page.SubmitAsync(new() { ["Input.Text"] = words }, $"form[action*='{id}/comment']")).Status);
    }

    private Task<IdeaComment> CommentOfAsync(Guid id) =>
        app.ReadAsync("North", db => db.IdeaComments.AsNoTracking().SingleAsync(comment => comment.IdeaId == id));
}
