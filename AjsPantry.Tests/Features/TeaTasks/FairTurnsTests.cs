using AjsPantry.Features.TeaTasks;
using CsCheck;

namespace AjsPantry.Tests.Features.TeaTasks;

public sealed class FairTurnsTests
{
    private static readonly DateOnly Monday = new(2026, 3, 16);

    private static readonly DateOnly WindowStart = Monday.AddDays(-180);

    private static readonly HashSet<DayOfWeek> EveryDay = [.. Enum.GetValues<DayOfWeek>()];

    private static readonly FairSlot Morning = new(new Guid(900, 0, 0, new byte[8]), "Morning", 1, EveryDay);

    private static readonly Gen<DaySpan[]> Absences = Gen.Select(Gen.Int[0, 60], Gen.Int[0, 25], (start, days) => new DaySpan(Monday.AddDays(start), Monday.AddDays(start + days))).Array[0, 2];

    private static readonly Gen<FairSlot[]> Slots = Gen.Select(Gen.Int[1, 3], Gen.Int[1, 127]).Array[1, 3].Select(slots => slots.Select((slot, index) => new FairSlot(
        new Guid(900 + index, 0, 0, new byte[8]), $"Slot {index}", slot.Item1, Enum.GetValues<DayOfWeek>().Where(day => (slot.Item2 & (1 << (int)day)) != 0).ToHashSet())).ToArray());

    /// <summary>People in groups of equal availability: the same days away, and histories that differ by one turn at most.</summary>
    private static readonly Gen<FairPerson[]> Groups = Gen.Select(Absences, Gen.Int[0, 9], Gen.Int[0, 1].Array[1, 5]).Array[1, 4].Select(groups => groups.SelectMany((group, number) =>
        group.Item3.Select((more, member) => Person((number * 10) + member, turns: [.. Enumerable.Range(1, group.Item2 + more).Select(day => Monday.AddDays((-day * 7) - member))], away: group.Item1))).ToArray());

    private static readonly Gen<FairRule> Rules = Gen.Select(Slots, Groups, Gen.Int[1, 62], (slots, people, days) => new FairRule(WindowStart, Monday, Monday.AddDays(days - 1), slots, people, []));

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
        Assert.Equal((Monday, "Kept this turn from Mon 16 Mar, when away."), (places[2].KeptFrom!.Value, places[2].Why.Replace('\u00a0', ' ')));
    }

    [Fact]
    public void Who_came_lately_starts_level_and_does_not_catch_up()
    {
        var week = Enumerable.Range(1, 6).Select(number => Monday.AddDays(-20 * number)).ToArray();
        var people = new[] { Person(1, turns: week), Person(2, turns: week), Person(3, since: Monday.AddDays(-1)) };
        var places = FairTurns.Assign(new FairRule(WindowStart, Monday, Monday.AddDays(5), [Morning], people, []));
        Assert.Equal("3 1 2 3 1 2", Names(places));
        Assert.Contains("6 of them for the time before coming here", places[0].Why, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_taken_stays_and_counts()
    {
        var people = new[] { Person(1, turns: [Monday]), Person(2), Person(3) };
        var places = FairTurns.Assign(new FairRule(WindowStart, Monday, Monday.AddDays(2), [Morning], people, [new(Monday, Morning.Id, 1, people[0].Id)]));
        Assert.Equal([(Monday.AddDays(1), "2"), (Monday.AddDays(2), "3")], places.Select(place => (place.Date, Name(place))));
    }

    [Fact]
    public void A_place_that_nobody_can_fill_stays_open_and_says_why()
    {
        var away = Person(1, away: [new(Monday, Monday)]);
        Assert.Equal("Everybody who takes part is away.", FairTurns.Assign(new FairRule(WindowStart, Monday, Monday, [Morning], [away], []))[0].Why);
        var two = FairTurns.Assign(new FairRule(WindowStart, Monday, Monday, [Morning with { People = 2 }], [Person(1)], []));
        Assert.Equal("1 -", Names(two));
        Assert.Equal("Everybody who takes part has this tea already.", two[1].Why);
    }

    [Theory]
    [InlineData(0, "No turns since Wed 17 Sep 2025, the fewest.")]
    [InlineData(1, "No turns since Wed 17 Sep 2025, as few as 1 other; never before.")]
    public void Every_choice_is_explained(int equals, string words)
    {
        var people = Enumerable.Range(0, equals + 1).Select(number => Person(number)).Append(Person(9, turns: [Monday.AddDays(-2)])).ToArray();
        Assert.Equal(words, FairTurns.Assign(new FairRule(WindowStart, Monday, Monday, [Morning], people, []))[0].Why.Replace('\u00a0', ' '));
    }

    [Fact]
    public void Counts_of_people_equally_available_differ_by_one_at_most() => Rules.Sample(rule =>
    {
        var given = FairTurns.Assign(rule).Where(place => place.MemberId is not null).CountBy(place => place.MemberId!.Value).ToDictionary();
        int Count(FairPerson person) => person.Turns.Count + given.GetValueOrDefault(person.Id);
        return rule.People.GroupBy(GroupOf).All(group => group.Max(Count) - group.Min(Count) <= 1);
    });

    [Fact]
    public void Whatever_the_history_nobody_gets_a_turn_while_somebody_present_has_fewer() => Gen.Select(Rules, Gen.Int[0, 12].Array[20]).Sample((rule, more) =>
    {
        var people = rule.People.Select((person, index) => person with { Turns = [.. person.Turns, .. Enumerable.Range(1, more[index]).Select(day => Monday.AddDays(-day))] }).ToList();
        var counts = people.ToDictionary(person => person.Id, person => person.Turns.Count);
        var busy = new HashSet<(DateOnly, Guid, Guid)>();
        foreach (var place in FairTurns.Assign(rule with { People = people }).Where(place => place.MemberId is not null))
        {
            if (people.Any(other => !other.IsAway(place.Date) && !busy.Contains((place.Date, place.SlotId, other.Id)) && counts[other.Id] < counts[place.MemberId!.Value]))
                return false;
            counts[place.MemberId!.Value]++;
            busy.Add((place.Date, place.SlotId, place.MemberId.Value));
        }

        return true;
    });

    [Fact]
    public void Nobody_is_asked_while_away_or_twice_for_one_tea_and_no_place_is_lost() => Rules.Sample(rule =>
    {
        var places = FairTurns.Assign(rule);
        var people = rule.People.ToDictionary(person => person.Id);
        var needed = Enumerable.Range(0, rule.Until.DayNumber - rule.From.DayNumber + 1).Select(rule.From.AddDays).Sum(day => rule.Slots.Where(slot => slot.Weekdays.Contains(day.DayOfWeek)).Sum(slot => slot.People));
        return places.Count == needed
            && places.Where(place => place.MemberId is not null).All(place => !people[place.MemberId!.Value].IsAway(place.Date))
            && places.Where(place => place.MemberId is not null).GroupBy(place => (place.Date, place.SlotId, place.MemberId)).All(group => group.Count() == 1)
            && places.GroupBy(place => (place.Date, place.SlotId, place.Place)).All(group => group.Count() == 1);
    });

    [Fact]
    public void An_open_place_means_that_nobody_else_was_there() => Rules.Sample(rule =>
    {
        var places = FairTurns.Assign(rule);
        return places.Where(place => place.MemberId is null).All(open =>
        {
            var there = places.Where(place => place.Date == open.Date && place.SlotId == open.SlotId).Select(place => place.MemberId).ToHashSet();
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
        var people = rule.People.Select(person => person with { Turns = [.. person.Turns, .. first.Where(place => place.MemberId == person.Id).Select(place => place.Date)] }).ToList();
        var rest = FairTurns.Assign(rule with { From = day.AddDays(1), People = people });
        return first.Concat(rest).Select(place => (place.Date, place.SlotId, place.Place, place.MemberId)).SequenceEqual(whole);
    });

    private static FairPerson Person(int number, IReadOnlyList<DateOnly>? turns = null, DaySpan[]? away = null, DateOnly? since = null) =>
        new(new Guid(number, 0, 0, new byte[8]), $"{number}", since ?? DateOnly.MinValue, turns ?? [], away ?? []);

    /// <summary>People of one group are away on the same days.</summary>
    private static int GroupOf(FairPerson person) => int.Parse(person.Name, null) / 10;

    private static string Name(FairPlace place) => place.MemberId is { } id ? $"{BitConverter.ToInt32(id.ToByteArray())}" : "-";

    private static string Names(IEnumerable<FairPlace> places) => string.Join(' ', places.Select(Name));
}
