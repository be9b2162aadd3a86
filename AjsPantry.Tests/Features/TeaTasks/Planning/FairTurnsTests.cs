using AjsPantry.Features.TeaTasks.Planning;
using AjsPantry.Tests.Features.TeaTasks.Fairness;
using CsCheck;

namespace AjsPantry.Tests.Features.TeaTasks.Planning;

public sealed class FairTurnsTests
{
    private static readonly DateOnly Monday = new(2026, 3, 16);

    private static readonly DateOnly WindowStart = Monday.AddDays(-180);

    private static readonly HashSet<DayOfWeek> EveryDay = [.. Enum.GetValues<DayOfWeek>()];

    private static readonly FairSlot Morning = new(new Guid(900, 0, 0, new byte[8]), "Morning", 1, EveryDay);

    private static readonly Gen<DaySpan[]> Absences = Gen.Select(
        Gen.Int[0, 60], Gen.Int[0, 25], (start, days) => new DaySpan(Monday.AddDays(start), Monday.AddDays(start + days))).Array[0, 2];

    private static readonly Gen<FairSlot[]> Slots = Gen.Select(Gen.Int[1, 3], Gen.Int[1, 127]).Array[1, 3]
        .Select(slots => slots.Select((slot, index) => new FairSlot(
        new Guid(900 + index, 0, 0, new byte[8]), $"Slot {index}", slot.Item1,
        Enum.GetValues<DayOfWeek>().Where(day => (slot.Item2 & (1 << (int)day)) != 0).ToHashSet())).ToArray());

    /// <summary>People in groups of equal availability: the same days away, and histories that differ by one turn at most.</summary>
    private static readonly Gen<FairPerson[]> Groups = Gen.Select(Absences, Gen.Int[0, 9], Gen.Int[0, 1].Array[1, 5]).Array[1, 4]
        .Select(groups => groups.SelectMany((group, number) =>
        group.Item3
            .Select((more,
                member) =>
                    Person((number * 10) + member,
                        turns: [.. Enumerable.Range(1, group.Item2 + more).Select(day => Monday.AddDays((-day * 7) - member))],
                        away: group.Item1))).ToArray());

    private static readonly Gen<FairRule> Rules = Gen.Select(Slots, Groups, Gen.Int[1, 62],
        (slots, people, days) => new FairRule(WindowStart, Monday, Monday.AddDays(days - 1), slots, people, []));

    /// <summary>
    /// Two to four times as many people as make tea in a day, with any history, who are away at first and then there for long.
    /// </summary>
    private static readonly Gen<FairRule> Floors = Gen.Select(
        Gen.Int[1, 3], Gen.Int[4, 5], Gen.Int[0, 3], Gen.Select(Gen.Int[0, 4], Gen.Int[1, 30], Absences).Array[20])
            .Select((together, times, more, people) => new FairRule(
            WindowStart, Monday, Monday.AddDays(239), [Morning with { People = together }],
            [.. people.Take((together * times) + more)
                .Select((one,
                    number) =>
                        Person(number,
                            turns: [.. Enumerable.Range(0, one.Item1)
                                .Select(turn => Monday.AddDays(-1 - (one.Item2 % 7) - (turn * one.Item2)))], away: one.Item3))],
            []));

    /// <summary>How many people there are, and by how many turns one of them is behind.</summary>
    private static readonly Gen<(int Count, int Behind)> Behind = Gen.Select(Gen.Int[4, 30], Gen.Int[2, 11]);

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

    [Fact]
    public void Counts_end_even_within_one_whatever_the_history_and_the_leaves() => Floors.Sample(floor =>
    {
        var counts = floor.People.ToDictionary(person => person.Id, person => person.Turns.Count);
        foreach (var place in FairTurns.Assign(floor).Where(place => place.MemberId is not null))
            counts[place.MemberId!.Value]++;
        return counts.Values.Max() - counts.Values.Min() <= 1;
    });

    [Fact]
    public void Gaps_are_as_even_as_the_days_allow_once_all_are_back() => Floors.Sample(floor =>
    {
        var even = (double)floor.People.Count / floor.Slots[0].People;
        var days = FairTurns.Assign(floor).Where(place => place.Date >= floor.Until.AddDays(-60))
            .GroupBy(place => place.MemberId, place => place.Date.DayNumber);
        return days.All(own => own.Zip(own.Skip(1), (one, next) => next - one)
            .All(gap => gap >= Math.Floor(even) && gap <= Math.Ceiling(even)));
    });

    [Fact]
    public void In_any_seven_days_nobody_has_more_than_an_even_share_and_one_extra_turn() => Behind.Sample((count, behind) =>
    {
        var own = DaysOf(count, behind, 180);
        var most = (int)Math.Ceiling(7.0 / count) + 1;
        return own.All(day => own.Count(other => other >= day && other < day + 7) <= most);
    });

    [Fact]
    public void What_somebody_owes_shrinks_every_week() => Behind.Sample((count, behind) =>
    {
        var own = DaysOf(count, behind, 300);
        var owed = Enumerable.Range(0, 40)
            .Select(week => (behind * (count - 1.0) / count) + (week * 7.0 / count) - own.Count(day => day < week * 7))
                .TakeWhile(owed => owed > 1).ToList();
        return owed.Count < 40 && owed.Zip(owed.Skip(1)).All(weeks => weeks.Second < weeks.First);
    });

    [Fact]
    public void Nobody_makes_tea_two_days_running_while_somebody_else_is_free() => Gen.Select(
        Rules, Gen.Int[0, 12].Array[20]).Sample((rule, more) =>
    {
        var people = rule.People
            .Select((person,
                index) =>
                    person with { Turns = [.. person.Turns, .. Enumerable.Range(1, more[index]).Select(day => Monday.AddDays(-day))] })
                        .ToList();
        var turns = people.ToDictionary(person => person.Id, person => person.Turns.ToHashSet());
        foreach (var place in FairTurns.Assign(rule with { People = people }).Where(place => place.MemberId is not null))
        {
            bool IsFree(Guid id) => !turns[id].Overlaps([place.Date.AddDays(-1), place.Date, place.Date.AddDays(1)]);
            if (!IsFree(place.MemberId!.Value) && people.Any(other => !other.IsAway(place.Date) && IsFree(other.Id)))
                return false;
            turns[place.MemberId.Value].Add(place.Date);
        }

        return true;
    });

    [Fact]
    public void A_year_of_joins_leaves_and_returns_stays_even_within_what_is_owed() =>
        Gen.Select(Gen.Int[4, 9], Gen.Select(Gen.Int[0, 11], Gen.Int[0, 2], Gen.Int[0, 40]).Array[0, 8]).Sample((count, events) =>
    {
        var people = new List<FloorYear.Somebody>();
        for (var number = 0; number < count; number++)
            people.Add(new(number, 0));
        foreach (var (month, kind, days) in events)
        {
            if (kind == 0)
                people.Add(new(people.Count, month));
            else
                people[(month + days) % count].Away
                    .Add(new(FloorYear.First.AddDays((month * 30) + days),
                        FloorYear.First.AddDays((month * 30) + days + (kind == 1 ? days : 5))));
        }

        // Whoever was away makes up for it while others wait, and is passed over again when those days leave the window.
        return FloorYear.Spread(people) <= (people.Exists(person => person.Away.Count > 0) ? 2 : 1);
    });

    [Fact]
    public void Nobody_is_asked_while_away_or_twice_for_one_tea_and_no_place_is_lost() => Rules.Sample(rule =>
    {
        var places = FairTurns.Assign(rule);
        var people = rule.People.ToDictionary(person => person.Id);
        var needed = Enumerable.Range(0, rule.Until.DayNumber - rule.From.DayNumber + 1).Select(rule.From.AddDays)
            .Sum(day => rule.Slots.Where(slot => slot.Weekdays.Contains(day.DayOfWeek)).Sum(slot => slot.People));
        return places.Count == needed
            && places.Where(place => place.MemberId is not null).All(place => !people[place.MemberId!.Value].IsAway(place.Date))
            && places.Where(place => place.MemberId is not null).GroupBy(place => (place.Date, place.SlotId, place.MemberId))
                .All(group => group.Count() == 1)
            && places.GroupBy(place => (place.Date, place.SlotId, place.Place)).All(group => group.Count() == 1);
    });

    [Fact]
    public void An_open_place_means_that_nobody_else_was_there() => Rules.Sample(rule =>
    {
        var places = FairTurns.Assign(rule);
        return places.Where(place => place.MemberId is null).All(open =>
        {
            var there = places.Where(place => place.Date == open.Date && place.SlotId == open.SlotId).Select(place => place.MemberId)
                .ToHashSet();
            return rule.People.All(person => person.IsAway(open.Date) || there.Contains(person.Id));
        });
    });

    [Fact]
    public void Planning_in_two_parts_is_planning_at_once() => Gen.Select(Rules, Gen.Int[0, 60]).Sample((rule, cut) =>
    {
        var whole = FairTurns.Assign(rule).Select(place => (place.Date, place.SlotId, place.Place, place.MemberId)).ToList();
        var day = rule.From.AddDays(cut);
        if (day >= rule.Until)
            return true;
        var first = FairTurns.Assign(rule with { Until = day });
        var people = rule.People
            .Select(person =>
                person with { Turns = [.. person.Turns, .. first.Where(place => place.MemberId == person.Id).Select(place => place.Date)] })
                    .ToList();
        var rest = FairTurns.Assign(rule with { From = day.AddDays(1), People = people });
        return first.Concat(rest).Select(place => (place.Date, place.SlotId, place.Place, place.MemberId)).SequenceEqual(whole);
    });

    private static FairPerson Person(int number, IReadOnlyList<DateOnly>? turns = null, DaySpan[]? away = null, int start = 0) =>
        new(new Guid(number, 0, 0, new byte[8]), $"{number}", start, turns ?? [], away ?? []);

    /// <summary>
    /// On which days somebody makes tea, counted from the first, who is behind the others; they have come round and round.
    /// </summary>
    private static List<int> DaysOf(int count, int behind, int days)
    {
        var people = Enumerable.Range(0, count - 1)
            .Select(number =>
                Person(number,
                    turns: [.. Enumerable.Range(0, behind).Select(round => Monday.AddDays(-1 - number - (round * (count - 1))))]));
        var places = FairTurns.Assign(new FairRule(WindowStart, Monday, Monday.AddDays(days - 1), [Morning], [.. people, Person(99)], []));
        return [.. places.Where(place => Name(place) == "99").Select(place => place.Date.DayNumber - Monday.DayNumber)];
    }

    private static string Name(FairPlace place) => place.MemberId is { } id ? $"{BitConverter.ToInt32(id.ToByteArray())}" : "-";

    private static string Names(IEnumerable<FairPlace> places) => string.Join(' ', places.Select(Name));
}
