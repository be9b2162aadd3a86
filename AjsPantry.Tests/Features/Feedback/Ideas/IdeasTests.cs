using AjsPantry.Features.Feedback.Ideas;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Tests.Features.Menus.Dishes;
using AjsPantry.Tests.Features.People;
using AjsPantry.Tests.Features.People.Import;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Feedback.Ideas;

/// <summary>Posting, voting, commenting and answering. Each test has ideas of its own.</summary>
public sealed class IdeasTests(PeopleApp app) : IClassFixture<PeopleApp>
{
    [Fact]
    public async Task Somebody_posts_an_idea_and_the_floor_reads_it()
    {
        var dish = await app.NewDishAsync("Posted upma");
        var answer = await IdeaActs.PostAsync(
            await app.SignInAsync(Cast.Member), "  Less oil\tplease ", "The upma swims.\n\nHalf would do. <b>", "posted UPMA");
        Assert.True(answer.Status == 302, string.Join(' ', answer.Errors));
        var page = await answer.FollowAsync();
        Assert.Equal("Your idea is posted. You get a notification with the answer.", page.Toast);
        Assert.Equal("Less oil please", page.Answer);
        var idea = await app.IdeaAsync(answer.Location!.IdOf());
        Assert.Equal(("Less oil please", "The upma swims.\n\nHalf would do. <b>", dish, IdeaState.Open),
            (idea.Title, idea.Text, idea.DishId, idea.State));
        var others = await (await app.SignInAsync(Cast.TeaManager)).GetAsync(answer.Location!);
        Assert.Contains("Posted upma", others.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "Less oil please", (await (await app.SignInAsync(Cast.OtherFloorMember)).GetAsync(IdeaActs.Address)).Text,
            StringComparison.Ordinal);
        Assert.Single(await app.TrailAsync(idea.Id));
    }

    [Theory]
    [InlineData("", "Text", "", "Input_Title: Write your idea in a few words.")]
    [InlineData(" \u200b", "Text", "", "Input_Title: Write your idea in a few words.")]
    [InlineData("Title", "\n \n", "", "Input_Text: Write what would be better, so that others can vote on it.")]
    [InlineData("Title", "Text", "No such dish", "Input_Dish: There is no such dish. Choose one from the list, or leave it empty.")]
    [InlineData("Title", "Text", "!!!", "Input_Dish: There is no such dish. Choose one from the list, or leave it empty.")]
    [InlineData("Title", "Text", "Dish of South", "Input_Dish: There is no such dish. Choose one from the list, or leave it empty.")]
    public async Task What_cannot_be_posted_is_refused_at_its_field_and_stays(string title, string text, string dish, string message)
    {
        if (dish == "Dish of South"
            && await app.ReadAsync("South", db => db.Set<AjsPantry.Features.Menus.Dishes.Dish>().AllAsync(other => other.Name != dish)))
            await app.NewDishAsync(dish, tenant: "South");
        var answer = await IdeaActs.PostAsync(await app.SignInAsync(Cast.Member), title, text, dish);
        Assert.Equal([message], answer.Errors);
        Assert.Equal(dish, answer.Value("Input.Dish"));
    }

    [Fact]
    public async Task What_is_too_long_is_refused()
    {
        var answer = await IdeaActs.PostAsync(
            await app.SignInAsync(Cast.Member), new string('a', Idea.LongestTitle + 1), new string('b', Idea.LongestText + 1));
        Assert.Equal(["Input_Title: That is 121 characters. Use 120 at most.", "Input_Text: Use 1000 characters at most."], answer.Errors);
    }

    [Fact]
    public async Task A_form_sent_twice_or_at_once_posts_once_and_is_one_persons()
    {
        var page = await (await app.SignInAsync(Cast.Member)).GetAsync($"{IdeaActs.Address}/add");
        Dictionary<string, string> typed = new() { ["Input.Title"] = "Posted twice", ["Input.Text"] = "Once is enough" };
        foreach (var answer in await Task.WhenAll(page.SubmitAsync(typed), page.SubmitAsync(typed), page.SubmitAsync(typed)))
            Assert.True(answer.Status == 302, string.Join(' ', answer.Errors) + answer.Text);
        Assert.Equal(1, await app.ReadAsync("North", db => db.Ideas.CountAsync(idea => idea.Title == "Posted twice")));
        var theirs = await (await app.SignInAsync(Cast.TeaManager)).GetAsync($"{IdeaActs.Address}/add");
        var refused = await theirs.SubmitAsync(new(typed) { ["Input.SubmissionId"] = page.Value("Input.SubmissionId")! });
        Assert.Contains("This form was already used", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_tap_votes_another_takes_it_back_and_it_leads_back_to_the_list()
    {
        var person = await app.NewAsync();
        var id = await app.IdeaAsync("Voted for", person);
        var member = await app.SignInAsync(person);
        var voted = await (await member.GetAsync($"{IdeaActs.Address}?show=mine&p=1")).SubmitAsync([], $"form[action*='{id}']");
        Assert.Equal($"{IdeaActs.Address}?show=mine&p=1", voted.Location);
        var list = await voted.FollowAsync();
        Assert.Equal("You voted for “Voted for”.", list.Toast);
        Assert.Equal("true", list.Document.GetElementById($"vote-{id}")!.GetAttribute("aria-pressed"));
        Assert.Equal("Voted for: 1 vote, yours included", list.Document.GetElementById($"vote-{id}")!.GetAttribute("aria-label"));
        // Sent again, as it stood: a vote is a vote.
        await member.PostAsync($"{IdeaActs.Address}/{id}/vote", new() { ["wanted"] = "yes" });
        Assert.Single((await app.IdeaAsync(id)).Votes);
        await list.SubmitAsync([], $"form[action*='{id}']");
        Assert.Empty((await app.IdeaAsync(id)).Votes);
        // Nobody is led away from this site.
        foreach (var elsewhere in (string[])["https://example.org/", "//example.org", "/\\example.org", "/caf\u00e9"])
            Assert.Equal($"{IdeaActs.Address}/{id}",
                (await member.PostAsync(
                    $"{IdeaActs.Address}/{id}/vote?from={Uri.EscapeDataString(elsewhere)}", new() { ["wanted"] = "no" })).Location);
    }

    [Fact]
    public async Task With_javascript_the_button_alone_comes_back()
    {
        var id = await app.IdeaAsync("Swapped button", Cast.Head);
        var visitor = await app.SignInAsync(Cast.Member, fresh: true);
        var token = (await visitor.GetAsync($"{IdeaActs.Address}/{id}")).Document.QuerySelector("input[name=__RequestVerificationToken]")!
            .GetAttribute("value")!;
        using var tap = new HttpRequestMessage(HttpMethod.Post,
            $"{IdeaActs.Address}/{id}/vote")
        {
            Content = new FormUrlEncodedContent(
                    new Dictionary<string, string> { ["wanted"] = "yes", ["__RequestVerificationToken"] = token })
        };
        tap.Headers.Add("HX-Request", "true");
        var answer = await visitor.ReadAsync("", await visitor.Client.SendAsync(tap));
        Assert.Equal(200, answer.Status);
        Assert.Null(answer.Document.QuerySelector("h1"));
        Assert.Equal("true", answer.Document.QuerySelector("form button.vote")!.GetAttribute("aria-pressed"));
    }

    [Fact]
    public async Task Votes_at_once_count_right()
    {
        var id = await app.IdeaAsync("Counted right");
        var people = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => app.NewAsync()));
        foreach (var person in people)
            await app.SignInAsync(person);
        var taps = people.Append(people[0]).Append(people[0])
            .Select(async person =>
                await (await app.SignInAsync(person)).PostAsync($"{IdeaActs.Address}/{id}/vote", new() { ["wanted"] = "yes" }));
        Assert.All(await Task.WhenAll(taps), answer => Assert.Equal(302, answer.Status));
        Assert.Equal(5, (await app.IdeaAsync(id)).Votes.Count);
    }

    [Fact]
    public async Task Its_author_changes_it_until_somebody_else_votes()
    {
        var id = await app.IdeaAsync("First words", Cast.Member, null, Cast.Member);
        var member = await app.SignInAsync(Cast.Member);
        var form = await member.GetAsync($"{IdeaActs.Address}/{id}/edit");
        Assert.Equal(302, (await form.SubmitAsync(new() { ["Input.Title"] = "Second words" })).Status);
        Assert.Equal("Second words", (await app.IdeaAsync(id)).Title);
        var lost = await form.SubmitAsync(new() { ["Input.Title"] = "Third words" });
        Assert.Contains("You changed it in another window.", lost.Text, StringComparison.Ordinal);
        Assert.Equal(302, (await lost.SubmitAsync([])).Status);
        Assert.Equal("Third words", (await app.IdeaAsync(id)).Title);
        var open = await member.GetAsync($"{IdeaActs.Address}/{id}/edit");
        await (await app.SignInAsync(Cast.Head)).PostAsync($"{IdeaActs.Address}/{id}/vote", new() { ["wanted"] = "yes" });
        Assert.Contains("Somebody has voted for it, so you can no longer edit it.",
            (await open.SubmitAsync(new() { ["Input.Title"] = "Fourth words" })).Text, StringComparison.Ordinal);
        Assert.Equal($"{IdeaActs.Address}/{id}", (await member.GetAsync($"{IdeaActs.Address}/{id}/edit")).Location);
        Assert.Equal(302, (await (await app.SignInAsync(Cast.TeaManager)).GetAsync($"{IdeaActs.Address}/{id}/edit")).Status);
        Assert.Equal(404,
            (await (await app.SignInAsync(Cast.TeaManager)).PostAsync(
                $"{IdeaActs.Address}/{id}/edit", new() { ["Input.Title"] = "Not mine", ["Input.Text"] = "x" })).Status);
        Assert.Equal("Third words", (await app.IdeaAsync(id)).Title);
    }

    [Fact]
    public async Task The_list_goes_by_votes_then_the_newest_and_filters()
    {
        var person = await app.NewAsync(floor: 2);
        foreach (var (title, state,
            votes) in new[] { ("Few", IdeaState.Open, 1), ("Many", IdeaState.Open, 2), ("Newer few", IdeaState.Open, 1), ("Came true",
                IdeaState.Done, 0) })
        {
            var id = await app.IdeaAsync(title, person, null, [.. new[] { person, Cast.OtherFloorHead }.Take(votes)]);
            if (state != IdeaState.Open)
                await app.AnswerAsync(id, state, by: Cast.OtherFloorHead);
        }

        var visitor = await app.SignInAsync(person);
        async Task<string[]> TitlesAsync(string query) =>
            [.. (await visitor.GetAsync(IdeaActs.Address + query)).Document.QuerySelectorAll(".item a.cover")
                .Select(link => link.TextContent)];
        Assert.Equal(["Many", "Newer few", "Few"], await TitlesAsync(""));
        Assert.Equal(["Came true"], await TitlesAsync("?show=done"));
        Assert.Equal(4, (await TitlesAsync("?show=mine")).Length);
        Assert.Empty(await TitlesAsync("?show=planned"));
        foreach (var odd in (string[])["?show=open%00", "?show=everything", "?p=0", "?p=x"])
            Assert.Equal(404, (await visitor.GetAsync(IdeaActs.Address + odd)).Status);
        Assert.Equal(["Many", "Newer few", "Few"], await TitlesAsync("?p=400"));
        Assert.Contains(
            "See the open ideas", (await visitor.GetAsync($"{IdeaActs.Address}?show=planned")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_come_in_pages_and_cost_the_same_however_long()
    {
        var author = await app.NewAsync();
        var visitor = await app.SignInAsync(author);
        var first = await app.IdeaAsync("Long list 0", author);
        await visitor.GetAsync($"{IdeaActs.Address}?show=mine");
        app.Commands.Clear();
        await visitor.GetAsync($"{IdeaActs.Address}?show=mine");
        var few = app.Commands.All.Count;
        for (var number = 1; number <= 22; number++)
            await app.IdeaAsync($"Long list {number}", author, null, Cast.Member);
        await app.InTenantAsync("North", async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            var me = (await db.Members.SingleAsync(member => member.Number == author.Number)).Id;
            db.IdeaComments
                .AddRange(Enumerable.Range(0, 25)
                    .Select(number =>
                        new IdeaComment
                        {
                            IdeaId = first,
                            SubmissionId = Guid.NewGuid(),
                            AuthorId = me,
                            Text = $"Comment {number}",
                            CreatedAt = TestClock.Beginning
                        }));
            await db.SaveChangesAsync();
        });
        app.Commands.Clear();
        var page = await visitor.GetAsync($"{IdeaActs.Address}?show=mine");
        Assert.Equal(few, app.Commands.All.Count);
        Assert.InRange(few, 1, 4);
        var next = await visitor.GetAsync(page.Document.QuerySelector("nav[aria-label=Pages] a")!.GetAttribute("href")!);
        Assert.Equal(3, next.Document.QuerySelectorAll(".item a.cover").Length);
        app.Commands.Clear();
        var one = await visitor.GetAsync($"{IdeaActs.Address}/{first}");
        Assert.InRange(app.Commands.All.Count, 1, 4);
        Assert.Equal(200, (await visitor.GetAsync(one.Document.QuerySelector("nav[aria-label=Pages] a")!.GetAttribute("href")!)).Status);
        var admin = await app.SignInAsync(Cast.Admin);
        await admin.GetAsync("/account");
        app.Commands.Clear();
        await admin.GetAsync($"{IdeaActs.Address}?floor=1");
        Assert.InRange(app.Commands.All.Count, 1, 4);
    }
}
