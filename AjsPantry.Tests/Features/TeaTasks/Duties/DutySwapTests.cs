using AjsPantry.Features.Shared.Swaps;
using AjsPantry.Features.TeaTasks;
using AjsPantry.Features.TeaTasks.Duties;
using AjsPantry.Features.TeaTasks.Swaps;
using AjsPantry.Tests.Features.People;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Features.TeaTasks.Duties;

/// <summary>A tea that somebody asks others to make.</summary>
public sealed class DutySwapTests(PantryApp app) : IClassFixture<PantryApp>
{
    private Task<Visitor> Member => app.SignInAsync(Cast.Member);

    private Task<Visitor> Manager => app.SignInAsync(Cast.TeaManager);

    [Fact]
    public async Task A_swap_with_one_person_exchanges_two_duties()
    {
        var mine = await app.DutyAsync(new DateOnly(2026, 4, 6), Cast.Member);
        var theirs = await app.DutyAsync(new DateOnly(2026, 4, 7), Cast.Head);
        var ask = await (await Member).GetAsync($"/tea/duty/{mine}/swap");
        Assert.Equal(302, (await ask.SubmitAsync(new() { ["Input.Of"] = $"duty:{theirs}", ["Input.Words"] = "Please" })).Status);
        Assert.Contains("North Member 1 asks: can you make tea on Mon 6 Apr, Morning?", await app.NewsAsync(Cast.Head));
        var swap = await SwapOfAsync(mine);
        Assert.Equal(403, (await (await Manager).PostAsync($"/tea/swap/{swap.Id}")).Status);
        var answer = await (await (await app.SignInAsync(Cast.Head)).GetAsync($"/tea/swap/{swap.Id}")).SubmitAsync([]);
        Assert.Equal(302, answer.Status);
        var first = await app.NextAsync(mine);
        var second = await app.NextAsync(theirs);
        Assert.Equal((await app.IdAsync(Cast.Head), await app.IdAsync(Cast.Member), true, TeaState.Accepted),
            (first.MemberId!.Value, second.MemberId!.Value, first.BySwap, second.State));
        Assert.Equal(
            (TeaState.Swapped, TeaState.Swapped), ((await app.ReadDutyAsync(mine)).State, (await app.ReadDutyAsync(theirs)).State));
        Assert.Contains("North Pantry head 1 makes tea on Mon 6 Apr, Morning", await app.NewsAsync(Cast.Member));
        Assert.Contains("took it over", (await (await Member).GetAsync($"/tea/swap/{swap.Id}")).Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_who_take_over_at_once_one_gets_it()
    {
        var mine = await app.DutyAsync(new DateOnly(2026, 4, 8), Cast.Member);
        var ask = await (await Member).GetAsync($"/tea/duty/{mine}/swap");
        Assert.Equal(302, (await ask.SubmitAsync([])).Status);
        var swap = await SwapOfAsync(mine);
        Assert.Contains("Can you take over?", (await (await Manager).GetAsync("/tea")).Text, StringComparison.Ordinal);
        var pages = await Task.WhenAll(new[] { Cast.Head, Cast.TeaManager }
            .Select(async person => await (await app.SignInAsync(person)).GetAsync($"/tea/swap/{swap.Id}")));
        var answers = await Task.WhenAll(pages.Select(page => Task.Run(() => page.SubmitAsync([]))));
        Assert.Single(answers, answer => answer.Status == 302);
        Assert.Single(
            answers, answer => answer.Text.Contains("This question was answered or withdrawn in the meantime.", StringComparison.Ordinal));
        Assert.Equal(1, await app.ReadAsync("North", db => db.TeaDuties.CountAsync(duty => duty.FollowsId == mine)));
    }

    [Fact]
    public async Task A_question_is_declined_taken_back_and_asked_once_at_a_time()
    {
        var mine = await app.DutyAsync(new DateOnly(2026, 4, 9), Cast.Member);
        var ask = await (await Member).GetAsync($"/tea/duty/{mine}/swap");
        var head = await app.IdAsync(Cast.Head);
        Assert.Equal(["Input_Of: That person no longer lives here. Choose another."],
            (await ask.SubmitAsync(new() { ["Input.Of"] = $"{await app.IdAsync(Cast.OtherFloorMember)}" })).Errors);
        Assert.Equal(302, (await ask.SubmitAsync(new() { ["Input.Of"] = $"{head}" })).Status);
        Assert.Equal(["Input_Of: You have already asked. Withdraw that question first."],
            (await ask.SubmitAsync(new() { ["Input.Of"] = $"{head}" })).Errors);
        var swap = await SwapOfAsync(mine);
        var decline = await (await app.SignInAsync(Cast.Head)).GetAsync($"/tea/swap/{swap.Id}");
        Assert.Equal(["Input_Answer: Use 300 characters at most."],
            (await decline.SubmitAsync(new() { ["Input.Answer"] = new('a', 301) }, "form[action*=Decline]")).Errors);
        Assert.Equal(302, (await decline.SubmitAsync(new() { ["Input.Answer"] = "Away" }, "form[action*=Decline]")).Status);
        Assert.DoesNotContain("North Member 1 asks: can you make tea on Thu 9 Apr, Morning?", await app.NewsAsync(Cast.Head));
        Assert.Contains("North Pantry head 1 cannot make tea on Thu 9 Apr, Morning", await app.NewsAsync(Cast.Member));
        Assert.Equal(302, (await ask.SubmitAsync(new() { ["Input.Of"] = "floor" })).Status);
        swap = await SwapOfAsync(mine);
        Assert.Contains("North Member 1 asks: can you make tea on Thu 9 Apr, Morning?", await app.NewsAsync(Cast.TeaManager));
        Assert.Equal(302, (await (await (await Member).GetAsync($"/tea/swap/{swap.Id}")).SubmitAsync([], "form[action*=Withdraw]")).Status);
        Assert.DoesNotContain("North Member 1 asks: can you make tea on Thu 9 Apr, Morning?", await app.NewsAsync(Cast.TeaManager));
        Assert.Equal(TeaState.Planned, (await app.ReadDutyAsync(mine)).State);
    }

    [Fact]
    public async Task A_duty_that_is_given_away_takes_its_question_with_it()
    {
        var mine = await app.DutyAsync(new DateOnly(2026, 4, 10), Cast.Member);
        await (await (await Member).GetAsync($"/tea/duty/{mine}/swap")).SubmitAsync([]);
        var swap = await SwapOfAsync(mine);
        var give = await (await Manager).GetAsync($"/tea/duty/{mine}/reassign");
        Assert.Equal(["Input_Person: That person already makes this tea. Choose another."],
            (await give.SubmitAsync(new() { ["Input.Person"] = $"{await app.IdAsync(Cast.Member)}", ["Input.Reason"] = "x" })).Errors);
        await app.AwayAsync(Cast.TeaManager, new DateOnly(2026, 4, 10), new DateOnly(2026, 4, 10));
        Assert.Equal(["Input_Person: That person is away on the day. Choose another."],
            (await give.SubmitAsync(new() { ["Input.Person"] = $"{await app.IdAsync(Cast.TeaManager)}", ["Input.Reason"] = "x" })).Errors);
        Assert.Equal(
            302, (await give.SubmitAsync(new() { ["Input.Person"] = $"{await app.IdAsync(Cast.Head)}", ["Input.Reason"] = "Ill" })).Status);
        Assert.Equal(SwapState.Lapsed, (await app.ReadAsync("North", db => db.TeaSwaps.SingleAsync(row => row.Id == swap.Id))).State);
        var late = await (await app.SignInAsync(Cast.Head)).PostAsync($"/tea/swap/{swap.Id}");
        Assert.Contains("This question was answered or withdrawn in the meantime.", late.Text, StringComparison.Ordinal);
    }

    private Task<TeaSwap> SwapOfAsync(Guid dutyId) =>
        app.ReadAsync(
            "North", db => db.TeaSwaps.AsNoTracking().SingleAsync(swap => swap.DutyId == dutyId && swap.State == SwapState.Asked));
}
