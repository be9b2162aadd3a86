using AjsPantry.Features.TeaTasks;
using AjsPantry.Features.TeaTasks.Duties;
using AjsPantry.Features.TeaTasks.Duties.Managing;
using AjsPantry.Features.TeaTasks.Jobs;
using AjsPantry.Infrastructure.Tenancy;
using AjsPantry.Tests.Features.People;

namespace AjsPantry.Tests.Features.TeaTasks.Duties;

/// <summary>Two people who say what came of the same tea in the same moment.</summary>
public sealed class MarkRaceTests(PantryApp app) : IClassFixture<PantryApp>
{
    private const string TooLate = "Someone else changed this tea in the meantime. Open it again to see the latest.";
    private const string Gone = "One of them no longer needs to be confirmed. The list below is up to date.";

    private static readonly MarkDuty.Input Missed = new() { Result = MarkDuty.Missed, Reason = "No tea" };

    private FloorView _floor = null!;

    [Fact]
    public async Task Who_made_it_cannot_put_right_what_the_tea_manager_said_first()
    {
        var id = await DutyAsync(TeaState.Accepted);
        Assert.Equal([Meeting.Done, TooLate], await MeetAsync(id, Mark(Cast.TeaManager, id, Missed), Mark(Cast.Member, id, new())));
        await IsMarkedByManagerAsync(id);
    }

    [Fact]
    public async Task The_tea_manager_puts_right_what_was_said_in_the_same_moment()
    {
        var id = await DutyAsync(TeaState.Accepted);
        Assert.Equal([Meeting.Done, Meeting.Done], await MeetAsync(id, Mark(Cast.Member, id, new()), Mark(Cast.TeaManager, id, Missed)));
        await IsMarkedByManagerAsync(id);
    }

    [Fact]
    public async Task Who_made_it_says_so_once()
    {
        var id = await DutyAsync(TeaState.Accepted);
        Assert.Equal([Meeting.Done, TooLate], await MeetAsync(id, Mark(Cast.Member, id, new()), Mark(Cast.Member, id, new())));
        Assert.Equal(TeaState.Done, (await app.ReadDutyAsync(id)).State);
        Assert.Single(await app.TrailAsync(id), entry => entry.Kind == "Changed");
    }

    [Fact]
    public async Task Of_two_who_confirm_one_does()
    {
        var id = await DutyAsync(TeaState.Done);
        Assert.Equal([Meeting.Done, Gone], await MeetAsync(id, Confirm(Cast.TeaManager, id), Confirm(Cast.Head, id)));
        Assert.Equal(await app.IdAsync(Cast.TeaManager), (await app.ReadDutyAsync(id)).ConfirmedById);
    }

    [Fact]
    public async Task What_is_marked_as_missed_in_the_same_moment_is_not_confirmed()
    {
        var id = await DutyAsync(TeaState.Done);
        var other = await app.DutyAsync(TestClock.Today.AddDays(-1), Cast.Member, TeaState.Done);
        Assert.Equal([Meeting.Done, Gone], await MeetAsync(id, Mark(Cast.TeaManager, id, Missed), Confirm(Cast.Head, id, other)));
        await IsMarkedByManagerAsync(id);
        // All that is ticked is confirmed, or nothing.
        Assert.Null((await app.ReadDutyAsync(other)).ConfirmedAt);
    }

    [Fact]
    public async Task What_somebody_says_while_the_night_closes_the_day_stands()
    {
        var id = await DutyAsync(TeaState.Accepted);
        async Task<string> NightAsync() => await app.RunJobAsync<CloseTeaDays>(period: "2026-03-16");
        Assert.Equal([Meeting.Done, "all marked"], await MeetAsync(id, Mark(Cast.Member, id, new()), NightAsync));
        Assert.Equal(TeaState.Done, (await app.ReadDutyAsync(id)).State);
    }

    [Fact]
    public async Task What_the_night_closed_can_still_be_marked()
    {
        var id = await DutyAsync(TeaState.Accepted);
        async Task<string> NightAsync() => await app.RunJobAsync<CloseTeaDays>(period: "2026-03-16");
        Assert.Equal(["1 not marked", Meeting.Done], await MeetAsync(id, NightAsync, Mark(Cast.Member, id, new())));
        Assert.Equal(TeaState.Done, (await app.ReadDutyAsync(id)).State);
    }

    private async Task<Guid> DutyAsync(TeaState state)
    {
        _floor = await app.FloorAsync("North", 1);
        return await app.DutyAsync(TestClock.Today, Cast.Member, state);
    }

    private async Task IsMarkedByManagerAsync(Guid id)
    {
        var duty = await app.ReadDutyAsync(id);
        var manager = await app.IdAsync(Cast.TeaManager);
        Assert.Equal(TeaState.Missed, duty.State);
        Assert.Equal("No tea", duty.Reason);
        Assert.Equal(manager, duty.MarkedById);
        Assert.Equal(manager, duty.ConfirmedById);
        Assert.Equal(["Your tea of Sun 15 Mar, Morning is marked as missed"], await app.NewsAsync(Cast.Member));
    }

    private Task<string[]> MeetAsync(Guid id, params Func<Task<string>>[] acts) => app.MeetAsync("tea_duties", id, acts);

    private Func<Task<string>> Mark(Person person, Guid id, MarkDuty.Input input) =>
        app.Act<MarkDuty.Handler, TeaDuty>(person, _floor, handler => handler.HandleAsync(_floor.Id, id, input, default));

    private Func<Task<string>> Confirm(Person person, params Guid[] ids)
    {
        var input = new ConfirmDuties.Input { Duties = [.. ids] };
        return app.Act<ConfirmDuties.Handler, ConfirmDuties.Confirmed>(
            person, _floor, async handler => await handler.HandleAsync(_floor.Id, input, default));
    }
}
