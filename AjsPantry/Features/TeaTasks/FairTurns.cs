using AjsPantry.Infrastructure.Web;

namespace AjsPantry.Features.TeaTasks;

/// <summary>
/// Who makes tea on which day. Whoever has had the fewest turns in the window is next; among equals the one whose last turn is
/// longest ago; then the order of the list. A person who is away is passed over and keeps the place: the fewest turns are still theirs
/// when they are back. Whoever came to the floor within the window starts level with the others, and does not catch up on what was
/// before their time.
/// </summary>
public static class FairTurns
{
    /// <summary>Fills every place of the rule's days that nobody has yet, in the order of the days.</summary>
    public static IReadOnlyList<FairPlace> Assign(FairRule rule)
    {
        var credits = Credits(rule);
        var people = rule.People.Select((person, order) => new Standing(person, order, credits[person.Id])).ToList();
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

    private static FairPlace Fill(FairRule rule, List<Standing> people, DateOnly day, FairSlot slot, int number, HashSet<Guid> busy)
    {
        var order = people.Where(standing => !busy.Contains(standing.Person.Id)).OrderBy(standing => standing.Turns).ThenBy(standing => standing.LastBefore(day)).ThenBy(standing => standing.Order).ToList();
        var chosen = order.Find(standing => !standing.Person.IsAway(day));
        foreach (var passed in order.TakeWhile(standing => standing != chosen))
            passed.PassedOn ??= day;
        if (chosen is null)
            return new FairPlace(day, slot.Id, number, null, order.Count == 0 ? "Everybody who takes part has this tea already." : "Everybody who takes part is away.", null);
        var place = new FairPlace(day, slot.Id, number, chosen.Person.Id, Explain(rule, chosen, order, day), chosen.PassedOn);
        chosen.Take(day);
        busy.Add(chosen.Person.Id);
        return place;
    }

    /// <summary>Why the first of an order is the first, in a sentence or two.</summary>
    private static string Explain(FairRule rule, Standing chosen, List<Standing> order, DateOnly day)
    {
        if (chosen.PassedOn is { } passed)
            return $"Kept this turn from {Words(rule, passed)}, when away.";
        var turns = chosen.Turns switch { 0 => "No turns", 1 => "1 turn", var count => $"{count} turns" } + $" since {Words(rule, rule.WindowStart)}";
        var credit = chosen.Credit > 0 ? $", {chosen.Credit} of them for the time before coming here" : "";
        var equals = order.Count(standing => standing != chosen && standing.Turns == chosen.Turns && !standing.Person.IsAway(day));
        if (equals == 0)
            return $"{turns}{credit}, the fewest.";
        var others = equals == 1 ? "1 other" : $"{equals} others";
        var last = chosen.LastBefore(day) is { } date && date > DateOnly.MinValue ? $"last on {Words(rule, date)}, the longest ago" : "never before";
        return $"{turns}{credit}, as few as {others}; {last}.";
    }

    private static string Words(FairRule rule, DateOnly day) => Formats.Day(day, rule.From.Year);

    /// <summary>Where those who came before a person stood when the person came; the least of it. Nothing for those who were here when the window began.</summary>
    internal static Dictionary<Guid, int> Credits(FairRule rule)
    {
        var credits = new Dictionary<Guid, int>();
        foreach (var person in rule.People.OrderBy(person => person.Since))
        {
            var earlier = rule.People.Where(other => other.Since < person.Since).ToList();
            credits[person.Id] = person.Since <= rule.WindowStart || earlier.Count == 0 ? 0 : earlier.Min(other => credits[other.Id] + other.Turns.Count(turn => turn < person.Since));
        }

        return credits;
    }

    /// <summary>How a person stands while the days are gone through.</summary>
    private sealed class Standing(FairPerson person, int order, int credit)
    {
        private readonly List<DateOnly> _turns = [.. person.Turns];

        public FairPerson Person => person;

        public int Order => order;

        public int Credit => credit;

        public int Turns => _turns.Count + credit;

        /// <summary>The first day on which the person was next but away, and has not been given a turn for since.</summary>
        public DateOnly? PassedOn { get; set; }

        /// <summary>The last turn up to a day; the beginning of time when there is none.</summary>
        public DateOnly LastBefore(DateOnly day) => _turns.Where(turn => turn <= day).DefaultIfEmpty(DateOnly.MinValue).Max();

        public void Take(DateOnly day)
        {
            _turns.Add(day);
            PassedOn = null;
        }
    }
}

/// <summary>What is to be filled, and by whom.</summary>
/// <param name="WindowStart">Turns from here on count.</param>
/// <param name="Until">The last day, included.</param>
/// <param name="Slots">In the order of the day.</param>
/// <param name="People">Who takes part, in the order that settles what nothing else does.</param>
/// <param name="Taken">Places of the days that somebody has already; they stay as they are.</param>
public sealed record FairRule(DateOnly WindowStart, DateOnly From, DateOnly Until, IReadOnlyList<FairSlot> Slots, IReadOnlyList<FairPerson> People, IReadOnlyList<FairTaken> Taken);

/// <param name="People">How many make tea together, at least 1.</param>
public sealed record FairSlot(Guid Id, string Name, int People, IReadOnlySet<DayOfWeek> Weekdays);

/// <param name="Since">The day on which the person came.</param>
/// <param name="Turns">The days in the window, and after it, on which the person made tea, missed it, or is to make it.</param>
/// <param name="Away">Days of approved absence, first and last included.</param>
public sealed record FairPerson(Guid Id, string Name, DateOnly Since, IReadOnlyList<DateOnly> Turns, IReadOnlyList<DaySpan> Away)
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
