using AjsPantry.Features.TeaTasks;
using AjsPantry.Features.TeaTasks.Duties;
using AjsPantry.Tests.Features.People;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Tests.Features.TeaTasks.Duties;

/// <summary>Two people who act on one tea in the same moment: the first counts, and the other reads how it stands now.</summary>
public sealed class DutyRaceTests(PantryApp app) : IClassFixture<PantryApp>
{
    private const string TooLate = "Someone else changed this tea in the meantime. Open it again to see the latest.";

    private static readonly DateOnly Day = new(2026, 4, 1);

    private TeaActs _acts = null!;

    [Fact]
    public async Task What_is_given_to_somebody_else_is_not_accepted_any_more()
    {
        var id = await DutyAsync();
        var answers = await _acts.MeetAsync(id, await _acts.GiveAsync(Cast.TeaManager, id, Cast.Head), _acts.Accept(Cast.Member, id));
        Assert.Equal([Meeting.Done, TooLate], answers);
        var duty = await app.ReadDutyAsync(id);
        Assert.Equal(TeaState.Cancelled, duty.State);
        Assert.Null(duty.AcceptedAt);
        await _acts.HasOneFollowerAsync(id, Cast.Head);
    }

    [Fact]
    public async Task What_is_accepted_can_still_be_given_away()
    {
        var id = await DutyAsync();
        var answers = await _acts.MeetAsync(id, _acts.Accept(Cast.Member, id), await _acts.GiveAsync(Cast.TeaManager, id, Cast.Head));
        Assert.Equal([Meeting.Done, Meeting.Done], answers);
        await _acts.HasOneFollowerAsync(id, Cast.Head);
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
        var answers = await _acts.MeetAsync(id, acts);
        Assert.Equal([Meeting.Done, TooLate], answers);
        await _acts.HasOneFollowerAsync(id, Cast.Head);
    }

    [Fact]
    public async Task A_tea_that_is_accepted_twice_at_once_is_accepted_once()
    {
        var id = await DutyAsync();
        Assert.Equal([Meeting.Done, Meeting.Done], await _acts.MeetAsync(id, _acts.Accept(Cast.Member, id), _acts.Accept(Cast.Member, id)));
        Assert.Equal(TeaState.Accepted, (await app.ReadDutyAsync(id)).State);
        Assert.Single(await app.TrailAsync(id), entry => entry.Kind == "Changed");
    }

    [Fact]
    public async Task Who_declines_after_the_tea_is_cancelled_is_told()
    {
        var id = await DutyAsync();
        Assert.Equal([Meeting.Done, TooLate], await _acts.MeetAsync(id, _acts.Cancel(Cast.TeaManager, id), _acts.GiveUp(Cast.Member, id)));
        Assert.Equal("Holiday", (await app.ReadDutyAsync(id)).Reason);
        Assert.Equal(0, await app.ReadAsync("North", db => db.TeaDuties.CountAsync(duty => duty.FollowsId == id)));
    }

    [Fact]
    public async Task Who_cancels_a_tea_that_was_declined_in_the_same_moment_is_told_that_it_is_open()
    {
        var id = await DutyAsync();
        Assert.Equal([Meeting.Done, TooLate], await _acts.MeetAsync(id, _acts.GiveUp(Cast.Member, id), _acts.Cancel(Cast.TeaManager, id)));
        Assert.Equal("Exams", (await app.ReadDutyAsync(id)).Reason);
        await _acts.HasOneFollowerAsync(id, null);
    }

    [Fact]
    public async Task Who_cancels_a_tea_that_was_given_away_in_the_same_moment_is_told()
    {
        var id = await DutyAsync();
        var answers = await _acts.MeetAsync(id, await _acts.GiveAsync(Cast.Head, id, Cast.Head), _acts.Cancel(Cast.TeaManager, id));
        Assert.Equal([Meeting.Done, TooLate], answers);
        await _acts.HasOneFollowerAsync(id, Cast.Head);
    }

    [Fact]
    public async Task Of_two_who_cancel_the_reason_of_the_first_stands()
    {
        var id = await DutyAsync();
        var answers = await _acts.MeetAsync(id, _acts.Cancel(Cast.TeaManager, id), _acts.Cancel(Cast.Head, id, "No milk"));
        Assert.Equal([Meeting.Done, Meeting.Done], answers);
        Assert.Equal("Holiday", (await app.ReadDutyAsync(id)).Reason);
        Assert.Equal(["No tea on Wed 1 Apr, Morning"], await app.NewsAsync(Cast.Member));
    }

    [Fact]
    public async Task Who_is_given_a_tea_in_the_same_moment_does_not_leave_without_handing_it_over()
    {
        var id = await DutyAsync();
        var answers = await _acts.MeetAtTeaAsync(
            await _acts.GiveAsync(Cast.Head, id, Cast.TeaManager), await _acts.DeactivateAsync(Cast.TeaManager));
        Assert.Equal([Meeting.Done, "Choose who takes over: North Tea manager 1 still has 1 tea turn."], answers);
        await _acts.HasOneFollowerAsync(id, Cast.TeaManager);
    }

    [Fact]
    public async Task Who_leaves_in_the_same_moment_is_given_no_tea()
    {
        var id = await DutyAsync();
        var answers = await _acts.MeetAtTeaAsync(
            await _acts.DeactivateAsync(Cast.TeaManager), await _acts.GiveAsync(Cast.Head, id, Cast.TeaManager));
        Assert.Equal([Meeting.Done, "That person no longer lives here. Choose another."], answers);
        Assert.Equal(TeaState.Planned, (await app.ReadDutyAsync(id)).State);
    }

    private async Task<Guid> DutyAsync()
    {
        _acts = await TeaActs.BeginAsync(app);
        return await app.DutyAsync(Day, Cast.Member);
    }
}
