using AjsPantry.Features.TeaTasks.Planning;
using AjsPantry.Tests.Features.TeaTasks.Fairness;
using CsCheck;
using static AjsPantry.Tests.Features.TeaTasks.Planning.FairExamples;

namespace AjsPantry.Tests.Features.TeaTasks.Planning;

/// <summary>What holds of the turns of every floor, whatever its history.</summary>
public sealed class FairTurnsPropertiesTests
{
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
}
