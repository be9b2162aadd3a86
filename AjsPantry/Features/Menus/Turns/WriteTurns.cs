using AjsPantry.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AjsPantry.Features.Menus.Turns;

/// <summary>Writes a floor's cooking duties ahead from its rota. Days that are past stay as they are, whatever the rota says now.</summary>
public sealed class WriteTurns(PantryDb db)
{
    /// <summary>Twelve weeks; people want to see eight.</summary>
    public const int DaysAhead = 84;

    /// <summary>
    /// Writes the days from one on anew, but none before the present rule began: those were written by an earlier one, which nobody
    /// has any more. What two rooms swapped moves with the order: they exchanged turns, not dates. The caller
    /// holds the floor's lock and saves.
    /// </summary>
    /// <param name="displaced">A row of the order that had to leave its day; when it was swapped, its turn stays so.</param>
    /// <returns>How many days now differ from before.</returns>
    public async Task<int> RewriteAsync(Guid floorId, DateOnly from, DateOnly today, CancellationToken cancellationToken, Duty? displaced = null)
    {
        if (await RuleAsync(floorId, cancellationToken) is not { } rule)
            return 0;
        from = new[] { from, today, rule.StartsOn }.Max();
        var rows = await db.Duties.Where(duty => duty.FloorId == floorId && duty.Date >= from).ToListAsync(cancellationToken);
        var last = rows.Count == 0 ? today : rows.Max(row => row.Date);
        var skipped = await db.LeaveDays.Where(leave => leave.FloorId == floorId && leave.Date >= from).Select(leave => leave.Date).ToHashSetAsync(cancellationToken);
        skipped.UnionWith(rows.Where(row => row.Origin == DutyOrigin.Given).Select(row => row.Date));
        var next = await NextTurnAsync(floorId, rule, from, cancellationToken);
        var to = last > today.AddDays(DaysAhead) ? last : today.AddDays(DaysAhead);
        return Apply(floorId, rule, [.. CookingTurns.Plan(rule, from, to, next, skipped)], [.. rows.Where(row => row.Origin != DutyOrigin.Given)], displaced);
    }

    /// <summary>Adds the days that have come into reach since the last time.</summary>
    /// <returns>How many days were added.</returns>
    public async Task<int> TopUpAsync(Guid floorId, DateOnly today, CancellationToken cancellationToken)
    {
        var last = await db.Duties.Where(duty => duty.FloorId == floorId && duty.Turn != null).MaxAsync(duty => (DateOnly?)duty.Date, cancellationToken);
        return await RewriteAsync(floorId, last?.AddDays(1) ?? today, today, cancellationToken);
    }

    /// <summary>The floor's rule; null when it has none.</summary>
    internal async Task<TurnRule?> RuleAsync(Guid floorId, CancellationToken cancellationToken)
    {
        var rota = await db.CookingRotas.AsNoTracking().Where(rota => rota.FloorId == floorId)
            .Select(rota => new
            {
                rota.StartsOn,
                rota.TurnDays,
                rota.Weekdays,
                Rooms = rota.Rooms.OrderBy(place => place.Position).Select(place => new TurnRoom(place.RoomId, place.Room!.Name, place.Room.ArchivedAt == null)).ToList(),
            }).SingleOrDefaultAsync(cancellationToken);
        return rota is null ? null : new TurnRule(rota.StartsOn, rota.TurnDays, rota.Weekdays.Select(day => (DayOfWeek)day).ToHashSet(), rota.Rooms);
    }

    /// <summary>Turns are counted since the present rule began, so rows of an earlier rule do not count.</summary>
    private async Task<int> NextTurnAsync(Guid floorId, TurnRule rule, DateOnly from, CancellationToken cancellationToken) =>
        await db.Duties.Where(duty => duty.FloorId == floorId && duty.Date >= rule.StartsOn && duty.Date < from).MaxAsync(duty => duty.Turn, cancellationToken) is { } turn ? turn + 1 : 0;

    private int Apply(Guid floorId, TurnRule rule, List<CookingTurn> turns, List<Duty> rows, Duty? displaced)
    {
        // Read before any row is changed. A row of an earlier rule counted its turn by that one.
        var swaps = (displaced is null || displaced.Date < rule.StartsOn ? rows : rows.Append(displaced)).Where(row => row.Origin == DutyOrigin.Swap).ToDictionary(row => row.Turn!.Value, row => (row.RoomId, row.Reason));
        var byDate = rows.ToDictionary(row => row.Date);
        foreach (var turn in turns)
        {
            var (roomId, reason) = swaps.TryGetValue(turn.Turn, out var swap) ? swap : (turn.Room.Id, CookingTurns.Explain(rule, turn.Turn));
            var origin = swaps.ContainsKey(turn.Turn) ? DutyOrigin.Swap : DutyOrigin.Rota;
            if (byDate.Remove(turn.Date, out var row))
                (row.RoomId, row.Turn, row.Origin, row.Reason) = (roomId, turn.Turn, origin, reason);
            else
                db.Duties.Add(new Duty { FloorId = floorId, Date = turn.Date, RoomId = roomId, Turn = turn.Turn, Origin = origin, Reason = reason });
        }

        db.Duties.RemoveRange(byDate.Values);
        return db.ChangeTracker.Entries<Duty>().Count(entry => entry.State != EntityState.Unchanged);
    }
}

internal static class TurnsLock
{
    /// <summary>Begins a transaction in which nobody else changes the floor's turns; they look at many rows at once.</summary>
    public static async Task<Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction> BeginChangeOfTurnsAsync(this PantryDb db, Guid floorId, CancellationToken cancellationToken)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({"turns " + floorId}, 0))", cancellationToken);
        return transaction;
    }
}
