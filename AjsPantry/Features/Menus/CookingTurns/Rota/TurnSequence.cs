namespace AjsPantry.Features.Menus.CookingTurns.Rota;

/// <summary>
/// The order in which rooms cook: each has the same number of cooking days in a row, then the next one. A day on which nobody
/// cooks, and a day that was given to somebody outside the order, take nobody's turn away; the order goes on after it.
/// </summary>
public static class TurnSequence
{
    /// <summary>The cooking days from one day to another, both included.</summary>
    /// <param name="next">The turn of the first of them, counted from 0 since the rule began.</param>
    /// <param name="skipped">Days without cooking, and days that were given away or swapped.</param>
    /// <param name="written">Turns that are not given again.</param>
    public static IEnumerable<CookingTurn> Plan(
        TurnRule rule, DateOnly from, DateOnly to, int next, IReadOnlySet<DateOnly> skipped, IReadOnlySet<int>? written = null)
    {
        if (!rule.Rooms.Any(room => room.InUse))
            yield break;
        for (var day = new[] { from, rule.StartsOn }.Max(); day <= to; day = day.AddDays(1))
        {
            if (!rule.Weekdays.Contains(day.DayOfWeek) || skipped.Contains(day))
                continue;
            while (written?.Contains(next) == true || !rule.RoomOf(next).InUse)
                next++;
            yield return new CookingTurn(day, rule.RoomOf(next), next++);
        }
    }

    /// <summary>
    /// The first turn of a rule that begins after a room has cooked: the next room's, or the first one's when it has no place.
    /// </summary>
    public static int FirstAfter(TurnRule rule, Guid? last) => (rule.Rooms.ToList().FindIndex(room => room.Id == last) + 1) * rule.TurnDays;

    /// <summary>Which rule holds when, within a period. Days before the first rule began are nobody's to write.</summary>
    /// <param name="rules">By their first days, the earliest first.</param>
    public static IEnumerable<TurnSpan> Spans(IReadOnlyList<TurnRule> rules, DateOnly from, DateOnly to)
    {
        foreach (var (index, rule) in rules.Index())
        {
            var until = index + 1 < rules.Count ? rules[index + 1].StartsOn.AddDays(-1) : to;
            var span = new TurnSpan(rule, new[] { rule.StartsOn, from }.Max(), new[] { until, to }.Min());
            if (span.From <= span.To)
                yield return span;
        }
    }

    /// <summary>Why a room cooks on a day, in one sentence.</summary>
    public static string Explain(TurnRule rule, int turn)
    {
        var room = rule.RoomOf(turn).Name;
        return rule.TurnDays == 1 ? Whose(room) : $"{room}’s turn, day {(turn % rule.TurnDays) + 1} of {rule.TurnDays}.";
    }

    /// <summary>What is said where a turn has no other reason than the order.</summary>
    public static string Whose(string? room) => $"{room}’s turn.";
}

/// <param name="StartsOn">The first day on which the rule holds.</param>
/// <param name="TurnDays">Cooking days in a row, at least 1.</param>
/// <param name="Rooms">The order, not empty.</param>
public sealed record TurnRule(DateOnly StartsOn, int TurnDays, IReadOnlySet<DayOfWeek> Weekdays, IReadOnlyList<TurnRoom> Rooms)
{
    public const int LongestTurn = 14;

    public TurnRoom RoomOf(int turn) => Rooms[turn / TurnDays % Rooms.Count];
}

/// <summary>The days on which a rule holds, both included.</summary>
public sealed record TurnSpan(TurnRule Rule, DateOnly From, DateOnly To);

/// <param name="InUse">False for a room that was archived: its turns go to the next one.</param>
public sealed record TurnRoom(Guid Id, string Name, bool InUse = true);

public sealed record CookingTurn(DateOnly Date, TurnRoom Room, int Turn);
