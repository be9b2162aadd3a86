using AjsPantry.Features.Feedback.Ideas;
using AjsPantry.Features.Notices;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Tests.Features.Menus.Dishes;
using AjsPantry.Tests.Features.Notices;
using AjsPantry.Tests.Features.People;
using AjsPantry.Tests.Features.People.Import;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Feedback.Ideas;

/// <summary>Posting, voting, commenting and answering. Each test has ideas of its own.</summary>
public sealed class IdeasTests(PeopleApp app) : IClassFixture<PeopleApp>
{
    private const string Address = "/feedback/ideas";

    [Fact]
    public async Task Somebody_posts_an_idea_and_the_floor_reads_it()
    {
        var dish = await app.NewDishAsync("Posted upma");
        var answer = await PostAsync(
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
            "Less oil please", (await (await app.SignInAsync(Cast.OtherFloorMember)).GetAsync(Address)).Text, StringComparison.Ordinal);
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
        var answer = await PostAsync(await app.SignInAsync(Cast.Member), title, text, dish);
        Assert.Equal([message], answer.Errors);
        Assert.Equal(dish, answer.Value("Input.Dish"));
    }

    [Fact]
    public async Task What_is_too_long_is_refused()
    {
        var answer = await PostAsync(
            await app.SignInAsync(Cast.Member), new string('a', Idea.LongestTitle + 1), new string('b', Idea.LongestText + 1));
        Assert.Equal(["Input_Title: That is 121 characters. Use 120 at most.", "Input_Text: Use 1000 characters at most."], answer.Errors);
    }

    [Fact]
    public async Task A_form_sent_twice_or_at_once_posts_once_and_is_one_persons()
    {
        var page = await (await app.SignInAsync(Cast.Member)).GetAsync($"{Address}/add");
        Dictionary<string, string> typed = new() { ["Input.Title"] = "Posted twice", ["Input.Text"] = "Once is enough" };
        foreach (var answer in await Task.WhenAll(page.SubmitAsync(typed), page.SubmitAsync(typed), page.SubmitAsync(typed)))
            Assert.True(answer.Status == 302, string.Join(' ', answer.Errors) + answer.Text);
        Assert.Equal(1, await app.ReadAsync("North", db => db.Ideas.CountAsync(idea => idea.Title == "Posted twice")));
        var theirs = await (await app.SignInAsync(Cast.TeaManager)).GetAsync($"{Address}/add");
        var refused = await theirs.SubmitAsync(new(typed) { ["Input.SubmissionId"] = page.Value("Input.SubmissionId")! });
        Assert.Contains("This form was already used", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_tap_votes_another_takes_it_back_and_it_leads_back_to_the_list()
    {
        var person = await app.NewAsync();
        var id = await app.IdeaAsync("Voted for", person);
        var member = await app.SignInAsync(person);
        var voted = await (await member.GetAsync($"{Address}?show=mine&p=1")).SubmitAsync([], $"form[action*='{id}']");
        Assert.Equal($"{Address}?show=mine&p=1", voted.Location);
        var list = await voted.FollowAsync();
        Assert.Equal("You voted for “Voted for”.", list.Toast);
        Assert.Equal("true", list.Document.GetElementById($"vote-{id}")!.GetAttribute("aria-pressed"));
        Assert.Equal("Voted for: 1 vote, yours included", list.Document.GetElementById($"vote-{id}")!.GetAttribute("aria-label"));
        // Sent again, as it stood: a vote is a vote.
        await member.PostAsync($"{Address}/{id}/vote", new() { ["wanted"] = "yes" });
        Assert.Single((await app.IdeaAsync(id)).Votes);
        await list.SubmitAsync([], $"form[action*='{id}']");
        Assert.Empty((await app.IdeaAsync(id)).Votes);
        // Nobody is led away from this site.
        foreach (var elsewhere in (string[])["https://example.org/", "//example.org", "/\\example.org", "/caf\u00e9"])
            Assert.Equal($"{Address}/{id}",
                (await member.PostAsync(
                    $"{Address}/{id}/vote?from={Uri.EscapeDataString(elsewhere)}", new() { ["wanted"] = "no" })).Location);
    }

    [Fact]
    public async Task With_javascript_the_button_alone_comes_back()
    {
        var id = await app.IdeaAsync("Swapped button", Cast.Head);
        var visitor = await app.SignInAsync(Cast.Member, fresh: true);
        var token = (await visitor.GetAsync($"{Address}/{id}")).Document.QuerySelector("input[name=__RequestVerificationToken]")!
            .GetAttribute("value")!;
        using var tap = new HttpRequestMessage(HttpMethod.Post,
            $"{Address}/{id}/vote")
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
            .Select(async person => await (await app.SignInAsync(person)).PostAsync($"{Address}/{id}/vote", new() { ["wanted"] = "yes" }));
        Assert.All(await Task.WhenAll(taps), answer => Assert.Equal(302, answer.Status));
        Assert.Equal(5, (await app.IdeaAsync(id)).Votes.Count);
    }

    [Fact]
    public async Task Its_author_changes_it_until_somebody_else_votes()
    {
        var id = await app.IdeaAsync("First words", Cast.Member, null, Cast.Member);
        var member = await app.SignInAsync(Cast.Member);
        var form = await member.GetAsync($"{Address}/{id}/edit");
        Assert.Equal(302, (await form.SubmitAsync(new() { ["Input.Title"] = "Second words" })).Status);
        Assert.Equal("Second words", (await app.IdeaAsync(id)).Title);
        var lost = await form.SubmitAsync(new() { ["Input.Title"] = "Third words" });
        Assert.Contains("You changed it in another window.", lost.Text, StringComparison.Ordinal);
        Assert.Equal(302, (await lost.SubmitAsync([])).Status);
        Assert.Equal("Third words", (await app.IdeaAsync(id)).Title);
        var open = await member.GetAsync($"{Address}/{id}/edit");
        await (await app.SignInAsync(Cast.Head)).PostAsync($"{Address}/{id}/vote", new() { ["wanted"] = "yes" });
        Assert.Contains("Somebody has voted for it, so you can no longer edit it.",
            (await open.SubmitAsync(new() { ["Input.Title"] = "Fourth words" })).Text, StringComparison.Ordinal);
        Assert.Equal($"{Address}/{id}", (await member.GetAsync($"{Address}/{id}/edit")).Location);
        Assert.Equal(302, (await (await app.SignInAsync(Cast.TeaManager)).GetAsync($"{Address}/{id}/edit")).Status);
        Assert.Equal(404,
            (await (await app.SignInAsync(Cast.TeaManager)).PostAsync(
                $"{Address}/{id}/edit", new() { ["Input.Title"] = "Not mine", ["Input.Text"] = "x" })).Status);
        Assert.Equal("Third words", (await app.IdeaAsync(id)).Title);
    }

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
        var vote = await (await app.SignInAsync(Cast.TeaManager)).PostAsync($"{Address}/{id}/vote", new() { ["wanted"] = "no" });
        Assert.Equal("It is declined. Its votes stay as they are.", (await vote.FollowAsync()).Toast);
        Assert.Single((await app.IdeaAsync(id)).Votes);
        Assert.Contains("It is declined, so you can no longer edit it",
            (await (await app.SignInAsync(Cast.Member)).PostAsync(
                $"{Address}/{id}/edit", new() { ["Input.Title"] = "Again", ["Input.Text"] = "x" })).Text, StringComparison.Ordinal);
        var shown = await (await app.SignInAsync(Cast.Member)).GetAsync($"{Address}?show=declined");
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
            "The machine broke", (await (await app.SignInAsync(Cast.Member)).GetAsync($"{Address}/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_heads_at_once_the_first_is_kept_and_the_second_reads_it()
    {
        var id = await app.IdeaAsync("Two heads");
        var other = await app.NewAsync(role: AjsPantry.Infrastructure.Rights.Role.PantryHead, name: "Second head");
        var first = await (await app.SignInAsync(Cast.Head)).GetAsync($"{Address}/{id}/answer");
        var second = await (await app.SignInAsync(other)).GetAsync($"{Address}/{id}/answer");
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
            [.. (await (await app.SignInAsync(Cast.Head)).PostAsync($"{Address}/{id}/answer", new() { ["Input.State"] = state })).Errors
                .Select(error => error.Replace("Input_State", "Input.State", StringComparison.Ordinal))]);
    }

    [Fact]
    public async Task People_comment_and_its_author_is_told()
    {
        var id = await app.IdeaAsync("Talked about");
        var page = await (await app.SignInAsync(Cast.TeaManager)).GetAsync($"{Address}/{id}");
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
        var read = await (await app.SignInAsync(Cast.Member)).GetAsync($"{Address}/{id}");
        Assert.Equal([Cast.TeaManager.Name, "Yes\nplease"],
            read.Document.QuerySelectorAll("section[aria-labelledby=comments] .body > :is(b, .lines-kept)")
                .Select(part => part.TextContent));
        var refused = await (await app.SignInAsync(Cast.Head)).PostAsync($"{Address}/{id}/comment",
            new() { ["Input.Text"] = "Somebody else's form", ["Input.SubmissionId"] = $"{comment.SubmissionId}" });
        Assert.Contains("This form was already used.", refused.Text, StringComparison.Ordinal);
        Assert.Equal(302, (await refused.SubmitAsync([])).Status);
    }

    [Fact]
    public async Task Ideas_are_their_floors_alone_and_admins_look_on()
    {
        var id = await app.IdeaAsync("Behind doors");
        string[] pages = [$"{Address}/{id}", $"{Address}/{id}/comment", $"{Address}/{id}/vote"];
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
                (await (await app.SignInAsync(stranger)).PostAsync($"{Address}/{id}/{page}",
                    new() { ["wanted"] = "yes", ["Input.State"] = "Done", ["Input.Text"] = "x", ["Input.Title"] = "x" })).Status);
        Assert.Equal(403, (await (await app.SignInAsync(Cast.Member)).GetAsync($"{Address}/{id}/answer")).Status);
        var admin = await app.SignInAsync(Cast.Admin);
        var seen = await admin.GetAsync($"{Address}/{id}?floor=1");
        Assert.Equal(200, seen.Status);
        Assert.Null(seen.Document.QuerySelector("main form"));
        Assert.Equal(404, (await admin.GetAsync($"{Address}/{id}?floor=2")).Status);
        foreach (var page in (string[])["vote", "comment", "edit"])
            Assert.Equal(403, (await admin.PostAsync($"{Address}/{id}/{page}?floor=1")).Status);
        Assert.Equal(403, (await admin.GetAsync($"{Address}/add?floor=1")).Status);
        Assert.Equal(200, (await admin.GetAsync($"{Address}/{id}/answer?floor=1")).Status);
        Assert.Equal(404, (await admin.GetAsync($"{Address}?floor=1&show=mine")).Status);
        Assert.Empty((await app.IdeaAsync(id)).Votes);
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
            [.. (await visitor.GetAsync(Address + query)).Document.QuerySelectorAll(".item a.cover").Select(link => link.TextContent)];
        Assert.Equal(["Many", "Newer few", "Few"], await TitlesAsync(""));
        Assert.Equal(["Came true"], await TitlesAsync("?show=done"));
        Assert.Equal(4, (await TitlesAsync("?show=mine")).Length);
        Assert.Empty(await TitlesAsync("?show=planned"));
        foreach (var odd in (string[])["?show=open%00", "?show=everything", "?p=0", "?p=x"])
            Assert.Equal(404, (await visitor.GetAsync(Address + odd)).Status);
        Assert.Contains("See the open ideas", (await visitor.GetAsync($"{Address}?p=400")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_come_in_pages_and_cost_the_same_however_long()
    {
        var author = await app.NewAsync();
        var visitor = await app.SignInAsync(author);
        var first = await app.IdeaAsync("Long list 0", author);
        await visitor.GetAsync($"{Address}?show=mine");
        app.Commands.Clear();
        await visitor.GetAsync($"{Address}?show=mine");
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
        var page = await visitor.GetAsync($"{Address}?show=mine");
        Assert.Equal(few, app.Commands.All.Count);
        Assert.InRange(few, 1, 4);
        var next = await visitor.GetAsync(page.Document.QuerySelector("nav[aria-label=Pages] a")!.GetAttribute("href")!);
        Assert.Equal(3, next.Document.QuerySelectorAll(".item a.cover").Length);
        app.Commands.Clear();
        var one = await visitor.GetAsync($"{Address}/{first}");
        Assert.InRange(app.Commands.All.Count, 1, 4);
        Assert.Equal(200, (await visitor.GetAsync(one.Document.QuerySelector("nav[aria-label=Pages] a")!.GetAttribute("href")!)).Status);
        var admin = await app.SignInAsync(Cast.Admin);
        await admin.GetAsync("/account");
        app.Commands.Clear();
        await admin.GetAsync($"{Address}?floor=1");
        Assert.InRange(app.Commands.All.Count, 1, 4);
    }

    private static async Task<WebPage> PostAsync(Visitor visitor, string title, string text, string dish = "") =>
        await (await visitor.GetAsync($"{Address}/add"))
            .SubmitAsync(new() { ["Input.Title"] = title, ["Input.Text"] = text, ["Input.Dish"] = dish });
}
