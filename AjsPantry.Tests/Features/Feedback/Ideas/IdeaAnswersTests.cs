using AjsPantry.Features.Feedback.Ideas;
using AjsPantry.Features.Notices;
using AjsPantry.Tests.Features.Notices;
using AjsPantry.Tests.Features.People;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Features.Feedback.Ideas;

/// <summary>What heads answer to ideas, what people say to them, and who sees it.</summary>
public sealed class IdeaAnswersTests(PeopleApp app) : IClassFixture<PeopleApp>
{
    [Fact]
    public async Task What_is_declined_takes_a_word_and_no_more_votes_or_changes()
    {
        var id = await app.IdeaAsync("To decline", Cast.Member, null, Cast.TeaManager);
        Assert.Equal(
            ["Input_Word: Write the reason. Everybody who voted can read it."], (await app.AnswerAsync(id, IdeaState.Declined)).Errors);
        var said = await app.AnswerAsync(id, IdeaState.Declined, "Too dear for us");
        Assert.Equal("It is declined. North Member 1 gets a notification.", (await said.FollowAsync()).Toast);
        var cause =
            (await app.ReadAsync("North",
                db => db.Set<Notice>().Where(notice => notice.SubjectId == id && notice.Step == "answer").ToListAsync()))
                    .Select(notice => (notice.Title, notice.Text)).Order();
        Assert.Equal(
            [("An idea you voted for is declined: To decline", "North Pantry head 1: Too dear for us"),
                ("Your idea is declined: To decline", "North Pantry head 1: Too dear for us")], cause);
        var vote = await (await app.SignInAsync(Cast.TeaManager)).PostAsync($"{IdeaActs.Address}/{id}/vote", new() { ["wanted"] = "no" });
        Assert.Equal("It is declined. Its votes stay as they are.", (await vote.FollowAsync()).Toast);
        Assert.Single((await app.IdeaAsync(id)).Votes);
        Assert.Contains("It is declined, so you can no longer edit it",
            (await (await app.SignInAsync(Cast.Member)).PostAsync(
                $"{IdeaActs.Address}/{id}/edit", new() { ["Input.Title"] = "Again", ["Input.Text"] = "x" })).Text,
                StringComparison.Ordinal);
        var shown = await (await app.SignInAsync(Cast.Member)).GetAsync($"{IdeaActs.Address}?show=declined");
        Assert.Contains("To decline", shown.Text, StringComparison.Ordinal);
        Assert.Contains("Too dear for us", (await app.TrailAsync(id))[^1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_becomes_of_it_may_change_and_each_word_is_told_once()
    {
        var id = await app.IdeaAsync("Comes and goes", Cast.Member, null, Cast.TeaManager);
        await app.AnswerAsync(id, IdeaState.Planned);
        Task<int> ToldAsync() =>
            app.ReadAsync("North", db => db.Set<Notice>().CountAsync(notice => notice.SubjectId == id && notice.Step == "answer"));
        Assert.Equal(2, await ToldAsync());
        await app.AnswerAsync(id, IdeaState.Planned);
        Assert.Equal(2, await ToldAsync());
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await app.AnswerAsync(id, IdeaState.Done, "Since Monday");
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await app.AnswerAsync(id, IdeaState.Open, "The machine broke");
        // What nobody has read yet gives way to what is true now.
        Assert.Equal(2, await ToldAsync());
        var idea = await app.IdeaAsync(id);
        Assert.Equal((IdeaState.Open, "The machine broke"), (idea.State, idea.Answer));
        Assert.Contains(
            "The machine broke", (await (await app.SignInAsync(Cast.Member)).GetAsync($"{IdeaActs.Address}/{id}")).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_heads_at_once_the_first_is_kept_and_the_second_reads_it()
    {
        var id = await app.IdeaAsync("Two heads");
        var other = await app.NewAsync(role: AjsPantry.Infrastructure.Rights.Role.PantryHead, name: "Second head");
        var first = await (await app.SignInAsync(Cast.Head)).GetAsync($"{IdeaActs.Address}/{id}/answer");
        var second = await (await app.SignInAsync(other)).GetAsync($"{IdeaActs.Address}/{id}/answer");
        var answers = await Task.WhenAll(
            first.SubmitAsync(new() { ["Input.State"] = "Planned", ["Input.Word"] = "In May" }),
            second.SubmitAsync(new() { ["Input.State"] = "Declined", ["Input.Word"] = "Never" }));
        Assert.Equal([200, 302], answers.Select(answer => answer.Status).Order());
        var lost = answers.Single(answer => answer.Status == 200);
        Assert.Contains("Someone else changed it in the meantime: it is", lost.Text, StringComparison.Ordinal);
        Assert.Equal(302, (await lost.SubmitAsync([])).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("4")]
    [InlineData("Forgotten")]
    public async Task An_answer_is_one_of_those_offered(string state)
    {
        var id = await app.IdeaAsync("Odd answer");
        Assert.Equal(["Input.State: Choose an answer."],
            [.. (await (await app.SignInAsync(Cast.Head)).PostAsync(
                $"{IdeaActs.Address}/{id}/answer", new() { ["Input.State"] = state })).Errors
                .Select(error => error.Replace("Input_State", "Input.State", StringComparison.Ordinal))]);
    }

    [Fact]
    public async Task People_comment_and_its_author_is_told()
    {
        var id = await app.IdeaAsync("Talked about");
        var page = await (await app.SignInAsync(Cast.TeaManager)).GetAsync($"{IdeaActs.Address}/{id}");
        var form = "form[action*='comment']";
        Assert.Equal(["Input_Text: Write your comment."], (await page.SubmitAsync(new() { ["Input.Text"] = "  " }, form)).Errors);
        Assert.Equal(["Input_Text: Use 500 characters at most."],
            (await page.SubmitAsync(new() { ["Input.Text"] = new string('x', 501) }, form)).Errors);
        foreach (var answer in await Task.WhenAll(page.SubmitAsync(new() { ["Input.Text"] = "Yes\nplease" }, form),
            page.SubmitAsync(new() { ["Input.Text"] = "Yes\nplease" }, form)))
            Assert.True(answer.Status == 302, answer.Text);
        var comment = Assert.Single((await app.IdeaAsync(id)).Comments);
        Assert.Equal("Yes\nplease", comment.Text);
        Assert.Equal([Cast.Member.Number], await app.ToldAsync(id, "comment", $"{comment.SubmissionId}"));
        var read = await (await app.SignInAsync(Cast.Member)).GetAsync($"{IdeaActs.Address}/{id}");
        Assert.Equal([Cast.TeaManager.Name, "Yes\nplease"],
            read.Document.QuerySelectorAll("section[aria-labelledby=comments] .body > :is(b, .lines-kept)")
                .Select(part => part.TextContent));
        var refused = await (await app.SignInAsync(Cast.Head)).PostAsync($"{IdeaActs.Address}/{id}/comment",
            new() { ["Input.Text"] = "Somebody else's form", ["Input.SubmissionId"] = $"{comment.SubmissionId}" });
        Assert.Contains("This form was already used.", refused.Text, StringComparison.Ordinal);
        Assert.Equal(302, (await refused.SubmitAsync([])).Status);
    }

    [Fact]
    public async Task Ideas_are_their_floors_alone_and_admins_look_on()
    {
        var id = await app.IdeaAsync("Behind doors");
        string[] pages = [$"{IdeaActs.Address}/{id}", $"{IdeaActs.Address}/{id}/comment", $"{IdeaActs.Address}/{id}/vote"];
        foreach (var page in pages)
        {
            Assert.StartsWith("/sign-in", (await app.Visit().GetAsync(page)).Location, StringComparison.OrdinalIgnoreCase);
            foreach (var stranger in (Person[])[Cast.OtherFloorMember, Cast.OtherFloorHead, Cast.OtherTenantMember, Cast.OtherTenantHead])
                Assert.Equal(404, (await (await app.SignInAsync(stranger)).GetAsync(page)).Status);
            Assert.Equal(404,
                (await (await app.SignInAsync(Cast.Member))
                    .GetAsync(page.Replace($"{id}", $"{Guid.NewGuid()}", StringComparison.Ordinal))).Status);
        }

        foreach (var (stranger,
            page) in new[] { (Cast.OtherFloorMember, "vote"), (Cast.OtherTenantMember, "vote"), (Cast.OtherFloorHead,
                "answer"), (Cast.OtherFloorMember, "comment"), (Cast.OtherTenantMember, "edit") })
            Assert.Equal(404,
                (await (await app.SignInAsync(stranger)).PostAsync($"{IdeaActs.Address}/{id}/{page}",
                    new() { ["wanted"] = "yes", ["Input.State"] = "Done", ["Input.Text"] = "x", ["Input.Title"] = "x" })).Status);
        Assert.Equal(403, (await (await app.SignInAsync(Cast.Member)).GetAsync($"{IdeaActs.Address}/{id}/answer")).Status);
        var admin = await app.SignInAsync(Cast.Admin);
        var seen = await admin.GetAsync($"{IdeaActs.Address}/{id}?floor=1");
        Assert.Equal(200, seen.Status);
        Assert.Null(seen.Document.QuerySelector("main form"));
        Assert.Equal(404, (await admin.GetAsync($"{IdeaActs.Address}/{id}?floor=2")).Status);
        foreach (var page in (string[])["vote", "comment", "edit"])
            Assert.Equal(403, (await admin.PostAsync($"{IdeaActs.Address}/{id}/{page}?floor=1")).Status);
        Assert.Equal(403, (await admin.GetAsync($"{IdeaActs.Address}/add?floor=1")).Status);
        Assert.Equal(200, (await admin.GetAsync($"{IdeaActs.Address}/{id}/answer?floor=1")).Status);
        Assert.Equal(404, (await admin.GetAsync($"{IdeaActs.Address}?floor=1&show=mine")).Status);
        Assert.Empty((await app.IdeaAsync(id)).Votes);
    }
}
