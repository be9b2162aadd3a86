using AjsPantry.Tests.Features.Menus;
using AjsPantry.Tests.Features.Notices;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Features.Feedback.Ratings;

/// <summary>The head's answers, and whether names show. The floor's choice is one row, so each test of it has a floor of its own.</summary>
public sealed class AnswerRatingTests(PantryApp app) : IClassFixture<PantryApp>
{
    private Task<Visitor> Head => app.SignInAsync(Cast.Head);

    [Fact]
    public async Task A_head_answers_what_somebody_wrote_and_does_not_learn_who()
    {
        var id = await app.WordsAsync("Too salty for me");
        var page = await (await Head).GetAsync($"/feedback/answers/{id}");
        Assert.DoesNotContain(Cast.Member.Name, page.Text, StringComparison.Ordinal);
        Assert.Equal(["Input_Answer: Write an answer."], (await page.SubmitAsync([])).Errors);
        Assert.Equal(["Input_Answer: That is 301 characters. Use 300 at most."],
            (await page.SubmitAsync(new() { ["Input.Answer"] = new string('x', 301) })).Errors);
        foreach (var _ in Enumerable.Range(0, 2))
            Assert.Equal(302, (await page.SubmitAsync(new() { ["Input.Answer"] = "Less salt from now on" })).Status);
        Assert.Equal([Cast.Member.Number], await app.ToldAsync(id, "answer"));
        Assert.Contains(
            "Less salt from now on", (await (await app.SignInAsync(Cast.TeaManager)).GetAsync("/feedback")).Text, StringComparison.Ordinal);
        Assert.Equal(302, (await page.SubmitAsync(new() { ["Input.Answer"] = "A little less salt" })).Status);
        Assert.Equal("A little less salt",
            await app.ReadAsync("North",
                db => db.Set<AjsPantry.Features.Feedback.Ratings.Rating>().Where(rating => rating.Id == id).Select(rating => rating.Answer)
                    .SingleAsync()));
    }

    [Fact]
    public async Task New_words_are_not_answered_by_an_old_answer()
    {
        var meal = await app.PlanAsync(TestClock.Today.AddDays(-1), "Answered meal");
        var id = await app.SayAsync(meal, Cast.TeaManager, 2, "Cold");
        await (await Head).PostAsync($"/feedback/answers/{id}", new() { ["Input.Answer"] = "Sorry" });
        await (await app.SignInAsync(Cast.TeaManager)).PostAsync(
            $"/feedback/{meal}", new() { ["Input.Stars"] = "4", ["Input.Comment"] = "Warm after all" });
        Assert.Null(
            await app.ReadAsync("North",
                db => db.Set<AjsPantry.Features.Feedback.Ratings.Rating>().Where(rating => rating.Id == id).Select(rating => rating.Answer)
                    .SingleAsync()));
    }

    [Fact]
    public async Task Answers_are_the_heads_of_the_floor()
    {
        var id = await app.WordsAsync();
        var silent = await app.SayAsync(await app.PlanAsync(new DateOnly(2023, 5, 5), "Silent stars"), Cast.Member, 5);
        var address = $"/feedback/answers/{id}";
        Assert.Equal(302, (await app.Visit().GetAsync(address)).Status);
        Assert.Equal(403, (await (await app.SignInAsync(Cast.Member)).PostAsync(address, new() { ["Input.Answer"] = "Mine" })).Status);
        Assert.Equal(
            404, (await (await app.SignInAsync(Cast.OtherTenantHead)).PostAsync(address, new() { ["Input.Answer"] = "Mine" })).Status);
        Assert.Equal(404, (await (await app.SignInAsync(Cast.Admin)).GetAsync(address + "?floor=2")).Status);
        foreach (var other in (Guid[])[silent, Guid.NewGuid()])
            Assert.Equal(404, (await (await Head).GetAsync($"/feedback/answers/{other}")).Status);
    }

    [Fact]
    public async Task Names_show_from_the_day_on_that_the_floor_wants_them_and_never_before()
    {
        var before = await app.PlanAsync(TestClock.Today.AddDays(-2), "Unnamed meal");
        var after = await app.PlanAsync(TestClock.Today.AddDays(-3), "Named meal");
        var member = await app.SignInAsync(Cast.Member);
        var head = await Head;
        Assert.Contains("Comments do not show your name.",
            (await member.GetAsync($"/feedback/{before}")).Text + (await member.GetAsync("/feedback")).Text, StringComparison.Ordinal);
        await member.PostAsync($"/feedback/{before}", new() { ["Input.Stars"] = "2", ["Input.Comment"] = "Unnamed word" });
        foreach (var _ in Enumerable.Range(0, 2))
            Assert.Equal(
                302, (await (await head.GetAsync("/feedback/settings")).SubmitAsync(new() { ["Input.ShowsNames"] = "true" })).Status);
        Assert.Contains("Comments show your name.", (await member.GetAsync("/feedback")).Text, StringComparison.Ordinal);
        await member.PostAsync($"/feedback/{after}", new() { ["Input.Stars"] = "5", ["Input.Comment"] = "Named word" });
        var rows = (await head.GetAsync("/feedback")).Document.QuerySelectorAll(".item").Select(item => item.TextContent).ToList();
        Assert.Contains(
            Cast.Member.Name, rows.Single(row => row.Contains("Named word", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.DoesNotContain(
            Cast.Member.Name, rows.Single(row => row.Contains("Unnamed word", StringComparison.Ordinal)), StringComparison.Ordinal);
        await (await head.GetAsync("/feedback/settings")).SubmitAsync(new() { ["Input.ShowsNames"] = "false" });
        Assert.Equal(403, (await member.GetAsync("/feedback/settings")).Status);
        Assert.Equal(302, (await app.Visit().GetAsync("/feedback/settings")).Status);
    }
}
