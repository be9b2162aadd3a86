using AjsPantry.Features.TeaTasks.Duties;

namespace AjsPantry.Tests.Features.TeaTasks.Duties;

/// <summary>The rule who may take a tea.</summary>
public sealed class TeaTakersTests
{
    private static readonly DateOnly Day = new(2026, 4, 1);
    private static readonly Guid Slot = Guid.NewGuid();
    private static readonly Guid Duty = Guid.NewGuid();
    private static readonly Guid Free = Guid.NewGuid();
    private static readonly Guid Invited = Guid.NewGuid();
    private static readonly Guid OnLeave = Guid.NewGuid();
    private static readonly Guid Maker = Guid.NewGuid();

    private static readonly TeaTakers Takers = new(
        new Dictionary<Guid, bool> { [Free] = true, [Invited] = false, [OnLeave] = true, [Maker] = true },
        [new(OnLeave, "On leave", Day.AddDays(-1), Day, [])],
        [new(Duty, Slot, Day, Maker)]);

    [Fact]
    public void Who_lives_there_has_joined_is_there_and_does_not_make_it_already_may()
    {
        Assert.Null(Takers.WhyNot(Slot, Day, Free));
        Assert.Equal("That person no longer lives here. Choose another.", Takers.WhyNot(Slot, Day, Guid.NewGuid()));
        Assert.Equal("That person has not joined yet. Choose another.", Takers.WhyNot(Slot, Day, Invited));
        Assert.Equal("That person is away on the day. Choose another.", Takers.WhyNot(Slot, Day, OnLeave));
        Assert.Equal("That person already makes this tea. Choose another.", Takers.WhyNot(Slot, Day, Maker));
    }

    [Fact]
    public void Another_day_another_time_and_the_same_duty_are_in_nobodys_way()
    {
        Assert.Null(Takers.WhyNot(Slot, Day.AddDays(1), OnLeave));
        Assert.Null(Takers.WhyNot(Slot, Day.AddDays(1), Maker));
        Assert.Null(Takers.WhyNot(Guid.NewGuid(), Day, Maker));
        Assert.Null(Takers.WhyNot(Slot, Day, Maker, Duty));
    }
}
