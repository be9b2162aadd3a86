using AjsPantry.Features.TeaTasks.Fairness;
using AjsPantry.Features.TeaTasks.Planning;

namespace AjsPantry.Tests.Features.TeaTasks.Fairness;

/// <summary>A floor that plans its tea month by month for a year, with a window of 180 days, as its pages do.</summary>
internal static class FloorYear
{
    public const int Months = 12;

    public static readonly DateOnly First = new(2026, 1, 1);

    private const int Window = 180;

    private static readonly FairSlot Morning = new(new Guid(900, 0, 0, new byte[8]), "Morning", 1, Enum.GetValues<DayOfWeek>().ToHashSet());

    /// <summary>Somebody of the floor, from a month on.</summary>
    public sealed record Somebody(int Number, int From)
    {
        public Guid Id => new(Number, 0, 0, new byte[8]);

        public List<DaySpan> Away { get; } = [];

        public List<(DateOnly Date, int Month)> Turns { get; } = [];
    }

    /// <summary>By how many turns those who were never away differ at the most after any month, whenever they joined.</summary>
    public static int Spread(List<Somebody> people)
    {
        var most = 0;
        for (var month = 0; month < Months; month++)
        {
            var from = First.AddMonths(month);
            var until = First.AddMonths(month + 1).AddDays(-1);
            var here = people.FindAll(person => person.From <= month);
            var since = from.AddDays(-Window);
            var counts = Plan(here, month, since, from, until);
            var settled = here.FindAll(person => person.Away.Count == 0);
            var all = settled.ConvertAll(person => counts[person.Id]);
            if (all.Count > 1)
                most = Math.Max(most, all.Max() - all.Min());
        }

        return most;
    }

    private static Dictionary<Guid, int> Plan(List<Somebody> here, int month, DateOnly since, DateOnly from, DateOnly until)
    {
        static DateTimeOffset Published(int month) => new(First.AddMonths(month), default, TimeSpan.Zero);
        var counted = here.ToDictionary(person => person.Id, person => person.Turns.FindAll(turn => turn.Date >= since));
        var starts = StartLevel.Of([.. here.Select(person => new Joined(
            person.Id, person.From < month ? Published(person.From) : DateTimeOffset.MaxValue,
            [.. counted[person.Id].Select(turn => Published(turn.Month))]))]);
        var fair = here.ConvertAll(person => new FairPerson(
            person.Id, $"{person.Number}", starts[person.Id], [.. counted[person.Id].Select(turn => turn.Date)], [.. person.Away]));
        var counts = fair.ToDictionary(person => person.Id, person => person.Start + person.Turns.Count);
        foreach (var place in FairTurns.Assign(new FairRule(since, from, until, [Morning], fair, []))
            .Where(place => place.MemberId is not null))
        {
            here.Find(person => person.Id == place.MemberId)!.Turns.Add((place.Date, month));
            counts[place.MemberId!.Value]++;
        }

        return counts;
    }
}
