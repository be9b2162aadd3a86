using AjsPantry.Features.TeaTasks.Fairness;

namespace AjsPantry.Tests.Features.TeaTasks.Fairness;

public sealed class StartLevelTests
{
    [Fact]
    public void Those_of_the_first_rota_start_with_nothing()
    {
        var starts = StartLevel.Of([Joined(1, 0), Joined(2, 0), Joined(3, 0)]);
        Assert.Equal([0, 0, 0], starts.OrderBy(start => start.Key).Select(start => start.Value));
    }

    [Fact]
    public void Who_joins_starts_with_as_many_as_the_middle_one_had_when_they_were_first_planned()
    {
        // The first three were planned on day 0 and again on day 5; the fourth joined that second rota, the fifth is in none yet.
        var starts = StartLevel.Of([Joined(1, 0, 0, 0, 0, 5), Joined(2, 0, 0, 0, 5, 5), Joined(3, 0, 0), Joined(4, 5, 5), Joined(5, null)]);
        Assert.Equal([0, 0, 0, 2, 4], Enumerable.Range(1, 5).Select(number => starts[Id(number)]));
    }

    [Fact]
    public void Two_who_join_together_start_alike()
    {
        var starts = StartLevel.Of([Joined(1, 0, 0, 0), Joined(2, 3), Joined(3, 3)]);
        Assert.Equal((2, 2), (starts[Id(2)], starts[Id(3)]));
    }

    [Fact]
    public void What_somebody_starts_with_counts_for_those_who_come_later()
    {
        var starts = StartLevel.Of([Joined(1, 0, 0, 0, 0), Joined(2, 1, 1), Joined(3, 2)]);
        Assert.Equal((3, 4), (starts[Id(2)], starts[Id(3)]));
    }

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    private static Joined Joined(int number, int? since, params int[] planned) =>
        new(Id(number), since is { } day ? Day(day) : DateTimeOffset.MaxValue, [.. planned.Select(Day)]);

    private static DateTimeOffset Day(int day) => new(2026, 1, 1 + day, 0, 0, 0, TimeSpan.Zero);
}
