using AjsPantry.Features.TeaTasks.Fairness;
using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Features.TeaTasks.Planning;

/// <summary>
/// Who makes tea on which day. Whoever has the fewest turns is next; among equals the one whose last turn is longest ago; then the
/// order of the list. Before all that come those who are rested, so that nobody makes tea two days running while somebody else is
/// free, and whoever is behind catches up by one extra turn in seven days and not all at once. Who is away is passed over and keeps
/// the place: the fewest turns are still theirs when they are back.
/// </summary>
public static class FairTurns
{
    private const int Week = 7;

    /// <summary>Fills every place of the rule's days that nobody has yet, in the order of the days.</summary>
    public static IReadOnlyList<FairPlace> Assign(FairRule rule)
    {
        var people = rule.People.Select((person, order) => new Runner(person, order)).ToList();
        var taken = rule.Taken.ToLookup(place => (place.Date, place.SlotId));
        var places = new List<FairPlace>();
        for (var day = rule.From; day <= rule.Until; day = day.AddDays(1))
        {
            foreach (var slot in rule.Slots.Where(slot => slot.Weekdays.Contains(day.DayOfWeek)))
            {
                var present = taken[(day, slot.Id)].ToList();
                var busy = present.Select(place => place.MemberId).OfType<Guid>().ToHashSet();
                foreach (var number in Enumerable.Range(1, slot.People).Except(present.Select(place => place.Place)))
                    places.Add(Fill(rule, people, day, slot, number, busy));
            }
        }

        return places;
    }

    /// <summary>
    /// The days that lie between two turns of one person at the least: as many as an even share of the week and one extra turn leave.
    /// </summary>
    /// <param name="present">How many people share the turns.</param>
    /// <param name="weekly">How many turns a week has.</param>
    public static double Pace(int present, int weekly) => (double)Week * present / (weekly + present);

    private static FairPlace Fill(FairRule rule, List<Runner> people, DateOnly day, FairSlot slot, int number, HashSet<Guid> busy)
    {
        var pace = Pace(people.Count(runner => !runner.Person.IsAway(day)), rule.Slots.Sum(each => each.People * each.Weekdays.Count));
        var order = people.Where(runner => !busy.Contains(runner.Person.Id)).OrderBy(runner => runner.RestOn(day, pace))
            .ThenBy(runner => runner.Count).ThenBy(runner => runner.LastBefore(day)).ThenBy(runner => runner.Order).ToList();
        var chosen = order.Find(runner => !runner.Person.IsAway(day));
        foreach (var passed in order.TakeWhile(runner => runner != chosen))
            passed.PassedOn ??= day;
        if (chosen is null)
        {
            var nobody = order.Count == 0 ? "Everybody who takes part already has this tea." : "Everybody who takes part is away.";
            return new FairPlace(day, slot.Id, number, null, nobody, null);
        }

        var why = Explain(rule, chosen, [.. order.Where(runner => runner != chosen && !runner.Person.IsAway(day))], day);
        var place = new FairPlace(day, slot.Id, number, chosen.Person.Id, why, chosen.PassedOn);
        chosen.Take(day);
        busy.Add(chosen.Person.Id);
        return place;
    }

    /// <summary>Why the first of an order is the first, in a sentence or two.</summary>
    private static string Explain(FairRule rule, Runner chosen, List<Runner> others, DateOnly day)
    {
        if (chosen.PassedOn is { } passed)
            return $"Moved from {Words(rule, passed)}, because of an absence.";
        var since = Words(rule, rule.WindowStart);
        if (others.Exists(other => other.Count < chosen.Count))
            return $"{Had(chosen)} since {since}, without this one: the fewest of those who made no tea the day before.{Parts(chosen)}";
        var equals = others.Count(other => other.Count == chosen.Count);
        if (equals == 0)
            return $"{Had(chosen)} since {since}, without this one: the fewest.{Parts(chosen)}";
        var last = chosen.LastBefore(day) is { } date && date > DateOnly.MinValue ? $"The last one was on {Words(rule, date)}, longest ago"
            : "No tea made before";
        return $"{Had(chosen)} since {since}, without this one: the fewest, like {(equals == 1 ? "1 other" : $"{equals} others")}.{Parts(chosen)} {last}.";
    }

    /// <summary>6 turns, where a sentence begins with it.</summary>
    private static string Had(Runner chosen) => chosen.Count switch { 0 => "No turns", 1 => "1 turn", var count => $"{count} turns" };

    /// <summary>What a count is made of besides turns that are published.</summary>
    private static string Parts(Runner chosen) => (chosen.Person.Start, chosen.Given) switch
    {
        (0, 0) => "",
        (0, var given) => $" {given} of them in this rota.",
        (var start, 0) => $" {start} of them to start level.",
        var (start, given) => $" {start} of them to start level, {given} in this rota.",
    };

    private static string Words(FairRule rule, DateOnly day) => Formats.Day(day, rule.From.Year);

    /// <summary>How a person stands while the days are gone through.</summary>
    private sealed class Runner(FairPerson person, int order)
    {
        private readonly List<DateOnly> _turns = [.. person.Turns.Order()];

        public FairPerson Person => person;

        public int Order => order;

        public int Count => person.Start + _turns.Count;

        /// <summary>How many of the turns were given while the days were gone through.</summary>
        public int Given => _turns.Count - person.Turns.Count;

        /// <summary>The first day on which the person was next but away, and has not been given a turn for since.</summary>
        public DateOnly? PassedOn { get; set; }

        /// <summary>The last turn up to a day; the beginning of time when there is none.</summary>
        public DateOnly LastBefore(DateOnly day) => _turns.Where(turn => turn <= day).DefaultIfEmpty(DateOnly.MinValue).Max();

        /// <summary>How free the person is on a day.</summary>
        public Rest RestOn(DateOnly day, double pace)
        {
            if (_turns.Contains(day))
                return Rest.SameDay;
            if (_turns.Contains(day.AddDays(-1)) || _turns.Contains(day.AddDays(1)))
                return Rest.NextDay;
            var before = _turns.Where(turn => turn < day).Reverse().ToList();
            var after = _turns.Where(turn => turn > day).ToList();
            return Keeps([day, .. before], [day, .. after], pace) ? Rest.Rested : Rest.Soon;
        }

        /// <summary>Between any two of the turns lie so many days as turns at that pace take.</summary>
        private static bool Keeps(List<DateOnly> before, List<DateOnly> after, double pace) =>
            before.Index().All(one => after.Index().All(other =>
                other.Item.DayNumber - one.Item.DayNumber >= (int)((one.Index + other.Index) * pace)));

        public void Take(DateOnly day)
        {
            _turns.Insert(_turns.FindLastIndex(turn => turn <= day) + 1, day);
            PassedOn = null;
        }
    }

    /// <summary>Those who are freest come first.</summary>
    private enum Rest
    {
        Rested,

        /// <summary>Turns would come closer than an even share and one extra turn in seven days.</summary>
        Soon,

        /// <summary>Tea on the day before or after.</summary>
        NextDay,

        /// <summary>Another tea on the same day.</summary>
        SameDay,
    }
}

/// <summary>What is to be filled, and by whom.</summary>
/// <param name="WindowStart">Turns from here on count.</param>
/// <param name="Until">The last day, included.</param>
/// <param name="Slots">In the order of the day.</param>
/// <param name="People">Who takes part, in the order that settles what nothing else does.</param>
/// <param name="Taken">Places of the days that somebody has already; they stay as they are.</param>
public sealed record FairRule(
    DateOnly WindowStart, DateOnly From, DateOnly Until,
    IReadOnlyList<FairSlot> Slots, IReadOnlyList<FairPerson> People, IReadOnlyList<FairTaken> Taken);

/// <param name="People">How many make tea together, at least 1.</param>
public sealed record FairSlot(Guid Id, string Name, int People, IReadOnlySet<DayOfWeek> Weekdays);

/// <param name="Start">With how many turns the person starts level; see <see cref="StartLevel"/>.</param>
/// <param name="Turns">The days in the window, and after it, on which the person made tea, missed it, or is to make it.</param>
/// <param name="Away">Days of approved absence, first and last included.</param>
public sealed record FairPerson(Guid Id, string Name, int Start, IReadOnlyList<DateOnly> Turns, IReadOnlyList<DaySpan> Away)
{
    public bool IsAway(DateOnly day) => Away.Any(span => span.Covers(day));
}

public readonly record struct DaySpan(DateOnly From, DateOnly Until)
{
    public bool Covers(DateOnly day) => From <= day && day <= Until;
}

public sealed record FairTaken(DateOnly Date, Guid SlotId, int Place, Guid? MemberId);

/// <param name="Place">Which of the slot's people, from 1.</param>
/// <param name="MemberId">Null when nobody can.</param>
/// <param name="Why">The reason in a sentence.</param>
/// <param name="KeptFrom">The day on which the person was next but away.</param>
public sealed record FairPlace(DateOnly Date, Guid SlotId, int Place, Guid? MemberId, string Why, DateOnly? KeptFrom);
