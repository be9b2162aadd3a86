using AjsPantry.Features.Menus.CookingTurns.Days;
using AjsPantry.Features.Menus.CookingTurns.Swaps;
using AjsPantry.Features.People.Rooms;
using AjsPantry.Features.Shared.Swaps;
using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.CookingTurns.Rota;

/// <summary>Writes a floor's cooking duties ahead from its rota. Days that are past stay as they are, whatever the rota says now.</summary>
public sealed class WriteTurns(PantryDb db)
{
    /// <summary>Twelve weeks; people want to see eight.</summary>
    public const int DaysAhead = 84;

    /// <summary>
    /// Writes the days from one on anew, each by the rule that holds on it, but none before the first rule began. Days on which two rooms
    /// agreed stay as they are, and the order moves around them. The caller holds the floor's lock and saves.
    /// </summary>
    /// <param name="displaced">Rows of the order that had to leave their days. Whoever swapped such a day has the next one in its
    /// place.</param>
    /// <returns>How many days now differ from before.</returns>
    public async Task<int> RewriteAsync(
        Guid floorId, DateOnly from, DateOnly today, CancellationToken cancellationToken, params IReadOnlyList<Duty> displaced)
    {
        var rules = await RulesAsync(floorId, cancellationToken);
        if (rules.Count == 0)
            return 0;
        from = new[] { from, today, rules[0].StartsOn }.Max();
        var rows = await db.Duties.Where(duty => duty.FloorId == floorId && duty.Date >= from).ToListAsync(cancellationToken);
        var written = rows.Count == 0 ? today : rows.Max(row => row.Date);
        var to = written > today.AddDays(DaysAhead) ? written : today.AddDays(DaysAhead);
        var skipped = await db.LeaveDays.Where(leave => leave.FloorId == floorId && leave.Date >= from).Select(leave => leave.Date)
            .ToHashSetAsync(cancellationToken);
        skipped.UnionWith(rows.Where(row => row.Origin == DutyOrigin.Given).Select(row => row.Date));
        var agreed = await AgreedAsync(floorId, rules[0].StartsOn, cancellationToken);
        skipped.UnionWith(agreed);
        var spans = TurnSequence.Spans(rules, from, to).ToList();
        var last = await LastRoomAsync(floorId, rules, from, cancellationToken);
        foreach (var span in spans)
        {
            var own = rows.Where(row => row.Origin != DutyOrigin.Given && span.From <= row.Date && row.Date <= span.To).ToList();
            var left = displaced.Where(row => span.From <= row.Date && row.Date <= span.To).ToList();
            var kept = await WrittenAsync(floorId, span, agreed, cancellationToken);
            var next = new[] { kept.Next ?? TurnSequence.FirstAfter(span.Rule, last) }.Concat(left.Select(row => row.Turn!.Value)).Min();
            var turns = TurnSequence.Plan(span.Rule, span.From, span.To, next, skipped, kept.Turns).ToList();
            Apply(floorId, span.Rule, turns, [.. own.Where(row => !agreed.Contains(row.Date))], left);
            last = turns.Count == 0 ? last : turns[^1].Room.Id;
        }

        return db.ChangeTracker.Entries<Duty>().Count(entry => entry.State != EntityState.Unchanged);
    }

    /// <summary>Adds the days that have come into reach since the last time.</summary>
    /// <returns>How many days were added.</returns>
    public async Task<int> TopUpAsync(Guid floorId, DateOnly today, CancellationToken cancellationToken)
    {
        var last = await db.Duties.Where(duty => duty.FloorId == floorId && duty.Turn != null)
            .MaxAsync(duty => (DateOnly?)duty.Date, cancellationToken);
        return await RewriteAsync(floorId, last?.AddDays(1) ?? today, today, cancellationToken);
    }

    /// <summary>
    /// Lets two rooms exchange their turns. A room that gets its own turn back has it by the order again. The caller holds the floor's
    /// lock and saves.
    /// </summary>
    public async Task ExchangeAsync(Duty one, Duty other, CancellationToken cancellationToken)
    {
        var rules = await RulesAsync(one.FloorId, cancellationToken);
        (one.RoomId, other.RoomId) = (other.RoomId, one.RoomId);
        foreach (var (duty, former) in new[] { (one, other.RoomId), (other, one.RoomId) })
        {
            var rule = rules.LastOrDefault(rule => rule.StartsOn <= duty.Date);
            var isOwn = rule is not null && rule.Rooms.Count > 0 && rule.RoomOf(duty.Turn!.Value).Id == duty.RoomId;
            var name = await db.Rooms.Where(room => room.Id == former).Select(room => room.Name).SingleAsync(cancellationToken);
            (duty.Origin, duty.Reason) = isOwn ? (DutyOrigin.Rota, TurnSequence.Explain(rule!, duty.Turn!.Value))
                : (DutyOrigin.Swap, $"Swapped with {name}.");
        }
    }

    /// <summary>The floor's rules by their first days; empty when it has none.</summary>
    private async Task<List<TurnRule>> RulesAsync(Guid floorId, CancellationToken cancellationToken)
    {
        var rotas = await db.CookingRotas.AsNoTracking().Where(rota => rota.FloorId == floorId).OrderBy(rota => rota.StartsOn)
            .Select(rota => new
            {
                rota.StartsOn,
                rota.TurnDays,
                rota.Weekdays,
                Rooms = rota.Rooms.OrderBy(place => place.Position)
                    .Select(place => new TurnRoom(place.RoomId, place.Room!.Name, place.Room.ArchivedAt == null)).ToList(),
            }).ToListAsync(cancellationToken);
        return [.. rotas.Select(rota =>
            new TurnRule(rota.StartsOn, rota.TurnDays, rota.Weekdays.Select(day => (DayOfWeek)day).ToHashSet(), rota.Rooms))];
    }

    /// <summary>
    /// Days that rooms have because they swapped just these. A swapped turn that had to leave its day is not among them: it moves with the
    /// order.
    /// </summary>
    private Task<HashSet<DateOnly>> AgreedAsync(Guid floorId, DateOnly from, CancellationToken cancellationToken)
    {
        var swaps = db.TurnSwaps.Where(swap => swap.FloorId == floorId && swap.State == SwapState.Accepted);
        return db.Duties.Where(duty => duty.FloorId == floorId && duty.Date >= from && duty.Origin == DutyOrigin.Swap
                && swaps.Any(swap => (swap.GivesDate == duty.Date && swap.TakesRoomId == duty.RoomId)
                    || (swap.TakesDate == duty.Date && swap.GivesRoomId == duty.RoomId)))
            .Select(duty => duty.Date).ToHashSetAsync(cancellationToken);
    }

    /// <summary>
    /// The turns of a span's rule that are written already and stay, and the first one of the order after them; null when the rule begins
    /// with the span, and goes on after the room that cooked last. Turns are counted since their rule began.
    /// </summary>
    private async Task<(IReadOnlySet<int> Turns, int? Next)> WrittenAsync(
        Guid floorId, TurnSpan span, HashSet<DateOnly> agreed, CancellationToken cancellationToken)
    {
        var all = await db.Duties.AsNoTracking()
            .Where(duty => duty.FloorId == floorId && duty.Date >= span.Rule.StartsOn && duty.Date <= span.To && duty.Turn != null)
            .Select(duty => new { duty.Date, Turn = duty.Turn!.Value }).ToListAsync(cancellationToken);
        var stay = all.Where(duty => duty.Date < span.From || agreed.Contains(duty.Date)).Select(duty => duty.Turn).ToHashSet();
        var order = all.Where(duty => duty.Date < span.From && !agreed.Contains(duty.Date)).Select(duty => duty.Turn).ToList();
        if (order.Count > 0)
            return (stay, order.Max() + 1);
        return (stay, all.Exists(duty => duty.Date < span.From) ? all.Min(duty => duty.Turn) : null);
    }

    /// <summary>The room whose turn the last one before a day was, whoever took it over; null when there was none.</summary>
    private async Task<Guid?> LastRoomAsync(Guid floorId, List<TurnRule> rules, DateOnly before, CancellationToken cancellationToken)
    {
        var duty = await db.Duties.AsNoTracking().Where(duty => duty.FloorId == floorId && duty.Date < before && duty.Turn != null)
            .OrderByDescending(duty => duty.Date).FirstOrDefaultAsync(cancellationToken);
        if (duty is null)
            return null;
        var rule = rules.FindLast(rule => rule.StartsOn <= duty.Date);
        return duty.Origin == DutyOrigin.Swap && rule is not null ? rule.RoomOf(duty.Turn!.Value).Id : duty.RoomId;
    }

    private void Apply(Guid floorId, TurnRule rule, List<CookingTurn> turns, List<Duty> rows, IReadOnlyList<Duty> displaced)
    {
        // Read before any row is changed.
        var swaps = rows.Concat(displaced).Where(row => row.Origin == DutyOrigin.Swap)
            .ToDictionary(row => row.Turn!.Value, row => (row.RoomId, row.Reason));
        var byDate = rows.ToDictionary(row => row.Date);
        foreach (var turn in turns)
        {
            var (roomId, reason) = swaps.TryGetValue(turn.Turn, out var swap) ? swap
                : (turn.Room.Id, TurnSequence.Explain(rule, turn.Turn));
            var origin = swaps.ContainsKey(turn.Turn) ? DutyOrigin.Swap : DutyOrigin.Rota;
            if (byDate.Remove(turn.Date, out var row))
            {
                row.RoomId = roomId;
                row.Turn = turn.Turn;
                row.Origin = origin;
                row.Reason = reason;
            }
            else
                db.Duties
                    .Add(new Duty
                    {
                        FloorId = floorId,
                        Date = turn.Date,
                        RoomId = roomId,
                        Turn = turn.Turn,
                        Origin = origin,
                        Reason = reason
                    });
        }

        db.Duties.RemoveRange(byDate.Values);
    }
}
