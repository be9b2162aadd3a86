using AjsPantry.Features.Menus.Suggestions;
using AjsPantry.Tests.Features.People;
using AjsPantry.Tests.Features.TeaTasks;
using AjsPantry.Tests.Infrastructure.Identity;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Features.Menus.Suggestions;

/// <summary>How much can be suggested, and what becomes of what nobody answers.</summary>
public sealed class SuggestionLimitsTests(PeopleApp app) : IClassFixture<PeopleApp>
{
    private Task<Visitor> Head => app.SignInAsync(Cast.Head);

    [Fact]
    public async Task A_person_suggests_twice_a_week_whatever_became_of_it_and_freely_in_another()
    {
        var person = await app.NewAsync();
        Assert.Equal(302, (await app.SuggestAsync(person, "2026-04-20", "Week one")).Status);
        Assert.Equal(302,
            (await (await (await Head).GetAsync($"/menus/suggestions/{await app.IdAsync("Week one")}/decline"))
                .SubmitAsync(new() { ["Input.Answer"] = "No" })).Status);
        Assert.Equal(302, (await app.SuggestAsync(person, "2026-04-26", "Week two")).Status);
        Assert.StartsWith("Input_Date: You already have 2 suggestions in that week",
            Assert.Single((await app.SuggestAsync(person, "2026-04-22", "Week three")).Errors), StringComparison.Ordinal);
        Assert.Equal(302, (await app.SuggestAsync(person, "2026-04-27", "Next week")).Status);
        Assert.Equal(302, (await app.SuggestAsync(person, "2026-04-19", "Week before")).Status);
    }

    [Fact]
    public async Task A_day_takes_two_even_when_many_ask_at_once()
    {
        var people = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => app.NewAsync()));
        var pages = new List<WebPage>();
        foreach (var person in people)
            pages.Add(await (await app.SignInAsync(person)).GetAsync("/menus/suggestions/add?day=2026-05-06"));
        var answers = await Task.WhenAll(pages.Select((page, number) => page.SubmitAsync(new() { ["Input.Dish"] = $"Rush {number}" })));
        Assert.Equal(2, answers.Count(answer => answer.Status == 302));
        Assert.All(answers.Where(answer => answer.Status == 200),
            answer => Assert.Equal(["Input_Date: That day already has 2 suggestions. Choose another day."], answer.Errors));
    }

    [Fact]
    public async Task A_form_sent_twice_suggests_once()
    {
        var person = await app.NewAsync();
        var other = await app.NewAsync();
        var page = await (await app.SignInAsync(person)).GetAsync("/menus/suggestions/add?day=2026-05-11");
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => page.SubmitAsync(new() { ["Input.Dish"] = "Sent twice" }))),
            answer => Assert.Equal(302, answer.Status));
        Assert.Equal(1, await app.ReadAsync("North", db => db.Set<MealSuggestion>().CountAsync(wish => wish.Dish == "Sent twice")));
        var theirs = await (await app.SignInAsync(other)).GetAsync("/menus/suggestions/add?day=2026-05-11");
        Assert.Single(
            (await theirs.SubmitAsync(
                new() { ["Input.Dish"] = "Stolen form", ["Input.SubmissionId"] = page.Value("Input.SubmissionId")! })).Errors);
    }

    [Theory]
    [InlineData("2026-03-14", "Poha", "", "Input_Date: Choose a day from today to Thu 14 May.")]
    [InlineData("2026-05-15", "Poha", "", "Input_Date: Choose a day from today to Thu 14 May.")]
    [InlineData("soon", "Poha", "", "Input_Date: Choose the day.")]
    [InlineData("2026-05-13", "", "", "Input_Dish: Write what you would like to eat.")]
    [InlineData("2026-05-13", "***", "", "Input_Dish: Use at least one letter.")]
    [InlineData("2026-05-13", "Poha", "poha", "Input_Side: That is the dish itself. Choose another side, or none.")]
    public async Task What_cannot_be_is_said_at_its_field_and_stays(string date, string dish, string side, string error)
    {
        var answer = await app.SuggestAsync(Cast.TeaManager, date, dish, side, "Kept words");
        Assert.Equal([error], answer.Errors.Select(message => message.Replace('\u00a0', ' ')));
        Assert.Equal((dish, "Kept words"), (answer.Value("Input.Dish"), answer.Value("Input.Notes")));
    }

    [Fact]
    public async Task One_whose_day_has_passed_reads_no_answer_and_waits_for_nobody()
    {
        var person = await app.NewAsync();
        var id = await app.WishAsync(new DateOnly(2026, 3, 14), "Too late", person);
        Assert.Contains(
            "No answer", (await (await app.SignInAsync(person)).GetAsync($"/menus/suggestions/{id}")).Text, StringComparison.Ordinal);
        Assert.Equal(302, (await (await Head).GetAsync($"/menus/suggestions/{id}/decline")).Status);
        Assert.Equal(302, (await (await app.SignInAsync(person)).GetAsync($"/menus/suggestions/{id}/withdraw")).Status);
        Assert.Equal(SuggestionState.Waiting, (await app.ReadAsync(id)).State);
    }

    [Fact]
    public async Task Who_suggested_it_hears_in_the_morning_that_nobody_answered_in_time()
    {
        var person = await app.NewAsync();
        var late = await app.NewAsync();
        await app.WishAsync(new DateOnly(2026, 3, 14), "Unanswered wish", person);
        await app.WishAsync(new DateOnly(2026, 3, 15), "Still to come", late);
        Assert.Equal("1 person told", await app.RunJobAsync<TellUnanswered>(period: "2026-03-15"));
        await app.RunJobAsync<TellUnanswered>(period: "2026-03-15");
        Assert.Equal(
            ["Nobody answered your suggestion Unanswered wish: Its day, Sat 14 Mar, is over. You can suggest it again for another day."],
            await app.ToldAsync(person));
        Assert.Empty(await app.ToldAsync(late));
        Assert.Equal("nothing to tell", await app.RunJobAsync<TellUnanswered>(period: "2026-03-15"));
    }

    [Fact]
    public async Task What_somebody_suggested_who_has_left_waits_for_nobody()
    {
        var left = await app.NewAsync();
        var moved = await app.NewAsync();
        var wishes = new[] { await app.WishAsync(new DateOnly(2026, 3, 20), "Wish of the left", left),
            await app.WishAsync(new DateOnly(2026, 3, 20), "Wish of the moved", moved) };
        var page = await (await Head).GetAsync($"/menus/suggestions/{wishes[0]}/decline");
        await app.ChangeAsync(left, member => member.DeactivatedAt = TestClock.Beginning);
        var other = (await app.FloorAsync("North", 2)).Id;
        await app.ChangeAsync(moved, member => member.FloorId = other);
        foreach (var address in (string[])["/", "/menus/plan?week=2026-03-16", "/menus?week=2026-03-16", "/calendar?day=2026-03-20"])
            Assert.DoesNotContain("Wish of the", (await (await Head).GetAsync(address)).Text, StringComparison.Ordinal);
        foreach (var wish in wishes)
            Assert.Contains("has left, so it needs no answer.", (await (await Head).GetAsync($"/menus/suggestions/{wish}")).Text,
                StringComparison.Ordinal);
        Assert.Equal(["Input_Answer: The person who suggested it has left, so it needs no answer."],
            (await page.SubmitAsync(new() { ["Input.Answer"] = "No" })).Errors);
        // The day takes two again.
        Assert.Equal(302, (await app.SuggestAsync(await app.NewAsync(), "2026-03-20", "Wish of the new")).Status);
    }
}
