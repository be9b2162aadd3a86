using AjsPantry.Features.Feedback.Ratings;
using AjsPantry.Features.Menus.Dishes;
using AjsPantry.Infrastructure.Persistence;
using AjsPantry.Infrastructure.SignIn;
using AjsPantry.Tests.Features.Menus;
using AjsPantry.Tests.Features.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AjsPantry.Tests.Features.Feedback.Ratings;

/// <summary>The tests' today is Sunday 15 March 2026; every test has a day of its own, which stands in its dish's name.</summary>
public sealed class RatingsTests(PantryApp app) : IClassFixture<PantryApp>
{
    private Task<Visitor> Member => app.SignInAsync(Cast.Member);

    [Fact]
    public async Task One_tap_rates_a_meal_and_a_word_may_follow()
    {
        var id = await PlanAsync(14, "Dosa");
        var page = await (await Member).GetAsync("/feedback");
        Assert.Contains("Dosa 14", page.Text, StringComparison.Ordinal);
        var saved = await page.SubmitAsync(new() { ["Input.Stars"] = "4" }, $"form[action*='{id}']");
        Assert.Equal("4 stars for Dosa 14. Thank you.", (await saved.FollowAsync()).Toast);
        Assert.DoesNotContain(
            (await (await Member).GetAsync("/feedback")).Document.QuerySelectorAll("h2"), head => head.TextContent == "Dosa 14");
        await RateAsync(id, "5", "Crisp and hot");
        // As an old page in another window would: the words stay.
        await (await Member).PostAsync($"/feedback/{id}?handler=Stars", new() { ["Input.Stars"] = "3" });
        var rating = await ReadAsync(id);
        Assert.Equal((3, "Crisp and hot"), (rating.Stars, rating.Comment));
        var head = await (await app.SignInAsync(Cast.Head)).GetAsync("/feedback");
        Assert.Contains("Crisp and hot", head.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Cast.Member.Name, head.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_joined_lately_rates_what_was_served_since()
    {
        await PlanAsync(12, "Before joining");
        await PlanAsync(13, "After joining");
        var visitor = await app.SignInAsync(Cast.TeaManager);
        Assert.Contains("Before joining 12", (await visitor.GetAsync("/feedback")).Text, StringComparison.Ordinal);
        // On the evening of the 12th by UTC, which is the 13th here.
        var joined = new DateTimeOffset(2026, 3, 12, 20, 0, 0, TimeSpan.Zero);
        var id = await app.IdAsync(Cast.TeaManager);
        await app.InTenantAsync("North", async services =>
        {
            var db = services.GetRequiredService<PantryDb>();
            db.Invitations
                .Add(new()
                {
                    KeyHash = [1],
                    MemberId = id,
                    Kind = InvitationKind.Join,
                    CreatedAt = joined,
                    ExpiresAt = joined.AddDays(1),
                    UsedAt = joined
                });
            await db.SaveChangesAsync();
        });
        var page = await visitor.GetAsync("/feedback");
        Assert.DoesNotContain("Before joining 12", page.Text, StringComparison.Ordinal);
        Assert.Contains("After joining 13", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Before joining 12", (await visitor.GetAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_meals_page_asks_who_ate_it_to_rate_it_and_says_how_it_was_before()
    {
        var before = await app.PlanAsync(new DateOnly(2026, 3, 3), "Khaman 10");
        await RateAsync(before, "4", "");
        var id = await app.PlanAsync(new DateOnly(2026, 3, 10), "Khaman 10");
        foreach (var (person, edits) in new[] { (Cast.Member, false), (Cast.Head, true) })
        {
            var page = await (await app.SignInAsync(person)).GetAsync($"/menus/{id}");
            Assert.Equal(("Rate it", edits),
                (page.Document.QuerySelector("#rate")?.TextContent,
                    page.Document.QuerySelector(".acts .btn-quiet[href$='edit']") is not null));
            Assert.Null(page.Document.QuerySelector(".page-head .btn-primary"));
            Assert.Equal($"/menus/{before}", page.Document.QuerySelector("section[aria-labelledby=before] a.cover")!.GetAttribute("href"));
        }

        var saved = await (await (await Member).GetAsync($"/menus/{id}")).SubmitAsync(
            new() { ["Input.Stars"] = "5" }, $"form[action*='{id}']");
        Assert.Equal($"/menus/{id}", saved.Location);
        var rated = await saved.FollowAsync();
        Assert.Equal("Your rating", rated.Document.QuerySelector("#rate")!.TextContent);
        Assert.Contains("5.0 from 1", rated.Document.QuerySelector("#score")!.Words(), StringComparison.Ordinal);
        // A comment leads back to where the tap was.
        var comment = await (await Member).GetAsync(rated.Document.QuerySelector("#rate ~ form a")!.GetAttribute("href")!);
        Assert.Equal($"/menus/{id}", comment.Document.QuerySelector("main form a.btn-quiet")!.GetAttribute("href"));
        Assert.Equal($"/menus/{id}", (await comment.SubmitAsync(new() { ["Input.Comment"] = "Soft as a cloud" })).Location);
        Assert.Equal("/feedback",
            (await (await Member).PostAsync($"/feedback/{id}?from=https://evil.example/", new() { ["Input.Stars"] = "5" })).Location);
    }

    [Fact]
    public async Task A_tap_with_javascript_brings_back_the_stars_and_what_the_meal_has_now()
    {
        var id = await PlanAsync(9, "Tapped");
        await app.SayAsync(id, Cast.Head, 2);
        var visitor = await Member;
        var token = (await visitor.GetAsync($"/menus/{id}")).Document.QuerySelector("input[name=__RequestVerificationToken]")!
            .GetAttribute("value")!;
        using var tap = new HttpRequestMessage(HttpMethod.Post, $"/feedback/{id}?handler=Stars&from=/menus/{id}")
        {
            Content = new FormUrlEncodedContent(
                new Dictionary<string, string> { ["Input.Stars"] = "5", ["__RequestVerificationToken"] = token }),
        };
        tap.Headers.Add("HX-Request", "true");
        var answer = await visitor.ReadAsync("", await visitor.Client.SendAsync(tap));
        Assert.Contains("Saved: 5 stars.", answer.Document.QuerySelector("form")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("3.5 from 2", answer.Document.QuerySelector("#score[hx-swap-oob]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tapped_many_times_at_once_it_is_one_rating()
    {
        var id = await PlanAsync(13, "Idli");
        var page = await (await Member).GetAsync($"/feedback/{id}");
        var answers = await Task.WhenAll(Enumerable.Range(1, 5).Select(stars => page.SubmitAsync(new() { ["Input.Stars"] = $"{stars}" })));
        Assert.All(answers, answer => Assert.Equal(302, answer.Status));
        Assert.Equal(1, await app.ReadAsync("North", db => db.Ratings.CountAsync(rating => rating.MenuId == id)));
    }

    [Fact]
    public async Task What_is_taken_back_counts_no_more_and_may_be_given_again()
    {
        var id = await PlanAsync(12, "Upma");
        await RateAsync(id, "1", "Cold");
        Assert.Equal(302, (await (await (await Member).GetAsync($"/feedback/{id}")).SubmitAsync([], button: "handler=Withdraw")).Status);
        Assert.NotNull((await ReadAsync(id)).WithdrawnAt);
        Assert.DoesNotContain("Cold", (await (await app.SignInAsync(Cast.Head)).GetAsync("/feedback")).Text, StringComparison.Ordinal);
        await RateAsync(id, "4", "");
        var again = await ReadAsync(id);
        Assert.Equal((4, null, null), (again.Stars, again.Comment, again.WithdrawnAt));
    }

    [Fact]
    public async Task Who_cooked_does_not_rate_and_neither_does_who_has_not_eaten()
    {
        var room = await app.NewRoomAsync("Rated room", 1, Cast.TeaManager);
        var own = await PlanAsync(11, "Sheera", room);
        var coming = await app.PlanAsync(new DateOnly(2026, 3, 16), "Coming 16");
        var old = await app.PlanAsync(new DateOnly(2026, 2, 28), "Old 28");
        var cook = await app.SignInAsync(Cast.TeaManager);
        Assert.Contains("You cooked it, so others rate it.", (await cook.GetAsync($"/menus/{own}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Sheera 11", (await cook.GetAsync("/feedback")).Text, StringComparison.Ordinal);
        foreach (var (id,
            error) in new[] { (own, "You cooked this meal"), (coming, "This meal has not been served yet."), (old,
                "This meal is more than 14 days ago, so it can no longer be rated.") })
            Assert.Contains(error,
                Assert.Single((await (await cook.GetAsync($"/feedback/{id}")).SubmitAsync(new() { ["Input.Stars"] = "5" })).Errors),
                StringComparison.Ordinal);
        Assert.Equal(0,
            await app.ReadAsync(
                "North", db => db.Ratings.CountAsync(rating => rating.MenuId == own || rating.MenuId == coming || rating.MenuId == old)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("6")]
    [InlineData("five")]
    public async Task Stars_are_one_to_five_and_words_stay(string stars)
    {
        var id = await PlanAsync(10, "Poha");
        var answer = await (await (await Member).GetAsync($"/feedback/{id}"))
            .SubmitAsync(new() { ["Input.Stars"] = stars, ["Input.Comment"] = "Kept words" });
        Assert.Equal(["Input_Stars: Choose 1 to 5 stars."], answer.Errors);
        Assert.Equal("Kept words", answer.Value("Input.Comment"));
    }

    [Fact]
    public async Task A_meal_is_rated_by_its_own_floor_and_read_by_those_who_may()
    {
        var address = $"/feedback/{await PlanAsync(9, "Door")}";
        Assert.Equal(302, (await app.Visit().GetAsync(address)).Status);
        Assert.Equal(404, (await (await app.SignInAsync(Cast.OtherFloorMember)).GetAsync(address)).Status);
        Assert.Equal(
            404, (await (await app.SignInAsync(Cast.OtherTenantMember)).PostAsync(address, new() { ["Input.Stars"] = "1" })).Status);
        Assert.Equal(404, (await (await Member).GetAsync($"/feedback/{Guid.NewGuid()}")).Status);
        Assert.Equal(403, (await (await app.SignInAsync(Cast.Admin)).GetAsync(address + "?floor=1")).Status);
        Assert.Equal(200, (await (await app.SignInAsync(Cast.Admin)).GetAsync("/feedback?floor=1")).Status);
    }

    [Fact]
    public async Task The_list_comes_in_pages_and_costs_the_same_however_long()
    {
        var member = await Member;
        await member.GetAsync("/feedback");
        for (var day = 1; day <= 25; day++)
            await app.SayAsync(await app.PlanAsync(new DateOnly(2025, 6, day), $"Listed {day}"), Cast.Head, 4, $"Word {day}");
        app.Commands.Clear();
        var page = await member.GetAsync("/feedback");
        Assert.InRange(app.Commands.All.Count, 1, 4);
        Assert.Equal(200, (await member.GetAsync(page.Document.QuerySelector("nav[aria-label=Pages] a")!.GetAttribute("href")!)).Status);
        Assert.Equal(200, (await member.GetAsync("/feedback?p=999")).Status);
    }

    [Fact]
    public async Task An_insight_tells_the_average_and_who_does_it_best()
    {
        var best = await app.NewRoomAsync("Insight best");
        var other = await app.NewRoomAsync("Insight other");
        var one = await app.PlanAsync(new DateOnly(2025, 5, 1), "Insight dish", room: best);
        var two = await app.PlanAsync(new DateOnly(2025, 5, 2), "Insight dish", room: other);
        await app.SayAsync(one, Cast.Member, 5);
        await app.SayAsync(one, Cast.Head, 4);
        await app.SayAsync(two, Cast.Member, 2);
        var floor = (await app.FloorAsync("North", 1)).Id;
        var dish = await app.ReadAsync(
            "North", db => db.Set<AjsPantry.Features.Menus.Menu>().Where(menu => menu.Id == one).Select(menu => menu.DishId).SingleAsync());
        var insight = (await app.InTenantAsync(
            "North", services => services.GetRequiredService<IDishRatings>().OfDishesAsync(floor, [dish], CancellationToken.None)))[dish];
        Assert.Equal(("3.7", 3, "Insight best"), (insight.Score.Average, insight.Score.Count, insight.BestRoom));
    }

    private Task<Guid> PlanAsync(int day, string dish, Guid? room = null) =>
        app.PlanAsync(new DateOnly(2026, 3, day), $"{dish} {day}", room: room);

    private async Task RateAsync(Guid id, string stars, string comment)
    {
        var answer = await (await (await Member).GetAsync($"/feedback/{id}"))
            .SubmitAsync(new() { ["Input.Stars"] = stars, ["Input.Comment"] = comment });
        Assert.True(answer.Status == 302, string.Join(' ', answer.Errors));
    }

    private Task<Rating> ReadAsync(Guid menuId) =>
        app.ReadAsync("North", db => db.Ratings.AsNoTracking().SingleAsync(rating => rating.MenuId == menuId));
}
