using AjsPantry.Features.Notices;
using AjsPantry.Features.TeaTasks.Swaps;
using AjsPantry.Tests.Features.People;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Features.TeaTasks.Duties;

/// <summary>What is refused to somebody with a tea, in words, and what others are told. Today is Sunday 15 March 2026.</summary>
public sealed class DutyRefusalTests(PantryApp app) : IClassFixture<PantryApp>
{
    private const string TooLate = "Someone else changed this tea in the meantime. Open it again to see the latest.";

    private static readonly DateOnly Day = new(2026, 4, 1);
    private static readonly DateOnly Later = new(2026, 4, 2);

    [Theory]
    [InlineData("accept", -1)]
    [InlineData("decline", -1)]
    [InlineData("swap", -1)]
    [InlineData("reassign", -1)]
    [InlineData("cancel", -1)]
    [InlineData("completion", 1)]
    public async Task An_act_whose_day_has_passed_or_is_to_come_is_refused(string act, int days)
    {
        var id = await app.DutyAsync(TestClock.Today.AddDays(days), Cast.TeaManager);
        var manager = await app.SignInAsync(Cast.TeaManager);
        var before = await Rows.ReadAsync(app.Database);
        var answer = await manager.PostAsync($"/tea/duty/{id}/{act}", new()
        {
            ["Input.Reason"] = "Late",
            ["Input.Result"] = "done",
            ["Input.Of"] = "floor",
            ["Input.Person"] = $"{await app.IdAsync(Cast.Head)}",
        });
        var words = answer.Status == 302 ? (await answer.FollowAsync()).Toast : answer.Text;
        Assert.Contains(TooLate, words, StringComparison.Ordinal);
        Assert.Empty(await before.ChangesAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_cannot_make_that_tea_does_not_take_it_over(bool away)
    {
        var swap = await app.AskedTeaSwapAsync(await app.DutyAsync(Day, Cast.Member));
        if (away)
            await app.AwayAsync(Cast.Head, Day, Day);
        else
            await app.DutyAsync(Day, Cast.Head, place: 2);
        var page = await (await app.SignInAsync(Cast.Head)).GetAsync($"/tea/swap/{swap}");
        var before = await Rows.ReadAsync(app.Database);
        Assert.Contains(away ? "You are away on that day, so you cannot make this tea." : "You already make this tea.",
            (await page.SubmitAsync([])).Text, StringComparison.Ordinal);
        Assert.Empty(await before.ChangesAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_swap_is_off_when_who_asked_cannot_make_the_other_tea_any_more(bool away)
    {
        var mine = await app.DutyAsync(Day, Cast.Member);
        var theirs = await app.DutyAsync(Later, Cast.Head);
        await AskAsync(mine, $"duty:{theirs}");
        if (away)
            await app.AwayAsync(Cast.Member, Later, Later);
        else
            await app.DutyAsync(Later, Cast.Member, place: 2);
        var page = await (await app.SignInAsync(Cast.Head)).GetAsync($"/tea/swap/{await SwapOfAsync(mine)}");
        var before = await Rows.ReadAsync(app.Database);
        var answer = await page.SubmitAsync([]);
        Assert.Contains("The other person is now away on your day, or already makes that tea.", answer.Text, StringComparison.Ordinal);
        Assert.Empty(await before.ChangesAsync());
    }

    [Fact]
    public async Task Who_asks_says_whom_and_offers_only_what_can_be()
    {
        var mine = await app.DutyAsync(Day, Cast.Member);
        var theirs = await app.DutyAsync(Later, Cast.Head);
        var upstairs = await app.DutyAsync(Later, Cast.OtherFloorMember, floor: 2);
        var past = await app.DutyAsync(TestClock.Today.AddDays(-1), Cast.Head);
        await app.AwayAsync(Cast.Member, Later, Later);
        var page = await (await app.SignInAsync(Cast.Member)).GetAsync($"/tea/duty/{mine}/swap");
        var before = await Rows.ReadAsync(app.Database);
        async Task<string> ErrorAsync(string of) => Assert.Single((await page.SubmitAsync(new() { ["Input.Of"] = of })).Errors);
        Assert.Equal("Input_Of: Choose whom to ask.", await ErrorAsync(""));
        const string Away = "Input_Of: You cannot make that tea in return: you are away, or you already make it. Choose another.";
        Assert.Equal(Away, await ErrorAsync($"duty:{theirs}"));
        string[] nobody = ["x", "duty:x", $"duty:{upstairs}", $"duty:{past}", $"duty:{mine}", $"{await app.IdAsync(Cast.Member)}"];
        foreach (var gone in nobody)
            Assert.Equal("Input_Of: That choice is no longer possible. Choose another.", await ErrorAsync(gone));
        Assert.Empty(await before.ChangesAsync());
    }

    [Fact]
    public async Task Who_gives_a_tea_away_says_to_whom()
    {
        var id = await app.DutyAsync(Day, Cast.Member);
        var page = await (await app.SignInAsync(Cast.TeaManager)).GetAsync($"/tea/duty/{id}/reassign");
        var before = await Rows.ReadAsync(app.Database);
        var reason = new Dictionary<string, string> { ["Input.Reason"] = "Ill" };
        Assert.Equal(["Input_Person: Choose who makes it."], (await page.SubmitAsync(reason)).Errors);
        Guid[] strangers = [Guid.NewGuid(), await app.IdAsync(Cast.OtherFloorMember), await app.IdAsync(Cast.OtherTenantMember)];
        foreach (var gone in (string[])["x", .. strangers.Select(id => $"{id}")])
        {
            var answer = await page.SubmitAsync(new(reason) { ["Input.Person"] = gone });
            Assert.Equal(["Input_Person: That person no longer lives here. Choose another."], answer.Errors);
        }

        await app.DutyAsync(Day, Cast.Head, place: 2);
        before = await Rows.ReadAsync(app.Database);
        var twice = await page.SubmitAsync(new(reason) { ["Input.Person"] = $"{await app.IdAsync(Cast.Head)}" });
        Assert.Equal(["Input_Person: That person already makes this tea. Choose another."], twice.Errors);
        Assert.Empty(await before.ChangesAsync());
    }

    [Theory]
    [InlineData("eaten")]
    [InlineData("")]
    public async Task What_came_of_a_tea_is_one_of_two_things(string result)
    {
        var id = await app.DutyAsync(TestClock.Today, Cast.Member);
        var page = await (await app.SignInAsync(Cast.TeaManager)).GetAsync($"/tea/duty/{id}/completion");
        var before = await Rows.ReadAsync(app.Database);
        Assert.Equal(["Input_Result: Choose Done or Missed."], (await page.SubmitAsync(new() { ["Input.Result"] = result })).Errors);
        Assert.Empty(await before.ChangesAsync());
    }

    [Fact]
    public async Task Who_cancels_what_was_given_away_meanwhile_is_told()
    {
        var id = await app.DutyAsync(Day, Cast.Member);
        var cancel = await (await app.SignInAsync(Cast.Head)).GetAsync($"/tea/duty/{id}/cancel");
        var give = await (await app.SignInAsync(Cast.TeaManager)).GetAsync($"/tea/duty/{id}/reassign");
        await give.SubmitAsync(new() { ["Input.Person"] = $"{await app.IdAsync(Cast.Head)}", ["Input.Reason"] = "Ill" });
        var before = await Rows.ReadAsync(app.Database);
        Assert.Equal(TooLate, (await (await cancel.SubmitAsync(new() { ["Input.Reason"] = "Holiday" })).FollowAsync()).Toast);
        Assert.Empty(await before.ChangesAsync());
    }

    [Fact]
    public async Task Who_cannot_make_it_leaves_the_reason_for_the_next()
    {
        var id = await app.DutyAsync(Day, Cast.Member);
        await (await app.SignInAsync(Cast.Member)).PostAsync($"/tea/duty/{id}/decline", new() { ["Input.Reason"] = "Exams." });
        Assert.Equal("North Member 1 cannot make it.", (await app.NextAsync(id)).Why);
        Assert.Equal(["North Member 1 cannot: Exams. Give it to somebody else."], await TextsAsync(Cast.TeaManager));
    }

    [Fact]
    public async Task Who_asked_reads_what_came_of_the_question()
    {
        var mine = await app.DutyAsync(Day, Cast.Member);
        var theirs = await app.DutyAsync(Later, Cast.Head);
        var head = await app.SignInAsync(Cast.Head);
        await AskAsync(mine, $"{await app.IdAsync(Cast.Head)}");
        await head.PostAsync($"/tea/swap/{await SwapOfAsync(mine)}?handler=Decline");
        Assert.Equal(["It is still yours."], await TextsAsync(Cast.Member));
        await AskAsync(mine, $"duty:{theirs}");
        await head.PostAsync($"/tea/swap/{await SwapOfAsync(mine)}");
        // The no is taken back with the tea that it was about.
        Assert.Equal(["You make it on Thu 2 Apr, Morning instead."], await TextsAsync(Cast.Member));
        Assert.Equal("North Pantry head 1 took over from North Member 1.", (await app.NextAsync(mine)).Why);
        Assert.Equal("North Member 1 took over from North Pantry head 1.", (await app.NextAsync(theirs)).Why);
    }

    [Fact]
    public async Task Who_gave_a_tea_away_for_nothing_need_not_make_one()
    {
        var swap = await app.AskedTeaSwapAsync(await app.DutyAsync(Day, Cast.Member));
        await (await app.SignInAsync(Cast.Head)).PostAsync($"/tea/swap/{swap}");
        Assert.Equal(["You do not have to make it."], await TextsAsync(Cast.Member));
    }

    private async Task AskAsync(Guid duty, string of)
    {
        var page = await (await app.SignInAsync(Cast.Member)).GetAsync($"/tea/duty/{duty}/swap");
        Assert.Equal(302, (await page.SubmitAsync(new() { ["Input.Of"] = of })).Status);
    }

    private Task<Guid> SwapOfAsync(Guid duty) =>
        app.ReadAsync("North", async db => (await db.TeaSwaps.SingleAsync(swap => swap.DutyId == duty && swap.AnsweredAt == null)).Id);

    /// <summary>What a person was told, the oldest first.</summary>
    private async Task<List<string>> TextsAsync(Person person)
    {
        var id = await app.IdAsync(person);
        var told = await app.ReadAsync("North", db => db.Set<Notice>().Where(notice => notice.MemberId == id).ToListAsync());
        return [.. told.OrderBy(notice => notice.Id).Select(notice => notice.Text.Replace('\u00a0', ' '))];
    }
}
