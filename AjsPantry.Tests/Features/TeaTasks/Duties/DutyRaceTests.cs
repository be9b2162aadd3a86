using AjsPantry.Features.People.Leaving;
using AjsPantry.Features.TeaTasks;
using AjsPantry.Features.TeaTasks.Duties;
using AjsPantry.Features.TeaTasks.Swaps;
using AjsPantry.Infrastructure.Identity;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Tests.Features.People;
using Microsoft.EntityFrameworkCore;
using SwapState = AjsPantry.Features.Shared.Swaps.SwapState;

namespace AjsPantry.Tests.Features.TeaTasks.Duties;

/// <summary>Two people who act on one tea in the same moment: the first counts, and the other reads how it stands now.</summary>
public sealed class DutyRaceTests(PantryApp app) : IClassFixture<PantryApp>
{
    private const string TooLate = "Someone else changed this tea in the meantime. Open it again to see the latest.";
    private const string Answered = "This question was answered or withdrawn in the meantime.";

    private static readonly DateOnly Day = new(2026, 4, 1);

    private FloorView _floor = null!;
    private TeaActs _acts = null!;

    [Fact]
    public async Task What_is_given_to_somebody_else_is_not_accepted_any_more()
    {
        var id = await DutyAsync();
        var answers = await MeetAsync(id, await _acts.GiveAsync(Cast.TeaManager, id, Cast.Head), _acts.Accept(Cast.Member, id));
        Assert.Equal([Meeting.Done, TooLate], answers);
        var duty = await app.ReadDutyAsync(id);
        Assert.Equal(TeaState.Cancelled, duty.State);
        Assert.Null(duty.AcceptedAt);
        await HasOneFollowerAsync(id, Cast.Head);
    }

    [Fact]
    public async Task What_is_accepted_can_still_be_given_away()
    {
        var id = await DutyAsync();
        var answers = await MeetAsync(id, _acts.Accept(Cast.Member, id), await _acts.GiveAsync(Cast.TeaManager, id, Cast.Head));
        Assert.Equal([Meeting.Done, Meeting.Done], answers);
        await HasOneFollowerAsync(id, Cast.Head);
    }

    [Fact]
    public async Task Of_two_who_give_a_tea_away_the_first_counts()
    {
        var id = await DutyAsync();
        Func<Task<string>>[] acts =
        [
            await _acts.GiveAsync(Cast.TeaManager, id, Cast.Head),
            await _acts.GiveAsync(Cast.Head, id, Cast.TeaManager),
        ];
        var answers = await MeetAsync(id, acts);
        Assert.Equal([Meeting.Done, TooLate], answers);
        await HasOneFollowerAsync(id, Cast.Head);
    }

    [Fact]
    public async Task A_tea_that_is_accepted_twice_at_once_is_accepted_once()
    {
        var id = await DutyAsync();
        Assert.Equal([Meeting.Done, Meeting.Done], await MeetAsync(id, _acts.Accept(Cast.Member, id), _acts.Accept(Cast.Member, id)));
        Assert.Equal(TeaState.Accepted, (await app.ReadDutyAsync(id)).State);
        Assert.Single(await app.TrailAsync(id), entry => entry.Kind == "Changed");
    }

    [Fact]
    public async Task What_is_given_to_somebody_else_cannot_be_asked_away()
    {
        var id = await DutyAsync();
        var answers = await MeetAsync(id, await _acts.GiveAsync(Cast.TeaManager, id, Cast.Head), _acts.Ask(Cast.Member, id));
        Assert.Equal([Meeting.Done, TooLate], answers);
        Assert.Empty(await SwapsAsync(id));
    }

    [Fact]
    public async Task A_question_lapses_when_the_tea_is_given_away_in_the_same_moment()
    {
        var id = await DutyAsync();
        var answers = await MeetAsync(id, _acts.Ask(Cast.Member, id), await _acts.GiveAsync(Cast.TeaManager, id, Cast.Head));
        Assert.Equal([Meeting.Done, Meeting.Done], answers);
        Assert.Equal([SwapState.Lapsed], await SwapsAsync(id));
        await HasOneFollowerAsync(id, Cast.Head);
    }

    [Fact]
    public async Task What_is_given_to_somebody_else_is_not_taken_over()
    {
        var id = await DutyAsync();
        var swap = await app.AskedTeaSwapAsync(id);
        var answers = await MeetAsync(id, await _acts.GiveAsync(Cast.TeaManager, id, Cast.TeaManager), _acts.TakeOver(Cast.Head, swap));
        Assert.Equal([Meeting.Done, Answered], answers);
        Assert.Equal([SwapState.Lapsed], await SwapsAsync(id));
        await HasOneFollowerAsync(id, Cast.TeaManager);
    }

    [Fact]
    public async Task What_is_taken_over_is_not_given_to_somebody_else()
    {
        var id = await DutyAsync();
        var swap = await app.AskedTeaSwapAsync(id);
        var answers = await MeetAsync(id, _acts.TakeOver(Cast.Head, swap), await _acts.GiveAsync(Cast.TeaManager, id, Cast.TeaManager));
        Assert.Equal([Meeting.Done, TooLate], answers);
        Assert.Equal([SwapState.Accepted], await SwapsAsync(id));
        await HasOneFollowerAsync(id, Cast.Head);
    }

    [Fact]
    public async Task Of_two_who_take_over_one_gets_it()
    {
        var id = await DutyAsync();
        var swap = await app.AskedTeaSwapAsync(id);
        Assert.Equal([Meeting.Done, Answered], await MeetAsync(id, _acts.TakeOver(Cast.Head, swap), _acts.TakeOver(Cast.TeaManager, swap)));
        await HasOneFollowerAsync(id, Cast.Head);
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
        var answers = await MeetAtTeaAsync(acts);
        Assert.Equal([Meeting.Done, "You already make this tea."], answers);
        Assert.Equal(await app.IdAsync(Cast.Head), (await app.NextAsync(first)).MemberId);
        Assert.Equal(TeaState.Planned, (await app.ReadDutyAsync(second)).State);
        Assert.Equal([SwapState.Asked], await SwapsAsync(second));
    }

    [Fact]
    public async Task A_question_that_is_taken_back_cannot_be_answered()
    {
        var id = await DutyAsync();
        var swap = await app.AskedTeaSwapAsync(id);
        var answers = await app.MeetAsync("tea_swaps", swap, _acts.Withdraw(Cast.Member, swap), _acts.TakeOver(Cast.Head, swap));
        Assert.Equal([Meeting.Done, Answered], answers);
        Assert.Equal([SwapState.Withdrawn], await SwapsAsync(id));
        Assert.Equal(TeaState.Planned, (await app.ReadDutyAsync(id)).State);
    }

    [Fact]
    public async Task A_question_that_is_answered_cannot_be_taken_back()
    {
        var id = await DutyAsync();
        var swap = await app.AskedTeaSwapAsync(id);
        var answers = await app.MeetAsync("tea_swaps", swap, _acts.TakeOver(Cast.Head, swap), _acts.Withdraw(Cast.Member, swap));
        Assert.Equal([Meeting.Done, Answered], answers);
        Assert.Equal([SwapState.Accepted], await SwapsAsync(id));
        await HasOneFollowerAsync(id, Cast.Head);
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
        Assert.Equal([declinedFirst ? SwapState.Declined : SwapState.Withdrawn], await SwapsAsync(id));
    }

    [Fact]
    public async Task Who_asks_from_two_devices_asks_once()
    {
        var id = await DutyAsync();
        var answers = await MeetAtTeaAsync(_acts.Ask(Cast.Member, id), _acts.Ask(Cast.Member, id));
        Assert.Equal([Meeting.Done, "You have already asked. Withdraw that question first."], answers);
        Assert.Equal([SwapState.Asked], await SwapsAsync(id));
    }

    [Fact]
    public async Task Who_declines_after_the_tea_is_cancelled_is_told()
    {
        var id = await DutyAsync();
        Assert.Equal([Meeting.Done, TooLate], await MeetAsync(id, _acts.Cancel(Cast.TeaManager, id), _acts.GiveUp(Cast.Member, id)));
        Assert.Equal("Holiday", (await app.ReadDutyAsync(id)).Reason);
        Assert.Equal(0, await app.ReadAsync("North", db => db.TeaDuties.CountAsync(duty => duty.FollowsId == id)));
    }

    [Fact]
    public async Task Who_cancels_a_tea_that_was_declined_in_the_same_moment_is_told_that_it_is_open()
    {
        var id = await DutyAsync();
        Assert.Equal([Meeting.Done, TooLate], await MeetAsync(id, _acts.GiveUp(Cast.Member, id), _acts.Cancel(Cast.TeaManager, id)));
        Assert.Equal("Exams", (await app.ReadDutyAsync(id)).Reason);
        await HasOneFollowerAsync(id, null);
    }

    [Fact]
    public async Task Who_cancels_a_tea_that_was_given_away_in_the_same_moment_is_told()
    {
        var id = await DutyAsync();
        var answers = await MeetAsync(id, await _acts.GiveAsync(Cast.Head, id, Cast.Head), _acts.Cancel(Cast.TeaManager, id));
        Assert.Equal([Meeting.Done, TooLate], answers);
        await HasOneFollowerAsync(id, Cast.Head);
    }

    [Fact]
    public async Task Of_two_who_cancel_the_reason_of_the_first_stands()
    {
        var id = await DutyAsync();
        var answers = await MeetAsync(id, _acts.Cancel(Cast.TeaManager, id), _acts.Cancel(Cast.Head, id, "No milk"));
        Assert.Equal([Meeting.Done, Meeting.Done], answers);
        Assert.Equal("Holiday", (await app.ReadDutyAsync(id)).Reason);
        Assert.Equal(["No tea on Wed 1 Apr, Morning"], await app.NewsAsync(Cast.Member));
    }

    [Fact]
    public async Task Who_is_given_a_tea_in_the_same_moment_does_not_leave_without_handing_it_over()
    {
        var id = await DutyAsync();
        var answers = await MeetAtTeaAsync(await _acts.GiveAsync(Cast.Head, id, Cast.TeaManager), await DeactivateAsync(Cast.TeaManager));
        Assert.Equal([Meeting.Done, "Choose who takes over: North Tea manager 1 still has 1 tea turn."], answers);
        await HasOneFollowerAsync(id, Cast.TeaManager);
    }

    [Fact]
    public async Task Who_leaves_in_the_same_moment_is_given_no_tea()
    {
        var id = await DutyAsync();
        var answers = await MeetAtTeaAsync(await DeactivateAsync(Cast.TeaManager), await _acts.GiveAsync(Cast.Head, id, Cast.TeaManager));
        Assert.Equal([Meeting.Done, "That person no longer lives here. Choose another."], answers);
        Assert.Equal(TeaState.Planned, (await app.ReadDutyAsync(id)).State);
    }

    private async Task<Func<Task<string>>> DeactivateAsync(Person person)
    {
        var id = await app.IdAsync(person);
        var input = new Deactivate.Input { Reason = "Left" };
        return app.Act<Deactivate.Handler, Member>(Cast.Admin, _floor, handler => handler.HandleAsync(id, input, default));
    }

    private async Task<Guid> DutyAsync()
    {
        _floor = await app.FloorAsync("North", 1);
        _acts = new TeaActs(app, _floor);
        return await app.DutyAsync(Day, Cast.Member);
    }

    private async Task HasOneFollowerAsync(Guid id, Person? person)
    {
        var next = await app.NextAsync(id);
        Guid? holder = person is null ? null : await app.IdAsync(person);
        Assert.Equal(holder, next.MemberId);
        Assert.Equal(1, await app.ReadAsync("North", db => db.TeaDuties.CountAsync(duty => duty.Date == Day && duty.EndedAt == null)));
    }

    private Task<List<SwapState>> SwapsAsync(Guid duty) =>
        app.ReadAsync("North", db => db.TeaSwaps.Where(swap => swap.DutyId == duty).Select(swap => swap.State).ToListAsync());

    private Task<string[]> MeetAsync(Guid id, params Func<Task<string>>[] acts) => app.MeetAsync("tea_duties", id, acts);

    private Task<string[]> MeetAtTeaAsync(params Func<Task<string>>[] acts) =>
        app.MeetAtTeaAsync(Cast.TenantId("North"), _floor.Id, acts);
}
