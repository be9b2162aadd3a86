using AjsPantry.Features.Menus.CookingTurns.Rota;
using CsCheck;

namespace AjsPantry.Tests.Features.Menus.CookingTurns.Rota;

public sealed class TurnSequenceTests
{
    private static readonly DateOnly Monday = new(2026, 3, 16);

    private static readonly HashSet<DayOfWeek> EveryDay = [.. Enum.GetValues<DayOfWeek>()];

    private static readonly Gen<TurnRule> Rules =
        from rooms in Gen.Int[1, 7]
        from days in Gen.Int[1, TurnRule.LongestTurn]
        from weekdays in Gen.Int[1, 127]
        select new TurnRule(
            Monday, days, Enum.GetValues<DayOfWeek>().Where(day => (weekdays & (1 << (int)day)) != 0).ToHashSet(), Rooms(rooms));

    private static readonly Gen<HashSet<DateOnly>> Skips = Gen.Int[0, 120].Select(Monday.AddDays).HashSet[0, 30];

    [Fact]
    public void Rooms_cook_in_order_for_the_days_of_their_turn()
    {
        var rule = new TurnRule(Monday, 2, EveryDay, Rooms(3));
        Assert.Equal("1 1 2 2 3 3 1 1", Names(TurnSequence.Plan(rule, Monday, Monday.AddDays(7), 0, new HashSet<DateOnly>())));
    }

    [Fact]
    public void A_day_without_cooking_takes_nobodys_turn()
    {
        var rule = new TurnRule(Monday, 1, EveryDay, Rooms(3));
        var turns = TurnSequence.Plan(rule, Monday, Monday.AddDays(4), 0, new HashSet<DateOnly> { Monday.AddDays(1) }).ToList();
        Assert.Equal("1 2 3 1", Names(turns));
        Assert.Equal(Monday.AddDays(2), turns[1].Date);
    }

    [Fact]
    public void Only_the_days_of_cooking_count()
    {
        var rule = new TurnRule(Monday, 1, new HashSet<DayOfWeek> { DayOfWeek.Monday, DayOfWeek.Thursday }, Rooms(3));
        Assert.Equal([Monday, Monday.AddDays(3), Monday.AddDays(7)],
            TurnSequence.Plan(rule, Monday, Monday.AddDays(9), 0, new HashSet<DateOnly>()).Select(turn => turn.Date));
    }

    [Fact]
    public void The_turns_of_a_room_that_is_gone_go_to_the_next()
    {
        var rule = new TurnRule(
            Monday, 2, EveryDay, [new(Guid.NewGuid(), "1"), new(Guid.NewGuid(), "2", InUse: false), new(Guid.NewGuid(), "3")]);
        Assert.Equal("1 1 3 3 1 1", Names(TurnSequence.Plan(rule, Monday, Monday.AddDays(5), 0, new HashSet<DateOnly>())));
    }

    [Fact]
    public void A_room_that_is_gone_in_the_middle_of_its_turn_loses_the_rest_of_it()
    {
        var rule = new TurnRule(Monday, 3, EveryDay, [new(Guid.NewGuid(), "1", InUse: false), new(Guid.NewGuid(), "2")]);
        Assert.Equal([3, 4], TurnSequence.Plan(rule, Monday, Monday.AddDays(1), 1, new HashSet<DateOnly>()).Select(turn => turn.Turn));
    }

    [Fact]
    public void Turns_that_are_written_are_not_given_again()
    {
        var rule = new TurnRule(Monday, 2, EveryDay, Rooms(3));
        var turns = TurnSequence.Plan(rule, Monday, Monday.AddDays(3), 1, new HashSet<DateOnly>(), new HashSet<int> { 1, 2, 5 }).ToList();
        Assert.Equal([3, 4, 6, 7], turns.Select(turn => turn.Turn));
        Assert.Equal("2 3 1 1", Names(turns));
    }

    [Fact]
    public void No_day_before_the_rule_began_is_anybodys()
    {
        var rule = new TurnRule(Monday.AddDays(2), 1, EveryDay, Rooms(3));
        var turns = TurnSequence.Plan(rule, Monday, Monday.AddDays(3), 0, new HashSet<DateOnly>());
        Assert.Equal([Monday.AddDays(2), Monday.AddDays(3)], turns.Select(turn => turn.Date));
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 4)]
    [InlineData(3, 6)]
    [InlineData(9, 0)]
    public void A_new_order_begins_after_the_room_that_cooked_last(int last, int first)
    {
        var rule = new TurnRule(Monday, 2, EveryDay, Rooms(3));
        Assert.Equal(first, TurnSequence.FirstAfter(rule, new Guid(last, 0, 0, new byte[8])));
        Assert.Equal(0, TurnSequence.FirstAfter(rule, null));
    }

    [Fact]
    public void A_rule_may_hold_for_one_day()
    {
        var one = new TurnRule(Monday, 1, EveryDay, Rooms(2));
        var other = one with { StartsOn = Monday.AddDays(1) };
        Assert.Equal([new(one, Monday, Monday), new(other, Monday.AddDays(1), Monday.AddDays(1))],
            TurnSequence.Spans([one, other], Monday, Monday.AddDays(1)));
    }

    [Fact]
    public void Nobody_is_left_nobody_cooks() =>
        Assert.Empty(TurnSequence.Plan(new TurnRule(Monday, 1, EveryDay, [new(Guid.NewGuid(), "1", InUse: false)]), Monday,
            Monday.AddDays(5), 0, new HashSet<DateOnly>()));

    [Fact]
    public void Counts_differ_by_one_turn_at_most_whatever_days_are_skipped() =>
        Gen.Select(Rules, Skips).Sample((rule, skips) =>
        {
            var counts = TurnSequence.Plan(rule, Monday, Monday.AddDays(200), 0, skips).CountBy(turn => turn.Room.Id).ToDictionary();
            return counts.Count == 0
                || rule.Rooms.Max(room => counts.GetValueOrDefault(room.Id)) - rule.Rooms
                    .Min(room => counts.GetValueOrDefault(room.Id)) <= rule.TurnDays;
        });

    [Fact]
    public void The_order_is_the_same_with_and_without_skipped_days() =>
        Gen.Select(Rules, Skips).Sample((rule, skips) =>
        {
            var plain = TurnSequence.Plan(rule, Monday, Monday.AddDays(300), 0, new HashSet<DateOnly>()).ToList();
            var skipped = TurnSequence.Plan(rule, Monday, Monday.AddDays(300), 0, skips).ToList();
            return skipped.Select(turn => turn.Room.Id).SequenceEqual(plain.Take(skipped.Count).Select(turn => turn.Room.Id))
                && !skipped.Any(turn => skips.Contains(turn.Date));
        });

    [Fact]
    public void Planning_in_two_parts_is_planning_at_once() =>
        Gen.Select(Rules, Skips, Gen.Int[0, 100]).Sample((rule, skips, cut) =>
        {
            var whole = TurnSequence.Plan(rule, Monday, Monday.AddDays(150), 0, skips).ToList();
            var first = TurnSequence.Plan(rule, Monday, Monday.AddDays(cut), 0, skips).ToList();
            var rest = TurnSequence.Plan(
                rule, Monday.AddDays(cut + 1), Monday.AddDays(150), first.Count == 0 ? 0 : first[^1].Turn + 1, skips);
            return first.Concat(rest).SequenceEqual(whole);
        });

    [Fact]
    public void Every_day_from_the_first_rule_on_is_written_by_the_last_rule_that_began() =>
        Gen.Select(Rules.List[1, 4], Gen.Int[0, 60].List[4], Gen.Int[0, 80], Gen.Int[0, 80]).Sample((rules, starts, first, length) =>
        {
            var ordered = rules.Zip(starts.Distinct()).Select(pair => pair.First with { StartsOn = Monday.AddDays(pair.Second) })
                .OrderBy(rule => rule.StartsOn).ToList();
            var from = Monday.AddDays(first);
            var to = Monday.AddDays(first + length);
            var days = TurnSequence.Spans(ordered, from, to)
                .SelectMany(span => Enumerable.Range(span.From.DayNumber, span.To.DayNumber - span.From.DayNumber + 1)
                    .Select(day => (Day: DateOnly.FromDayNumber(day), span.Rule))).ToList();
            var expected = Enumerable.Range(0, length + 1).Select(from.AddDays)
                .Select(day => (Day: day, Rule: ordered.LastOrDefault(rule => rule.StartsOn <= day))).Where(pair => pair.Rule is not null)
                    .ToList();
            return days.SequenceEqual(expected!);
        });

    [Theory]
    [InlineData(1, 0, "1’s turn.")]
    [InlineData(1, 2, "3’s turn.")]
    [InlineData(2, 3, "2’s turn, day 2 of 2.")]
    public void Every_turn_is_explained_in_a_sentence(int days, int turn, string words) =>
        Assert.Equal(words, TurnSequence.Explain(new TurnRule(Monday, days, EveryDay, Rooms(3)), turn));

    private static List<TurnRoom> Rooms(int count) =>
        [.. Enumerable.Range(1, count).Select(number => new TurnRoom(new Guid(number, 0, 0, new byte[8]), $"{number}"))];

    private static string Names(IEnumerable<CookingTurn> turns) => string.Join(' ', turns.Select(turn => turn.Room.Name));
}
