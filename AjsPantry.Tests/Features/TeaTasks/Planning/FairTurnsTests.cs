using AjsPantry.Features.TeaTasks.Planning;
using static AjsPantry.Tests.Features.TeaTasks.Planning.FairExamples;

namespace AjsPantry.Tests.Features.TeaTasks.Planning;

public sealed class FairTurnsTests
{
    [Fact]
    public void The_fewest_turns_come_first_then_the_longest_ago_then_the_list()
    {
        var people = new[] { Person(1, turns: [Monday.AddDays(-3)]), Person(2, turns: [Monday.AddDays(-9)]), Person(3), Person(4) };
        Assert.Equal("3 4 2 1 3 4", Names(FairTurns.Assign(new FairRule(WindowStart, Monday, Monday.AddDays(5), [Morning], people, []))));
    }

    [Fact]
    public void Who_is_away_keeps_the_place_and_the_reason_says_so()
    {
        var people = new[] { Person(1, away: [new(Monday, Monday.AddDays(1))]), Person(2), Person(3) };
        var places = FairTurns.Assign(new FairRule(WindowStart, Monday, Monday.AddDays(3), [Morning], people, []));
        Assert.Equal("2 3 1 2", Names(places));
        Assert.Equal(
            (Monday, "Moved from Mon 16 Mar, because of an absence."), (places[2].KeptFrom!.Value, places[2].Why.Replace('\u00a0', ' ')));
    }

    [Fact]
    public void Who_starts_level_does_not_catch_up()
    {
        var week = Enumerable.Range(1, 6).Select(number => Monday.AddDays(-20 * number)).ToArray();
        var people = new[] { Person(1, turns: week), Person(2, turns: week), Person(3, start: 6) };
        var places = FairTurns.Assign(new FairRule(WindowStart, Monday, Monday.AddDays(5), [Morning], people, []));
        Assert.Equal("3 1 2 3 1 2", Names(places));
        Assert.Equal(
            "6 turns since Wed 17 Sep 2025, without this one: the fewest, like 2 others. 6 of them to start level. No tea made before.",
            places[0].Why.Replace('\u00a0', ' '));
        Assert.Equal(
            "7 turns since Wed 17 Sep 2025, without this one: the fewest, like 2 others. 6 of them to start level, 1 in this rota. The last one was on Mon 16 Mar, longest ago.",
            places[3].Why.Replace('\u00a0', ' '));
    }

    [Theory]
    [InlineData(3, "0 2 4 6 8 10 12")]
    [InlineData(4, "0 2 5 7 10 12")]
    [InlineData(7, "0 3 7 10 14 17 24")]
    [InlineData(11, "0 4 8 12 17 25")]
    public void Who_is_four_turns_behind_catches_up_by_one_extra_turn_a_week(int count, string days)
    {
        var people = Enumerable.Range(0, count - 1)
            .Select(number =>
                Person(number, turns: [.. Enumerable.Range(0, 4).Select(round => Monday.AddDays(-1 - number - (round * (count - 1))))]));
        var places = FairTurns.Assign(new FairRule(WindowStart, Monday, Monday.AddDays(25), [Morning], [.. people, Person(99)], []));
        Assert.StartsWith(days,
            string.Join(' ', places.Where(place => Name(place) == "99").Select(place => place.Date.DayNumber - Monday.DayNumber)),
            StringComparison.Ordinal);
        Assert.Equal("1 turn since Wed 17 Sep 2025, without this one: the fewest. 1 of them in this rota.",
            places.Where(place => Name(place) == "99").ElementAt(1).Why.Replace('\u00a0', ' '));
        Assert.Contains(places, place => place.Why.Contains(" of those who made no tea the day before.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1, 7, 0.875)]
    [InlineData(7, 7, 3.5)]
    [InlineData(14, 7, 4.6666666666666670)]
    [InlineData(5, 14, 1.8421052631578947)]
    public void The_pace_is_an_even_share_and_one_extra_turn_in_seven_days(int present, int weekly, double days) =>
        Assert.Equal(days, FairTurns.Pace(present, weekly), 12);

    [Fact]
    public void Days_that_are_given_already_are_kept_apart_on_both_sides()
    {
        var often = Person(2, turns: [Monday.AddDays(-30), Monday.AddDays(-40), Monday.AddDays(-50)]);
        foreach (var near in (int[])[-1, 1])
            Assert.Equal("2",
                Names(FairTurns.Assign(new FairRule(
                    WindowStart, Monday, Monday, [Morning], [Person(1, turns: [Monday.AddDays(near)]), often], []))));
        // Among seven the pace is 3.5 days: two turns lie 3 days apart, three lie 7 days apart, on whichever side.
        var others = Enumerable.Range(2, 6).Select(number => often with { Id = Person(number).Id });
        foreach (var (near, chosen) in (IEnumerable<(int[], string)>)[
            ([-2], "2"), ([-3], "1"), ([2], "2"), ([3], "1"), ([-3, 3], "2"), ([-3, 4], "1"), ([-3, -6], "2"), ([-3, -7], "1"),
            ([3, 6], "2"), ([4, 7], "1")])
        {
            var one = Person(1, turns: [.. near.Select(Monday.AddDays)]);
            Assert.Equal(chosen, Names(FairTurns.Assign(new FairRule(WindowStart, Monday, Monday, [Morning], [one, .. others], []))));
        }

        // Whoever makes another tea on that day comes last.
        var evening = Morning with { Id = Guid.NewGuid() };
        var two = new[] { Person(1), Person(2, turns: [Monday.AddDays(-1), Monday.AddDays(-9)]) };
        Assert.Equal("1 2", Names(FairTurns.Assign(new FairRule(WindowStart, Monday, Monday, [Morning, evening], two, []))));
    }

    [Fact]
    public void What_is_taken_stays_and_counts()
    {
        var people = new[] { Person(1, turns: [Monday]), Person(2), Person(3) };
        var places = FairTurns.Assign(new FairRule(
            WindowStart, Monday, Monday.AddDays(2), [Morning], people, [new(Monday, Morning.Id, 1, people[0].Id)]));
        Assert.Equal([(Monday.AddDays(1), "2"), (Monday.AddDays(2), "3")], places.Select(place => (place.Date, Name(place))));
    }

    [Fact]
    public void A_place_that_nobody_can_fill_stays_open_and_says_why()
    {
        var away = Person(1, away: [new(Monday, Monday)]);
        Assert.Equal(
            "Everybody who takes part is away.", FairTurns.Assign(new FairRule(WindowStart, Monday, Monday, [Morning], [away], []))[0].Why);
        var two = FairTurns.Assign(new FairRule(WindowStart, Monday, Monday, [Morning with { People = 2 }], [Person(1)], []));
        Assert.Equal("1 -", Names(two));
        Assert.Equal("Everybody who takes part already has this tea.", two[1].Why);
    }

    [Theory]
    [InlineData(0, "No turns since Wed 17 Sep 2025, without this one: the fewest.")]
    [InlineData(1, "No turns since Wed 17 Sep 2025, without this one: the fewest, like 1 other. No tea made before.")]
    [InlineData(2, "No turns since Wed 17 Sep 2025, without this one: the fewest, like 2 others. No tea made before.")]
    public void Every_choice_is_explained(int equals, string words)
    {
        var people = Enumerable.Range(0, equals + 1).Select(number => Person(number)).Append(Person(9, turns: [Monday.AddDays(-2)]))
            .ToArray();
        Assert.Equal(
            words, FairTurns.Assign(new FairRule(WindowStart, Monday, Monday, [Morning], people, []))[0].Why.Replace('\u00a0', ' '));
    }

    private static string Names(IEnumerable<FairPlace> places) => string.Join(' ', places.Select(Name));
}
