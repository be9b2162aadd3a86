using AjsPantry.Features.TeaTasks;
using AjsPantry.Features.TeaTasks.Swaps;
using AjsPantry.Tests.Features.People;
using Microsoft.EntityFrameworkCore;
using SwapState = AjsPantry.Features.Shared.Swaps.SwapState;

namespace AjsPantry.Tests.Features.TeaTasks.Duties;

/// <summary>Two people who act on one question about a tea in the same moment.</summary>
public sealed class SwapRaceTests(PantryApp app) : IClassFixture<PantryApp>
{
    private const string TooLate = "Someone else changed this tea in the meantime. Open it again to see the latest.";
    private const string Answered = "This question was answered or withdrawn in the meantime.";

    private static readonly DateOnly Day = new(2026, 4, 1);

    private TeaActs _acts = null!;

    [Fact]
    public async Task What_is_given_to_somebody_else_cannot_be_asked_away()
    {
        var id = await DutyAsync();
        var answers = await _acts.MeetAsync(id, await _acts.GiveAsync(Cast.TeaManager, id, Cast.Head), _acts.Ask(Cast.Member, id));
        Assert.Equal([Meeting.Done, TooLate], answers);
        Assert.Empty(await _acts.SwapsAsync(id));
    }

    [Fact]
    public async Task A_question_lapses_when_the_tea_is_given_away_in_the_same_moment()
    {
        var id = await DutyAsync();
        var answers = await _acts.MeetAsync(id, _acts.Ask(Cast.Member, id), await _acts.GiveAsync(Cast.TeaManager, id, Cast.Head));
        Assert.Equal([Meeting.Done, Meeting.Done], answers);
        Assert.Equal([SwapState.Lapsed], await _acts.SwapsAsync(id));
        await _acts.HasOneFollowerAsync(id, Cast.Head);
    }

    [Fact]
    public async Task What_is_given_to_somebody_else_is_not_taken_over()
    {
        var id = await DutyAsync();
        var swap = await app.AskedTeaSwapAsync(id);
        var answers = await _acts.MeetAsync(
            id, await _acts.GiveAsync(Cast.TeaManager, id, Cast.TeaManager), _acts.TakeOver(Cast.Head, swap));
        Assert.Equal([Meeting.Done, Answered], answers);
        Assert.Equal([SwapState.Lapsed], await _acts.SwapsAsync(id));
        await _acts.HasOneFollowerAsync(id, Cast.TeaManager);
    }

    [Fact]
    public async Task What_is_taken_over_is_not_given_to_somebody_else()
    {
        var id = await DutyAsync();
        var swap = await app.AskedTeaSwapAsync(id);
        var answers = await _acts.MeetAsync(
            id, _acts.TakeOver(Cast.Head, swap), await _acts.GiveAsync(Cast.TeaManager, id, Cast.TeaManager));
        Assert.Equal([Meeting.Done, TooLate], answers);
        Assert.Equal([SwapState.Accepted], await _acts.SwapsAsync(id));
        await _acts.HasOneFollowerAsync(id, Cast.Head);
    }

    [Fact]
    public async Task Of_two_who_take_over_one_gets_it()
    {
        var id = await DutyAsync();
        var swap = await app.AskedTeaSwapAsync(id);
        Assert.Equal(
            [Meeting.Done, Answered], await _acts.MeetAsync(id, _acts.TakeOver(Cast.Head, swap), _acts.TakeOver(Cast.TeaManager, swap)));
        await _acts.HasOneFollowerAsync(id, Cast.Head);
    }

    [Fact]
    public async Task Nobody_takes_two_places_of_one_tea_over()
    {
        var first = await DutyAsync();
        var second = await app.DutyAsync(Day, Cast.TeaManager, place: 2);
        Func<Task<string>>[] acts =
        [
            _acts.TakeOver(Cast.Head, await app.AskedTeaSwapAsync(first)),
            _acts.TakeOver(Cast.Head, await app.AskedTeaSwapAsync(second)),
        ];
        var answers = await _acts.MeetAtTeaAsync(acts);
        Assert.Equal([Meeting.Done, "You already make this tea."], answers);
        Assert.Equal(await app.IdAsync(Cast.Head), (await app.NextAsync(first)).MemberId);
        Assert.Equal(TeaState.Planned, (await app.ReadDutyAsync(second)).State);
        Assert.Equal([SwapState.Asked], await _acts.SwapsAsync(second));
    }

    [Fact]
    public async Task A_question_that_is_taken_back_cannot_be_answered()
    {
        var id = await DutyAsync();
        var swap = await app.AskedTeaSwapAsync(id);
        var answers = await app.MeetAsync("tea_swaps", swap, _acts.Withdraw(Cast.Member, swap), _acts.TakeOver(Cast.Head, swap));
        Assert.Equal([Meeting.Done, Answered], answers);
        Assert.Equal([SwapState.Withdrawn], await _acts.SwapsAsync(id));
        Assert.Equal(TeaState.Planned, (await app.ReadDutyAsync(id)).State);
    }

    [Fact]
    public async Task A_question_that_is_answered_cannot_be_taken_back()
    {
        var id = await DutyAsync();
        var swap = await app.AskedTeaSwapAsync(id);
        var answers = await app.MeetAsync("tea_swaps", swap, _acts.TakeOver(Cast.Head, swap), _acts.Withdraw(Cast.Member, swap));
        Assert.Equal([Meeting.Done, Answered], answers);
        Assert.Equal([SwapState.Accepted], await _acts.SwapsAsync(id));
        await _acts.HasOneFollowerAsync(id, Cast.Head);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_question_is_declined_or_taken_back_and_not_both(bool declinedFirst)
    {
        var id = await DutyAsync();
        Assert.Equal(Meeting.Done, await _acts.Ask(Cast.Member, id, $"{await app.IdAsync(Cast.Head)}")());
        var swap = await app.ReadAsync("North", db => db.TeaSwaps.Where(row => row.DutyId == id).Select(row => row.Id).SingleAsync());
        Func<Task<string>>[] acts = [_acts.Decline(Cast.Head, swap), _acts.Withdraw(Cast.Member, swap)];
        if (!declinedFirst)
            Array.Reverse(acts);
        Assert.Equal([Meeting.Done, Answered], await app.MeetAsync("tea_swaps", swap, acts));
        Assert.Equal([declinedFirst ? SwapState.Declined : SwapState.Withdrawn], await _acts.SwapsAsync(id));
    }

    [Fact]
    public async Task Who_asks_from_two_devices_asks_once()
    {
        var id = await DutyAsync();
        var answers = await _acts.MeetAtTeaAsync(_acts.Ask(Cast.Member, id), _acts.Ask(Cast.Member, id));
        Assert.Equal([Meeting.Done, "You have already asked. Withdraw that question first."], answers);
        Assert.Equal([SwapState.Asked], await _acts.SwapsAsync(id));
    }

    private async Task<Guid> DutyAsync()
    {
        _acts = await TeaActs.BeginAsync(app);
        return await app.DutyAsync(Day, Cast.Member);
    }
}
